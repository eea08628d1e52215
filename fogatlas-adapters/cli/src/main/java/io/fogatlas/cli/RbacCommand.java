package io.fogatlas.cli;

import io.fogatlas.kubernetes.AccessRights;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code fogatlas rbac}. */
@Command(
        name = "rbac",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Print the rights that fogatlas needs in a Kubernetes cluster, and a service account that has no others:",
            "fogatlas rbac | kubectl apply -f -"
        })
final class RbacCommand implements Callable<Integer> {
    private final Session session;

    RbacCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.out().print(AccessRights.yaml());
        return ExitCodes.DONE;
    }
}
