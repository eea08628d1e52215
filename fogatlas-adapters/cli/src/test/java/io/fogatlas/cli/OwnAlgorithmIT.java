package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.fixtures.ExampleJar;
import io.fogatlas.model.fixtures.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adds algorithms to the packaged command as their authors do, in a folder with nothing else in it. */
final class OwnAlgorithmIT {
    private static final Path COMMAND = Path.of("target", "fogatlas").toAbsolutePath();

    @TempDir
    private Path folder;

    private Run shell(String script) throws IOException, InterruptedException {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", script))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().merge("PATH", COMMAND.resolve("bin") + ":", (path, bin) -> bin + path);
        builder.environment().put("command", COMMAND.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void makeExample() throws IOException {
        ExampleJar.make(folder, COMMAND.resolve("lib"));
        Files.createSymbolicLink(folder.resolve("examples"), Path.of("examples").toAbsolutePath());
    }

    @Test
    void runsWhatTheReadmeSays() throws Exception {
        makeExample();
        List<String> lines = Files.readString(Repository.file("README.md"))
                .lines()
                .filter(line -> line.startsWith("FOGATLAS_CLASSPATH="))
                .toList();

        assertThat(lines).hasSize(2);
        Run listed = shell(lines.get(0));
        assertThat(listed.exitCode()).as(listed.err()).isZero();
        assertThat(listed.out()).containsPattern("\nroomiest +- +each microservice where most CPU is left\n");
        Run placed = shell(lines.get(1));
        assertThat(placed.exitCode()).as(placed.err()).isZero();
        assertThat(placed.out()).startsWith("default/heterogeneous: feasible, by roomiest in ");
    }

    @Test
    void findsWhatLiesInItsLib() throws Exception {
        makeExample();

        Run run = shell("""
                cp -r "$command" here && cp roomiest.jar here/lib &&
                here/bin/fogatlas place --algorithm roomiest -o json examples/heterogeneous-cpu |
                here/bin/fogatlas verify --decision - examples/heterogeneous-cpu
                """);

        assertThat(run.out()).startsWith("default/heterogeneous: valid, score ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void saysWhatIsWrongWithAJar() throws Exception {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("broken.jar")))) {
            jar.putNextEntry(new JarEntry("META-INF/services/io.fogatlas.placement.PlacementAlgorithm"));
            jar.write("com.example.Missing".getBytes(StandardCharsets.UTF_8));
        }

        Run missing = shell("FOGATLAS_CLASSPATH=broken.jar fogatlas algorithms");

        assertThat(missing.err())
                .startsWith("fogatlas: An algorithm on the class path cannot be loaded: ")
                .contains("com.example.Missing")
                .doesNotContain("\tat ");
        assertThat(missing.exitCode()).isEqualTo(2);
    }
}
