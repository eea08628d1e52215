package io.fogatlas.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what ends a command early into a message for its user and an exit code. Shows no stack trace unless asked to. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Session session;
    private final Fogatlas fogatlas;

    Failures(Session session, Fogatlas fogatlas) {
        this.session = session;
        this.fogatlas = fogatlas;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        session.messages().error(String.valueOf(wrong.getMessage()));
        UnmatchedArgumentException.printSuggestions(wrong, session.err());
        session.err()
                .println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for what can be written here.");
        return ExitCodes.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CommandException expected) {
            session.messages().error(String.valueOf(expected.getMessage()));
            return expected.exitCode();
        }
        return unexpected(failure);
    }

    /** Tells of a bug, or of too little memory. */
    int unexpected(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            session.messages().error("out of memory; give it more by the environment variable FOGATLAS_OPTS=-Xmx4g");
        } else {
            String message = String.valueOf(failure.getMessage());
            String kind = failure.getClass().getSimpleName();
            session.messages()
                    .error("internal error: " + kind + ": "
                            + message.lines().findFirst().orElse("") + " (--debug shows more)");
        }
        if (fogatlas.debugs() || session.debugs()) {
            failure.printStackTrace(session.err());
        }
        return ExitCodes.INTERNAL_ERROR;
    }
}
