package io.fogatlas.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QualityBenchmarkTest {
    @Test
    void showsWhatEachAlgorithmHadWhen(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("steps.csv");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String[] args = {
            "--regions",
            "6",
            "--microservices",
            "3",
            "--seeds",
            "2",
            "--millis",
            "500",
            "--algorithms",
            "greedy",
            "--reference-limit",
            "10",
            "--warm-up",
            "0",
            "--csv",
            csv.toString()
        };

        QualityBenchmark.run(
                Settings.read(args, QualityBenchmark.DEFAULTS), new PrintStream(printed, /* autoFlush= */ true, UTF_8));

        assertThat(printed.toString(UTF_8))
                .contains("## loose, 6 regions × 3 microservices", "| 2 | greedy | ", "| 2 | reference | optimal |")
                .contains("| reference | 1 of 1 | ");
        assertThat(Files.readAllLines(csv, UTF_8))
                .contains("seed,algorithm,elapsed_ms,score,bound")
                .hasSizeGreaterThan(2);
    }

    @Test
    void holdsScoresAgainstTheHighestBoundOfAll() {
        Trace quick = trace("quick", step(10, 12, 5), step(100, 11, 6));
        Trace exact = trace("exact", step(200, 10, 10));
        QualitySummary summary = new QualitySummary(List.of(quick, exact));

        assertThat(summary.excess(quick, Duration.ofMillis(9))).isInfinite();
        assertThat(summary.excess(quick, Duration.ofMillis(10))).isCloseTo(0.2, within(1e-9));
        assertThat(summary.excess(quick, Duration.ofSeconds(1))).isCloseTo(0.1, within(1e-9));
        assertThat(summary.markdown(List.of("quick", "exact"), List.of(Duration.ofMillis(50), Duration.ofSeconds(1))))
                .contains("| quick | 0 of 1 | 10.0, 10.0 | 20.00 %, 20.00 % | 10.00 %, 10.00 % |")
                .contains("| exact | 1 of 1 | 200.0, 200.0 | none, none | 0.00 %, 0.00 % |");
    }

    private static Trace trace(String algorithm, Progress... steps) {
        return new Trace(1, algorithm, List.of(steps), Outcome.FEASIBLE, Duration.ofSeconds(1));
    }

    private static Progress step(long millis, double score, double bound) {
        return new Progress(Duration.ofMillis(millis), OptionalDouble.of(score), bound);
    }
}
