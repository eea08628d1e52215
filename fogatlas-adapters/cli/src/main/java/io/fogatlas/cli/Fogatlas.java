package io.fogatlas.cli;

import io.fogatlas.placement.PlacementEngine;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code fogatlas}; without a subcommand it prints its usage. */
@Command(
        name = "fogatlas",
        description = "Decide where the microservices of applications run on a fog infrastructure.",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes of every command, besides its own:%n",
        exitCodeList = {
            "2:the command line is wrong",
            "70:the program is wrong, or has too little memory",
            "74:standard output cannot be written",
            "141:whoever read standard output stopped reading",
        },
        footer = {"", "'fogatlas COMMAND --help' tells more about a command."})
public final class Fogatlas implements Callable<Integer> {
    private static final int USAGE_WIDTH = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an internal error. So does the environment variable FOGATLAS_DEBUG.")
    private boolean debug;

    private Fogatlas() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments what the user typed after the name of the command
     */
    public static void main(String[] arguments) {
        System.exit(run(Streams.ofProcess(), arguments));
    }

    /** Runs the command with the installed algorithms and returns its exit code. */
    static int run(Streams streams, String... arguments) {
        PlacementEngine engine;
        try {
            engine = PlacementEngine.withInstalledAlgorithms();
        } catch (IllegalArgumentException refused) {
            Session session = new Session(streams, new PlacementEngine(List.of()), Session.MOMENT);
            session.messages().error(String.valueOf(refused.getMessage()));
            return ExitCodes.BAD_INPUT;
        }
        return run(new Session(streams, engine, Session.MOMENT), arguments);
    }

    /** Runs the command and returns its exit code. */
    static int run(Session session, String... arguments) {
        Fogatlas fogatlas = new Fogatlas();
        Failures failures = new Failures(session, fogatlas);
        int exitCode;
        try {
            exitCode = fogatlas.commandLine(session, failures).execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError failure) {
            exitCode = failures.unexpected(failure);
        }
        session.out().flush();
        return session.standardOutput()
                .failure()
                .map(failure -> outputFailed(failure, session))
                .orElse(exitCode);
    }

    private CommandLine commandLine(Session session, Failures failures) {
        CommandLine command = new CommandLine(this)
                .addSubcommand(new PlaceCommand(session))
                .addSubcommand(new DeployCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new RemoveCommand(session))
                .addSubcommand(new CrdsCommand(session))
                .addSubcommand(new RbacCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new WhatIfCommand(session))
                .addSubcommand(new RenderCommand(session))
                .addSubcommand(new ParetoCommand(session))
                .addSubcommand(new AlgorithmsCommand(session))
                .addSubcommand(new ConvertCommand(session))
                .addSubcommand(new NodesCommand(session))
                .addSubcommand(new GenerateCompletion())
                .setOut(session.out())
                .setErr(session.err())
                .setColorScheme(Help.defaultColorScheme(session.paint().on() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(USAGE_WIDTH)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        return WholeNumbers.readBy(command);
    }

    /** Says why standard output could not be written, unless its reader just had enough, as {@code head} has. */
    private static int outputFailed(IOException failure, Session session) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Broken pipe")) {
            return ExitCodes.BROKEN_PIPE;
        }
        session.messages().error("cannot write to standard output: " + message);
        return ExitCodes.OUTPUT_FAILED;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }

    /** Says whether the user asked for stack traces. */
    boolean debugs() {
        return debug;
    }

    /** Reads the version from the manifest of the jar; classes that are not in a jar have none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Fogatlas.class.getPackage().getImplementationVersion();
            return new String[] {"fogatlas " + Objects.requireNonNullElse(version, "(development)")};
        }
    }
}
