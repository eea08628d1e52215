package io.fogatlas.cli;

import io.fogatlas.kubernetes.crd.Definitions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code fogatlas crds}. */
@Command(
        name = "crds",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Print the CustomResourceDefinitions of FogAtlas's kinds for a cluster that does not have them:",
            "fogatlas crds | kubectl apply -f -"
        })
final class CrdsCommand implements Callable<Integer> {
    private final Session session;

    CrdsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.out().print(Definitions.yaml());
        return ExitCodes.DONE;
    }
}
