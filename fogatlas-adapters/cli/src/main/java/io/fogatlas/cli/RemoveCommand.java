package io.fogatlas.cli;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentTarget;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code fogatlas remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = "Remove everything that was made at a target for applications. What is gone already is no error.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing of the applications is left",
            "2:the command line is wrong",
            "4:the target cannot be reached, or refuses",
        })
final class RemoveCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private ApplicationNames names = new ApplicationNames();

    RemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ApplicationId> ids = names.ids();
        try (DeploymentTarget opened = target.open(List.of(), ComputeNode.REGION_LABEL)) {
            for (ApplicationId id : ids) {
                DeploymentPlan removed = opened.remove(id, new DeploymentTrace(session.messages()));
                session.out().print(DeploymentText.of(removed, "changed", session.paint()));
            }
        } catch (DeploymentException failed) {
            throw TargetFailures.explain(failed);
        }
        return ExitCodes.DONE;
    }
}
