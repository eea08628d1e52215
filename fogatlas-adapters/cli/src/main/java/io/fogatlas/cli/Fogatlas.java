package io.fogatlas.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fogatlas}; without a subcommand it prints its usage. */
@Command(
        name = "fogatlas",
        description = "Places applications on a fog infrastructure.",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class)
public final class Fogatlas implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments what the user typed after the name of the command
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs the command and returns its exit code. */
    static int run(String... arguments) {
        return new CommandLine(new Fogatlas()).execute(arguments);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
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
