package io.fogatlas.cli;

import static io.fogatlas.cli.Objects.EDGE_AND_CLOUD;
import static io.fogatlas.cli.Objects.detector;
import static io.fogatlas.cli.Objects.detectorIn;
import static io.fogatlas.cli.Objects.fadepl;
import static io.fogatlas.cli.Objects.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceCommandTest {
    private static final String NO_NODES = "note: there is no Node, so compute is unlimited in every region\n";

    @TempDir
    private Path directory;

    @Test
    void placesWhatComesOnStandardInput() {
        Run run = Run.withInput(EDGE_AND_CLOUD + fadepl("app", "DAG", detector()), "place", "-");

        assertThat(run.err()).isEqualToNormalizingNewlines(NO_NODES);
        assertThat(run.out())
                .startsWith("default/app: ")
                .containsPattern("\n└─ edge .*\n   ├─ detector .*\n   └─ camera ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void placesInFileOrderEachOnWhatTheOnesBeforeItLeft() {
        Run run = Run.withInput(
                EDGE_AND_CLOUD
                        + fadepl("first", "DAG", detectorIn("cloud"))
                        + fadepl("second", "DAG", detectorIn("cloud")),
                "place",
                "-");

        assertThat(run.out().lines().filter(line -> line.startsWith("default/")))
                .satisfiesExactly(
                        line -> assertThat(line).matches("default/first: (optimal|feasible), by portfolio in \\d+ ms"),
                        line -> assertThat(line).matches("default/second: infeasible, by portfolio in \\d+ ms"));
        assertThat(run.out()).contains("link  cloud – edge  6 Mbit/s  4 Mbit/s  ██████░░░░  60 %");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void leavesToOthersWhatTheyGet() {
        Run run = Run.withInput(
                EDGE_AND_CLOUD + fadepl("first", "DAG", detectorIn("cloud")) + fadepl("second", "DAG", detector()),
                "place",
                "-");

        assertThat(run.out()).containsPattern("\ncloud .*\n├─ detector (?s:.*)\n└─ edge .*\n   ├─ detector ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void leavesAnApplicationWhatItHoldsItselfAndOthersWhatTheyHold() {
        String taken = EDGE_AND_CLOUD.replace(
                "latency: 10, status: up }", "latency: 10, status: up }\nstatus: { bwallocated: 6M }");
        String holder = fadepl("holder", "DAG", detectorIn("cloud"))
                + "status: { linksoccupancy: [{ linkid: link, bwallocated: 6M, prevbwallocated: 0, ischanged: false }] }\n";

        Run again = Run.withInput(taken + holder, "place", "-");
        Run other = Run.withInput(taken + holder.replace("holder", "other").replace("6M, p", "0, p"), "place", "-");

        assertThat(again.out()).contains("link  cloud – edge  6 Mbit/s  4 Mbit/s  ██████░░░░  60 %");
        assertThat(again.exitCode()).isZero();
        assertThat(other.out()).startsWith("default/other: infeasible");
        assertThat(other.exitCode()).isEqualTo(1);
    }

    @Test
    void keepsToTheNodesThereAre() {
        Run run = Run.withInput(
                EDGE_AND_CLOUD
                        + node("small", "region", "edge", "400m")
                        + node("large", "region", "cloud", "4")
                        + fadepl("app", "DAG", detector()),
                "place",
                "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("\ncloud .*\n├─ detector .* large\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void takesAnotherLabelForTheRegion() {
        Run run = Run.withInput(
                EDGE_AND_CLOUD
                        + node("n1", "topology.kubernetes.io/region", "edge", "4")
                        + fadepl("app", "DAG", detector()),
                "place",
                "--region-label",
                "topology.kubernetes.io/region",
                "-");

        assertThat(run.out()).containsPattern("\n└─ edge .*\n   ├─ detector .* n1\n");
    }

    @Test
    void usesTheAlgorithmOfTheFadeplUnlessToldOtherwise() {
        String input = EDGE_AND_CLOUD + fadepl("app", "Silly", detectorIn("edge"));

        assertThat(Run.withInput(input, "place", "-").out()).contains(", by pinned in ");
        assertThat(Run.withInput(input, "place", "--algorithm", "nearest", "-").out())
                .contains(", by nearest in ");
    }

    @Test
    void refusesAnAlgorithmThatIsNotThere() {
        Run unknown = Run.withInput(
                EDGE_AND_CLOUD + fadepl("one", "Ants", detector()) + fadepl("two", "Bees", detector()), "place", "-");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .containsPattern("standard input:\\d+: FADepl 'default/one': No algorithm named 'Ants'. Use one of \\[")
                .containsPattern("standard input:\\d+: FADepl 'default/two': No algorithm named 'Bees'.")
                .contains("DAG", "Silly", "greedy", "pinned");

        Run option = Run.of("place", "--algorithm", "Ants", "does-not-matter.yaml");
        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.err()).startsWith("fogatlas: No algorithm named 'Ants'. Use one of [");
    }

    @Test
    void weighsWhatTheObjectiveSays() {
        String input = EDGE_AND_CLOUD + fadepl("app", "DAG", detectorIn("cloud"));

        assertThat(Run.withInput(input, "place", "--objective", "network=2,regions=10", "-")
                        .out())
                .contains("\nscore 22 = 2 × network 6 + 10 × regions 1\n");
    }

    @Test
    void repeatsItselfWithTheSameSeed() {
        String input = EDGE_AND_CLOUD + fadepl("app", "DAG", detector());
        String[] arguments = {"place", "--algorithm", "random", "--seed", "-7", "--deadline", "500ms", "-o", "yaml", "-"
        };

        Run run = Run.withInput(input, arguments);

        assertThat(run.exitCode()).isZero();
        assertThat(Run.withInput(input, arguments)).isEqualTo(run);
    }

    @Test
    void writesTheFadeplBackWithItsStatus() {
        Run run = Run.withInput(EDGE_AND_CLOUD + fadepl("app", "DAG", detectorIn("cloud")), "place", "-o", "yaml", "-");

        assertThat(run.out()).contains("kind: FADepl", "status:", "linksoccupancy:", "currentstatus: 1");
        assertThat(run.exitCode()).isZero();
        Run again = Run.withInput(EDGE_AND_CLOUD + "---\n" + run.out(), "place", "-o", "yaml", "-");
        assertThat(again.out()).contains("currentstatus: 1");
    }

    @Test
    void writesItsResultToAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("decision.json"), "old");

        Run run = Run.withInput(
                EDGE_AND_CLOUD + fadepl("app", "DAG", detector()),
                "place",
                "-o",
                "json",
                "--out",
                file.toString(),
                "-");

        assertThat(run.out()).isEmpty();
        assertThat(file).content().startsWith("{").contains("\"outcome\"");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void leavesTheFileAloneWhenTheInputIsWrong() throws IOException {
        Path file = Files.writeString(directory.resolve("decision.json"), "old");

        Run run = Run.withInput("kind: [", "place", "-o", "json", "--out", file.toString(), "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(file).hasContent("old");
    }

    @Test
    void endsWithThreeWhenNothingIsKnown() {
        PlacementEngine engine = new PlacementEngine(List.of(new HelplessAlgorithm()));

        Run run = Run.withEngine(
                engine, Map.of(), "place", "--algorithm", "helpless", "examples/fogatlas", "-o", "table");

        assertThat(run.out())
                .startsWith("default/simple-app: unknown, by helpless in ")
                .endsWith("\n  nothing was found in the time there was\n");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    private static final class HelplessAlgorithm implements PlacementAlgorithm {
        @Override
        public String name() {
            return "helpless";
        }

        @Override
        public String description() {
            return "finds nothing";
        }

        @Override
        public Answer solve(PlacementProblem problem, Search search) {
            return Answer.nothing(List.of());
        }
    }
}
