package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.Decided;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class DecisionTableTest {
    private static final Paint PLAIN = new Paint(false);
    private static final Infrastructure INFRASTRUCTURE = Infrastructure.builder()
            .add(Region.builder("001").name("cloud").mipsPerCore(30_000).build())
            .add(Region.builder("002").mipsPerCore(5000).build())
            .add(Link.builder("link1", "002", "001")
                    .bandwidthBps(10_000_000)
                    .latencyMicros(10_500)
                    .build())
            .add(Link.builder("uplink", "002", "001")
                    .bandwidthBps(1_000_000)
                    .directed(true)
                    .build())
            .add(ExternalEndpoint.of("cam1", "002"))
            .build();
    private static final Application APPLICATION = Application.builder(ApplicationId.of("shop"))
            .addEndpoint("cam1")
            .add(Microservice.builder("driver")
                    .requirements(new Requirements(
                            2000, Resources.builder().memoryBytes(100L << 20).build()))
                    .replicas(3)
                    .build())
            .add(Microservice.builder("store").build())
            .add(DataFlow.builder("cam1", "driver")
                    .bandwidthBps(5_000_000)
                    .latencyBoundMicros(20_000)
                    .build())
            .add(DataFlow.builder("driver", "store").bandwidthBps(100_000).build())
            .build();
    private static final Placement PLACEMENT = new Placement(
            Map.of(
                    "driver", List.of(new Assignment("002", 3, Map.of("n1", 2, "n2", 1))),
                    "store", List.of(new Assignment("001", 1, Map.of()))),
            List.of(
                    new Route("cam1->driver", "002", "002", List.of()),
                    new Route("driver->store", "002", "001", List.of("link1"))));
    private static final Decision PLACED = new Decision(
            APPLICATION.id(),
            "greedy",
            Outcome.FEASIBLE,
            Optional.of(PLACEMENT),
            Optional.of(new Score(0.1105, Map.of(Term.NETWORK, 0.1, Term.LATENCY, 10.5))),
            OptionalDouble.of(0.1),
            List.of(),
            Duration.ofMillis(3));

    private static String text(Decision decision, Paint paint) {
        Occupancy after = new Occupancy(Map.of(), new Holding(Map.of("link1", 1_000_000L), List.of()))
                .with(APPLICATION.id(), Holding.of(INFRASTRUCTURE, APPLICATION, PLACEMENT));
        return DecisionTable.of(new Decided(PlacementRequest.of(INFRASTRUCTURE, APPLICATION), decision), after, paint);
    }

    @Test
    void tellsWhoRunsWhereAndOverWhichLinks() {
        assertThat(text(PLACED, PLAIN)).isEqualTo("""
                default/shop: feasible, by greedy in 3 ms
                score 0.1105 = 1 × network 0.1 + 0.001 × latency 10.5
                bound 0.1, gap 9.5 %

                REGION       REPLICAS  EACH CPU  MIPS  MEMORY
                001 (cloud)  tier 0
                └─ store            1        0m     0       0
                002          tier 0
                ├─ driver           3      400m  2000   100Mi  n1×2 n2
                └─ cam1      endpoint
                compute is unlimited, since there is no Node

                SOURCE  DESTINATION   BANDWIDTH  LATENCY  LINKS
                driver  store        100 kbit/s  10.5 ms  link1
                1 more stays within a region

                LINK   BETWEEN         TAKES        LEFT  LOAD
                link1  002 – 001  100 kbit/s  8.9 Mbit/s  █░░░░░░░░░  11 %
                """);
    }

    @Test
    void saysHowFarFromTheBestItCanBe() {
        Decision optimal = new Decision(
                PLACED.application(),
                "ilp",
                Outcome.OPTIMAL,
                PLACED.placement(),
                PLACED.score(),
                OptionalDouble.of(0.1105),
                List.of(),
                Duration.ZERO);

        assertThat(text(optimal, PLAIN))
                .contains("default/shop: optimal, by ilp in 0 ms\n")
                .contains("\nbound 0.1105, gap 0 %\n");
    }

    @Test
    void saysWhyNothingWasPlaced() {
        Decision infeasible = notPlaced(
                Outcome.INFEASIBLE,
                new Reason("driver", "needs 400m of cpu on one node, but region '002' offers at most 100m, ".repeat(2)),
                new Reason("", "the rest"));

        assertThat(text(infeasible, PLAIN)).isEqualTo("""
                default/shop: infeasible, by greedy in 3 ms
                  driver: needs 400m of cpu on one node, but region '002' offers at most 100m,
                    needs 400m of cpu on one node, but region '002' offers at most 100m,
                  the rest
                """);
    }

    @Test
    void coloursOutcomeAndHeadingsWhenAskedTo() {
        assertThat(text(PLACED, new Paint(true)))
                .startsWith("\u001B[1mdefault/shop\u001B[0m: \u001B[32mfeasible\u001B[0m, by greedy")
                .contains("\n\u001B[1mREGION       REPLICAS");
        assertThat(text(notPlaced(Outcome.INFEASIBLE), new Paint(true))).contains("\u001B[31minfeasible\u001B[0m");
        assertThat(text(notPlaced(Outcome.UNKNOWN), new Paint(true))).contains("\u001B[33munknown\u001B[0m");
    }

    @Test
    void showsWhichWayADirectedLinkLeads() {
        Placement over = new Placement(
                PLACEMENT.assignments(),
                List.of(
                        new Route("cam1->driver", "002", "002", List.of()),
                        new Route("driver->store", "002", "001", List.of("uplink"))));
        Decision decision = new Decision(
                PLACED.application(),
                "greedy",
                Outcome.FEASIBLE,
                Optional.of(over),
                Optional.of(new Score(0, Map.of())),
                OptionalDouble.empty(),
                List.of(),
                Duration.ZERO);

        assertThat(text(decision, PLAIN))
                .contains("uplink  002 → 001  100 kbit/s")
                .contains("score 0 = nothing, since no term weighs\n");
    }

    private static Decision notPlaced(Outcome outcome, Reason... reasons) {
        return new Decision(
                APPLICATION.id(),
                "greedy",
                outcome,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(reasons),
                Duration.ofMillis(3));
    }
}
