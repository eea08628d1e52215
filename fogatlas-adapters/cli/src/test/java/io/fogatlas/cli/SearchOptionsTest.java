package io.fogatlas.cli;

import static io.fogatlas.cli.Objects.EDGE_AND_CLOUD;
import static io.fogatlas.cli.Objects.detectorIn;
import static io.fogatlas.cli.Objects.fadepl;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchOptionsTest {
    private static final String ONE = EDGE_AND_CLOUD + fadepl("app", "DAG", detectorIn("cloud"));

    @Test
    void tellsOfProgressOnRequest() {
        Run run = Run.withInput(ONE, "place", "--algorithm", "greedy", "--progress", "-");

        assertThat(run.err().lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .matches(" +\\d+\\.\\d{3} s  score (-|[\\d.]+)  bound [\\d.]+  gap (-|[\\d.]+ %)"));
        assertThat(run.err()).contains("  score 6.01  ");
        assertThat(run.out()).startsWith("default/app: ");
    }

    @Test
    void givesTheSameAnswerForTheSameWork() {
        String[] arguments = {"place", "--work", "50000", "--seed", "7", "-o", "yaml", "-"};

        Run run = Run.withInput(ONE, arguments);

        assertThat(run.exitCode()).isZero();
        assertThat(Run.withInput(ONE, arguments)).isEqualTo(run);
    }

    @Test
    void refusesNegativeWork() {
        Run run = Run.withInput(ONE, "place", "--work", "-1", "-");

        assertThat(run.err()).isEqualTo("fogatlas: --work must not be negative, but is -1\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5%", "0.05", "1", "100%", "2.5%"})
    void readsGaps(String gap) {
        assertThat(Run.withInput(ONE, "place", "--gap", gap, "-").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.1", "101%", "x", "", "%", "1e-3", "NaN"})
    void refusesOtherGaps(String gap) {
        Run run = Run.withInput(ONE, "place", "--gap", gap, "-");

        assertThat(run.err()).contains("is not a gap from 0 to 1; write e.g. 0, 5% or 0.05");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
