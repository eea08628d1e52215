package io.fogatlas.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProofBenchmarkTest {
    @Test
    void printsEachAttemptAndWritesItToAFile(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("attempts.csv");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Settings settings = settings(
                "--regions",
                "6",
                "--microservices",
                "3",
                "--seeds",
                "2-3",
                "--warm-up",
                "0",
                "--contenders",
                "greedy,highs,scip-pruned,cp-sat",
                "--csv",
                csv.toString());

        List<String> contradictions =
                ProofBenchmark.run(settings, new PrintStream(printed, /* autoFlush= */ true, UTF_8));

        assertThat(contradictions).isEmpty();
        assertThat(printed.toString(UTF_8))
                .contains(
                        "## loose, 6 regions × 3 microservices",
                        "| 2 | highs | optimal |",
                        "| 3 | scip-pruned | optimal")
                .contains("| highs | 2 of 2 | 2 |", "| cp-sat | 2 of 2 | 2 |");
        assertThat(Files.readAllLines(csv, UTF_8)).hasSize(9);
    }

    @Test
    void takesOverWhatWasRecordedOfTheSameRequests(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("recorded.csv");
        Files.writeString(csv, """
                request,seed,contender,textbook,outcome,score,bound,wall_s,cpu_s
                loose-6x3,2,old-solver,true,unknown,,,1.5,1.25
                loose-6x3,2,old-algorithm,false,unknown,,,1.5,1.25
                tight-6x3,2,other-solver,true,unknown,,,1.5,1.25
                """);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Settings settings = settings(
                "--regions",
                "6",
                "--microservices",
                "3",
                "--seeds",
                "2",
                "--warm-up",
                "0",
                "--contenders",
                "greedy",
                "--recorded",
                csv.toString());

        ProofBenchmark.run(settings, new PrintStream(printed, /* autoFlush= */ true, UTF_8));

        assertThat(printed.toString(UTF_8))
                .contains("| old-solver | 0 of 1 | 0 | 1.5000 | 1.5000–1.5000 | 1.2500 |")
                .doesNotContain("old-algorithm", "other-solver");
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        assertThatThrownBy(() -> settings("--size", "6"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot use '--size'. Give options as --name value; the names");
        assertThatThrownBy(() -> settings("--regions")).hasMessageStartingWith("Cannot use '--regions'.");
        assertThatThrownBy(() -> settings("--regions", "many").number("regions", 2))
                .hasMessage("Cannot use 'many' of '--regions'. Give a whole number from 2 to 999999999.");
        assertThatThrownBy(() -> Contender.named(List.of("guess")))
                .hasMessageStartingWith("No algorithm named 'guess'.");
    }

    private static Settings settings(String... args) {
        return Settings.read(args, ProofBenchmark.DEFAULTS);
    }
}
