package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static io.fogatlas.placement.verification.ThreeRegions.MBPS;
import static io.fogatlas.placement.verification.ThreeRegions.MIB;
import static io.fogatlas.placement.verification.ThreeRegions.cpu;
import static io.fogatlas.placement.verification.ThreeRegions.flow;
import static io.fogatlas.placement.verification.ThreeRegions.link;
import static io.fogatlas.placement.verification.ThreeRegions.mips;
import static io.fogatlas.placement.verification.ThreeRegions.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TermAmountsTest {
    private static double amount(Term term, ThreeRegions built) {
        return amount(term, built, built.request());
    }

    private static double amount(Term term, ThreeRegions built, PlacementRequest.Builder request) {
        Objective objective = new Objective(Map.of(term, 2.0));
        Verification verification = built.verify(request.objective(objective).build());
        assertThat(verification.violations()).isEmpty();
        Score score = verification.score().orElseThrow();
        double amount = score.terms().getOrDefault(term, -1.0);
        assertThat(score.value()).isEqualTo(2 * amount);
        assertThat(score.terms()).containsOnlyKeys(term);
        return amount;
    }

    /** 5 Mbit/s over one link of 10 ms and 0.1 Mbit/s over two links of 10 and 100 ms. */
    private static ThreeRegions twoFlows() {
        return ThreeRegions.withoutNodes()
                .with(Microservice.builder("driver").build())
                .with(flow("cam1", "driver", 5_000, 0))
                .with(flow("cam2", "sens1", 100, 0))
                .place("driver", FOG, 1)
                .route("cam1->driver", EDGE, FOG, "link3")
                .route("cam2->sens1", EDGE, CLOUD, "link3", "link2");
    }

    @Test
    void networkIsTheBandwidthOnAllLinks() {
        assertThat(amount(Term.NETWORK, twoFlows())).isEqualTo(5.2);
    }

    @Test
    void latencyIsTheSumOverRoutes() {
        assertThat(amount(Term.LATENCY, twoFlows())).isEqualTo(120);
    }

    @Test
    void theDefaultObjectiveWeighsBoth() {
        Score score = twoFlows().verify().score().orElseThrow();

        assertThat(score.value()).isCloseTo(5.2 + 0.001 * 120, within(1e-12));
        assertThat(score.terms()).isEqualTo(Map.of(Term.NETWORK, 5.2, Term.LATENCY, 120.0));
    }

    @Test
    void computeIsPriceTimesMipsTaken() {
        // 3 × 2,000 MIPS at 0.5 each, and one replica of 100 millicores = 100 MIPS.
        assertThat(amount(
                        Term.COMPUTE,
                        ThreeRegions.withoutNodes()
                                .with(Region.builder("paid")
                                        .priceMicrosPerMips(500_000)
                                        .build())
                                .with(Microservice.builder("a")
                                        .requirements(mips(2_000))
                                        .replicas(3)
                                        .build())
                                .with(Microservice.builder("b")
                                        .requirements(cpu(100))
                                        .build())
                                .with(Microservice.builder("c")
                                        .requirements(mips(9_999))
                                        .build())
                                .place("a", "paid", 3)
                                .place("b", "paid", 1)
                                .place("c", FOG, 1)))
                .isEqualTo(3 * 2_000 * 0.5 + 100 * 0.5);
    }

    @Test
    void computeDoesNotOverflow() {
        assertThat(amount(
                        Term.COMPUTE,
                        ThreeRegions.withoutNodes()
                                .with(Region.builder("dear")
                                        .priceMicrosPerMips(Problems.MAX_AMOUNT)
                                        .build())
                                .with(Microservice.builder("a")
                                        .requirements(mips(Problems.MAX_AMOUNT / 1000))
                                        .replicas(1000)
                                        .build())
                                .place("a", "dear", 1000)))
                .isCloseTo((double) Problems.MAX_AMOUNT / 1000 * 1000 * Problems.MAX_AMOUNT / 1e6, within(1e15));
    }

    @Test
    void regionsAreCountedOnce() {
        assertThat(amount(
                        Term.REGIONS,
                        ThreeRegions.withoutNodes()
                                .with(Microservice.builder("a").build())
                                .with(Microservice.builder("b")
                                        .replicas(2)
                                        .spreadOver(2)
                                        .build())
                                .place("a", FOG, 1)
                                .place("b", FOG, 1)
                                .place("b", EDGE, 1)))
                .isEqualTo(2);
    }

    @Test
    void migrationCountsReplicasAboveThoseThatAreThereOfWhatRunsAlready() {
        ThreeRegions built = ThreeRegions.withoutNodes()
                .with(Microservice.builder("a").replicas(5).spreadOver(2).build())
                .with(Microservice.builder("b").build())
                .with(Microservice.builder("new").build())
                .place("a", FOG, 3)
                .place("a", EDGE, 2)
                .place("b", EDGE, 1)
                .place("new", EDGE, 1);
        Placement current = new Placement(
                Map.of(
                        "a", List.of(new Assignment(FOG, 1, Map.of()), new Assignment(CLOUD, 4, Map.of())),
                        "b", List.of(new Assignment(EDGE, 1, Map.of()))),
                List.of());

        assertThat(amount(Term.MIGRATION, built, built.request().current(current)))
                .isEqualTo(4);
        assertThat(amount(Term.MIGRATION, built)).isEqualTo(0);
    }

    @Test
    void balanceIsTheHighestUtilisationOfLinksThatAreUp() {
        ThreeRegions built = twoFlows()
                .with(link("dark", FOG, EDGE, 1, 1).up(false).build())
                .with(link("empty", FOG, EDGE, 0, 1).build());
        Holding others = new Holding(Map.of("link1", 2 * MBPS, "link2", MBPS, "dark", MBPS, "empty", MBPS), List.of());

        assertThat(amount(Term.BALANCE, built)).isEqualTo(5.1 / 100);
        assertThat(amount(Term.BALANCE, built, built.request().occupancy(new Occupancy(Map.of(), others))))
                .isEqualTo(0.2);
    }

    @Test
    void balanceSumsTheReadyNodesOfARegion() {
        // EDGE: 500m of 2000m + 2000m; with the neighbour's 800m of the same it is 1300/4000. The node that is down is
        // no part of it.
        Resources request = Resources.builder().cpuMillis(500).memoryBytes(MIB).build();
        ThreeRegions built = ThreeRegions.withNodes()
                .with(node("edge2", EDGE, 2000, 100_000).build())
                .with(node("down", EDGE, 1, 1).ready(false).build())
                .with(Microservice.builder("a")
                        .requirements(new Requirements(0, request))
                        .build())
                .place("a", EDGE, "edge", 1);
        Resources held = Resources.builder().cpuMillis(800).build();
        Holding others = new Holding(
                Map.of(),
                List.of(
                        new ReplicaGroup("n", Map.of(), List.of(), EDGE, Map.of("edge2", 1, "ghost", 1), held),
                        new ReplicaGroup("n", Map.of(), List.of(), EDGE, Map.of("down", 1), held)));

        assertThat(amount(Term.BALANCE, built)).isEqualTo(500.0 / 4000);
        assertThat(amount(Term.BALANCE, built, built.request().occupancy(new Occupancy(Map.of(), others))))
                .isEqualTo(1300.0 / 4000);
    }
}
