package io.fogatlas.cli;

import io.fogatlas.orchestration.DeploymentException;
import java.util.stream.Collectors;

/** Says what a target did not do. */
final class TargetFailures {
    private TargetFailures() {}

    /** Makes a message of a failure, with everything that could not be taken back. */
    static CommandException explain(DeploymentException failed) {
        String leftOver = failed.leftOver().stream().map(line -> "\n  " + line).collect(Collectors.joining());
        return new CommandException(
                ExitCodes.TARGET_FAILED,
                failed.getMessage() + (leftOver.isEmpty() ? "" : "\nthis could not be taken back:" + leftOver));
    }
}
