package io.fogatlas.cli;

import static io.fogatlas.cli.Objects.EDGE_AND_CLOUD;
import static io.fogatlas.cli.Objects.detector;
import static io.fogatlas.cli.Objects.fadepl;
import static io.fogatlas.cli.Objects.node;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fogatlas place} of applications that run already. */
final class PlacedAgainTest {
    private static String runningIn(String region) {
        return EDGE_AND_CLOUD
                + node("e1", "region", "edge", "4")
                + node("c1", "region", "cloud", "4")
                + fadepl("app", "DAG", detector())
                + """
                status:
                  currentstatus: 1
                  placements: [{ microservice: detector, regions: [{ regionselected: %s, replicas: 1 }] }]
                """.formatted(region);
    }

    @ParameterizedTest
    @ValueSource(strings = {"greedy", "portfolio"})
    void showsThePlanIfSomethingMoves(String algorithm) {
        Run run = Run.withInput(runningIn("cloud"), "place", "--algorithm", algorithm, "--deadline", "1s", "-");

        assertThat(run.out()).contains("""

                plan of 3 steps, nothing pauses:
                  1. start 1 of detector in region edge on e1
                  2. route video from edge to edge inside the region
                  3. stop 1 of detector in region cloud
                """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void plansTheWayToTheRegionThatIsAskedFor() {
        Run run = Run.withInput(
                runningIn("cloud")
                        .replace(
                                "  - name: detector\n",
                                "  - name: detector\n    regions: [{ regionrequired: edge }]\n"),
                "place",
                "--algorithm",
                "pinned",
                "-");

        assertThat(run.out()).contains(", by pinned in ", "plan of 3 steps, nothing pauses:");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void showsNoPlanIfNothingMoves() {
        Run run = Run.withInput(runningIn("edge"), "place", "-");

        assertThat(run.out()).containsPattern("\n└─ edge .*\n   ├─ detector ").doesNotContain("plan");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void leavesWhatRunsIfMovingWeighsMoreThanItSaves() {
        Run run = Run.withInput(runningIn("cloud"), "place", "--objective", "network=1,migration=7", "-");

        assertThat(run.out()).containsPattern("\ncloud .*\n├─ detector ").doesNotContain("plan");
    }

    @Test
    void movesWhatRunsIfThatSavesMore() {
        Run run = Run.withInput(runningIn("cloud"), "place", "--objective", "network=1,migration=5", "-");

        assertThat(run.out()).containsPattern("\n└─ edge .*\n   ├─ detector (?s:.*)\nplan of 3 steps");
    }

    @Test
    void writesThePlanAsJsonWhichVerifyReads() {
        Run placed = Run.withInput(runningIn("cloud"), "place", "-o", "json", "-");

        assertThat(placed.out()).contains("""
                      "plan": {
                        "fewestPauses": true,
                        "pausing": [],
                        "interrupted": [],
                        "steps": [
                          {
                            "action": "add-replicas",
                            "microservice": "detector",
                            "region": "edge",
                            "replicas": 1,
                            "nodes": {
                              "e1": 1
                            }
                          },
                          {
                            "action": "add-route",
                            "flow": "video",
                            "sourceRegion": "edge",
                            "destinationRegion": "edge",
                            "links": []
                          },
                          {
                            "action": "remove-replicas",
                            "microservice": "detector",
                            "region": "cloud",
                            "replicas": 1
                          }
                        ]
                      },
                """);
    }
}
