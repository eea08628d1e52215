package io.fogatlas.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.fixtures.ExampleJar;
import io.fogatlas.model.fixtures.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adds an algorithm to the packaged benchmarks as its author does, by the commands of README.md, with little to do. */
final class OwnAlgorithmIT {
    @TempDir
    private Path folder;

    private String output(String script) throws IOException, InterruptedException {
        Path out = folder.resolve("output");
        Process process = new ProcessBuilder(List.of("sh", "-c", script))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String output = Files.readString(out);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static String command(String benchmark) throws IOException {
        List<String> lines = Files.readString(Repository.file("README.md"))
                .lines()
                .filter(line -> line.startsWith("java -cp benchmarks/target/benchmarks.jar:roomiest.jar "))
                .filter(line -> line.contains(benchmark))
                .toList();
        assertThat(lines).hasSize(1).first().asString().contains("--algorithms roomiest,greedy");
        return lines.get(0);
    }

    private void makeExample() throws IOException {
        Path benchmarks = Path.of("target", "benchmarks.jar").toAbsolutePath();
        ExampleJar.make(folder, benchmarks);
        Files.createDirectories(folder.resolve("benchmarks/target"));
        Files.createSymbolicLink(folder.resolve("benchmarks/target/benchmarks.jar"), benchmarks);
    }

    @Test
    void joinsTheComparisonOfQuality() throws Exception {
        makeExample();

        String output = output(command("QualityBenchmark")
                + " --regions 10 --microservices 3 --seeds 1-1 --millis 500 --warm-up 0 --reference-limit 1");

        assertThat(output).contains("\n| 1 | roomiest | feasible |", "\n| 1 | greedy | ");
    }

    @Test
    void joinsTheOnlineAdmission() throws Exception {
        makeExample();

        String output = output(command("AdmissionBenchmark") + " --requests 20 --seeds 0-1");

        assertThat(output).contains("roomiest", "greedy");
    }

    @Test
    void joinsTheReport() throws Exception {
        makeExample();

        output(command("StandardSet") + " --studies admission,scale --profile short --peers no");

        assertThat(folder.resolve("benchmark-report/report.md"))
                .content()
                .containsPattern("\\| roomiest \\| [0-9.]+ ± [0-9.]+ \\|")
                .containsPattern("\\| roomiest \\| 200 \\| [0-9]+ \\| 50 \\|");
    }
}
