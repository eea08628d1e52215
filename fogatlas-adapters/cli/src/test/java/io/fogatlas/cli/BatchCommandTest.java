package io.fogatlas.cli;

import static io.fogatlas.cli.Objects.EDGE_AND_CLOUD;
import static io.fogatlas.cli.Objects.detector;
import static io.fogatlas.cli.Objects.detectorIn;
import static io.fogatlas.cli.Objects.fadepl;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two applications of 6 Mbit/s each that cannot both be in the cloud, behind a link of 10 Mbit/s. */
final class BatchCommandTest {
    private static final String TWO =
            EDGE_AND_CLOUD + fadepl("first", "DAG", detectorIn("cloud")) + fadepl("second", "DAG", detectorIn("cloud"));

    @TempDir
    private Path directory;

    @Test
    void admitsTheOneThatIsWorthMore() {
        Run run = Run.withInput(TWO, "place", "--batch", "--priority", "second=7", "-");

        assertThat(run.out())
                .startsWith("batch: optimal, 1 of 2 applications worth 7 of at most 7, by ")
                .contains("\ndefault/first (1) is left out: it cannot run together with default/second\n")
                .contains("\ndefault/first: infeasible", "\ndefault/second: optimal");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void takesThePriorityOfTheFadepl() {
        String input = EDGE_AND_CLOUD
                + fadepl("first", "DAG", detectorIn("cloud"))
                + fadepl("second", "DAG", detectorIn("cloud"))
                        .replace("{ name: second }", "{ name: second, annotations: { fogatlas.io/priority: \"4\" } }");

        assertThat(Run.withInput(input, "place", "--batch", "-").out()).contains("applications worth 4 of at most 4");
        assertThat(Run.withInput(input, "place", "--batch", "--priority", "default/first=9", "-")
                        .out())
                .contains("applications worth 9 of at most 9");

        Run refused = Run.withInput(input.replace("\"4\"", "\"-4\""), "place", "--batch", "-");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "fogatlas.io/priority must be a whole number from 0 to 1000000000000", "but is the text '-4'");
    }

    @Test
    void placesAllWhereAllFit() {
        String input = EDGE_AND_CLOUD + fadepl("first", "", detector()) + fadepl("second", "", detectorIn("cloud"));

        Run run = Run.withInput(input, "place", "--batch", "--algorithm", "greedy", "-");

        assertThat(run.out()).contains(", 2 of 2 applications worth 2, by greedy in ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void writesDecisionsThatVerifyAsABatch() throws IOException {
        Path file = directory.resolve("decision.json");
        Path input = Files.writeString(
                directory.resolve("input.yaml"),
                EDGE_AND_CLOUD + fadepl("first", "DAG", detectorIn("cloud")) + fadepl("second", "DAG", detector()));

        Run placed = Run.of("place", "--batch", "-o", "json", "--out", file.toString(), input.toString());
        Run verified = Run.of("verify", "--batch", "--decision", file.toString(), input.toString());

        assertThat(placed.exitCode()).isZero();
        assertThat(file).content().contains("\"batch\"", "\"valueBound\": 2", "\"admitted\"", "\"leftOut\": []");
        assertThat(verified.out().lines()).hasSize(2).allMatch(line -> line.contains(": valid, score "));

        Files.writeString(file, Files.readString(file).replace("\"edge\"", "\"cloud\""));
        Run broken = Run.of("verify", "--batch", "--decision", file.toString(), input.toString());
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).contains("default/second: violated");
    }

    @Test
    void writesTheFadeplsBackWithTheirStatus() {
        Run run = Run.withInput(TWO, "place", "--batch", "-o", "yaml", "-");

        assertThat(run.out()).contains("name: first", "name: second", "currentstatus: 1");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void endsWithThreeWhenMoreMayFit() {
        Run run = Run.withInput(TWO, "place", "--batch", "--deadline", "0ms", "-");

        assertThat(run.out()).startsWith("batch: unknown, 0 of 2 applications worth 0 of at most 2");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void refusesPrioritiesThatMakeNoSense() {
        assertThat(Run.withInput(TWO, "place", "--priority", "first=2", "-").err())
                .isEqualTo("fogatlas: --priority has no meaning without --batch\n");
        assertThat(Run.withInput(TWO, "place", "--batch", "--priority", "third=2", "-")
                        .err())
                .contains("fogatlas: --priority of 'third': there is no such FADepl; write NAME or NAMESPACE/NAME\n");
        assertThat(Run.withInput(TWO, "place", "--batch", "--priority", "first=-2", "-")
                        .err())
                .contains("fogatlas: --priority of 'first' must be from 0 to 1000000000000, but is -2\n");
        assertThat(Run.withInput(TWO, "place", "--batch", "--priority", "first=x", "-")
                        .exitCode())
                .isEqualTo(2);
        String twice = TWO
                + fadepl("first", "DAG", detector()).replace("{ name: first }", "{ name: first, namespace: other }");
        assertThat(Run.withInput(twice, "place", "--batch", "--priority", "first=2", "-")
                        .err())
                .contains("--priority of 'first' could mean several FADepls; write e.g. other/first");
    }

    @Test
    void asksWhichOfSeveralAlgorithmsToUse() {
        Run run = Run.withInput(TWO.replaceFirst("algorithm: DAG", "algorithm: nearest"), "place", "--batch", "-");

        assertThat(run.err())
                .contains("the FADepls name different algorithms (nearest, DAG), but a batch is placed by one; give"
                        + " --algorithm\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
