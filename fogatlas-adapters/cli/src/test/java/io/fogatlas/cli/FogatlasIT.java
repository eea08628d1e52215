package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged command as its users do: by its start script, as a process of its own. */
final class FogatlasIT {
    private static final Path LAUNCHER =
            Path.of("target", "fogatlas", "bin", "fogatlas").toAbsolutePath();
    private static final Path EXAMPLE = Path.of("examples", "fogatlas").toAbsolutePath();

    @TempDir
    private Path directory;

    private Run shell(String script) throws IOException, InterruptedException {
        return shell(script, Map.of());
    }

    /** Runs a script in an empty folder; {@code $fogatlas} is the launcher and {@code $example} the first example. */
    private Run shell(String script, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = directory.resolve("stdout");
        Path err = directory.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", script))
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("fogatlas", LAUNCHER.toString());
        builder.environment().put("example", EXAMPLE.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void tellsTheVersionItWasBuiltAs() throws Exception {
        assertThat(shell("\"$fogatlas\" --version")).satisfies(run -> {
            assertThat(run.out()).matches("fogatlas \\d+\\.\\d+\\.\\d+.*\\R");
            assertThat(run.exitCode()).isZero();
        });
    }

    @Test
    void placesTheFirstExample() throws Exception {
        Run run = shell("\"$fogatlas\" place \"$example\"");

        assertThat(run.out()).contains("default/simple-app: ", "REGION ").doesNotContain("\u001B");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void isAPartOfPipes() throws Exception {
        Run run = shell("""
                cd "$example"
                { cat region.yaml; echo ---; cat link.yaml; } |
                    "$fogatlas" place - externalendpoint.yaml fadepl-dag.yaml -o json |
                    "$fogatlas" verify --decision - .
                """);

        assertThat(run.out()).startsWith("default/simple-app: valid");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void endsQuietlyWhenNobodyReadsOnward() throws Exception {
        Run run = shell("{ \"$fogatlas\" generate-completion; echo \"ended with $?\" >&2; } | true");

        assertThat(run.err()).isIn("ended with 141\n", "ended with 0\n");
    }

    @Test
    void saysThatADeviceIsFull() throws Exception {
        Run run = shell("test -c /dev/full || exit 74; \"$fogatlas\" --help >/dev/full");

        assertThat(run.exitCode()).isEqualTo(74);
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @Test
    void isFoundThroughASymbolicLink() throws Exception {
        Run run = shell("ln -s \"$fogatlas\" linked && ./linked --version");

        assertThat(run.out()).startsWith("fogatlas ");
    }

    @Test
    void handsOptionsToJava() throws Exception {
        Run run = shell(
                "\"$fogatlas\" --help",
                Map.of("FOGATLAS_OPTS", "-Dfogatlas.terminal.out=true -Xmx64m", "TERM", "xterm"));

        assertThat(run.out()).contains("\u001B[");
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        Run run = shell("\"$fogatlas\" --version", Map.of("JAVA_HOME", directory.toString()));

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).startsWith("fogatlas: JAVA_HOME is '" + directory + "', but there is no bin/java in it.");
    }
}
