package io.fogatlas.cli;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.DeploymentTarget;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code fogatlas status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description =
                "Say how many replicas of each microservice run in which region of a target, and what keeps others from it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every application is deployed and ready",
            "1:at least one application is not deployed, or not ready",
            "2:the command line is wrong",
            "4:the target cannot be reached, or refuses",
        })
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private ApplicationNames names = new ApplicationNames();

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean ready = true;
        List<ApplicationId> ids = names.ids();
        try (DeploymentTarget opened = target.open(List.of(), ComputeNode.REGION_LABEL)) {
            for (ApplicationId id : ids) {
                DeploymentStatus status = opened.observe(id);
                ready &= status.isReady() && !status.workloads().isEmpty();
                session.out().print(DeploymentText.of(status, session.paint()));
            }
        } catch (DeploymentException failed) {
            throw TargetFailures.explain(failed);
        }
        return ready ? ExitCodes.DONE : ExitCodes.NOT_READY;
    }
}
