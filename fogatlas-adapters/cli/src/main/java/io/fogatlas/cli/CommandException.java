package io.fogatlas.cli;

import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.ManifestProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Ends a command with a message for its user and an exit code. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** More would only push the first ones, which matter most, out of sight. */
    private static final int MOST_PROBLEMS = 50;

    private final int exitCode;

    CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Ends a command because its input or its options are wrong. */
    static CommandException badInput(String message) {
        return new CommandException(ExitCodes.BAD_INPUT, message);
    }

    /** Ends a command because its input is wrong in one or several places. */
    static CommandException badInput(ManifestException refused) {
        return badInput(refused.problems());
    }

    /** Ends a command because its input is wrong in one or several places. */
    static CommandException badInput(List<ManifestProblem> problems) {
        if (problems.size() == 1) {
            return badInput(problems.get(0).toString());
        }
        String shown = problems.stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> "\n" + problem)
                .collect(Collectors.joining());
        int more = problems.size() - MOST_PROBLEMS;
        return badInput("the input is wrong in " + problems.size() + " places:" + shown
                + (more > 0 ? "\nand " + more + " more" : ""));
    }

    int exitCode() {
        return exitCode;
    }
}
