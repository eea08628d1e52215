package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static io.fogatlas.placement.verification.ThreeRegions.MBPS;
import static io.fogatlas.placement.verification.ThreeRegions.MS;
import static io.fogatlas.placement.verification.ThreeRegions.cpu;
import static io.fogatlas.placement.verification.ThreeRegions.flow;
import static io.fogatlas.placement.verification.ThreeRegions.link;
import static io.fogatlas.placement.verification.ThreeRegions.mips;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.LatencyChain.Step;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all microservices and data flows together ask. */
final class SumConditionsTest {
    private static Microservice.Builder driver(Requirements requirements) {
        return Microservice.builder("driver").requirements(requirements);
    }

    private static RegionDemand atTheEdge(int replicas) {
        return RegionDemand.in(EDGE, replicas);
    }

    private static List<Reason> broken(ThreeRegions built) {
        return NecessaryConditions.broken(built.request().build());
    }

    private static Reason of(String microservice, String text) {
        return new Reason(microservice, text);
    }

    @Test
    void findsThatAllTogetherNeedMoreThanThereIs() {
        ThreeRegions built = ThreeRegions.withNodes();
        IntStream.range(0, 6)
                .forEach(number -> built.with(Microservice.builder("m" + number)
                        .requirements(cpu(1000))
                        .build()));

        assertThat(broken(built))
                .containsExactly(of(
                        "",
                        "m0, m1, m2, m3, m4, m5 can be anywhere and need 6000m CPU together,"
                                + " but the nodes that can take them have 5200m CPU free; it takes +800m CPU or more"));
    }

    @Test
    void findsThatWhatMustBeInOneRegionNeedsMoreThanItHas() {
        assertThat(broken(ThreeRegions.withNodes()
                        .with(driver(cpu(1100)).addDemand(atTheEdge(1)).build())
                        .with(Microservice.builder("b")
                                .requirements(cpu(1000))
                                .addDemand(atTheEdge(1))
                                .build())))
                .containsExactly(of(
                        "",
                        "driver, b can be in 003-003 only and need 2100m CPU together,"
                                + " but the nodes that can take them have 2000m CPU free; it takes +100m CPU or more"));
    }

    @Test
    void findsThatWhatIsBoundToTwoRegionsNeedsMoreThanBothHave() {
        ThreeRegions built = ThreeRegions.withNodes();
        IntStream.range(0, 9)
                .forEach(number -> built.with(Microservice.builder("m" + number)
                        .requirements(mips(15_000))
                        .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of(CLOUD, FOG)))
                        .build()));

        // 15,000 MIPS are 300m in the cloud and 500m in the fog: at least 2700m of 3200m. One more asks for another
        // 600m.
        assertThat(broken(built)).isEmpty();
        assertThat(broken(built.with(Microservice.builder("last")
                        .requirements(cpu(600))
                        .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of(CLOUD, FOG)))
                        .build())))
                .containsExactly(of(
                        "",
                        "10 microservices such as m0 can be in 001-001, 002-002 only and need 3300m CPU together,"
                                + " but the nodes that can take them have 3200m CPU free; it takes +100m CPU or more"));
    }

    @Test
    void findsThatFlowsCannotLeaveARegionTogether() {
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(driver(cpu(1))
                                .addDemand(RegionDemand.in(CLOUD, 1))
                                .build())
                        .with(flow("cam1", "driver", 9_000, 0))
                        .with(flow("broker1", "driver", 9_000, 0))
                        .with(flow("driver", "cam2", 5_000, 0))))
                .containsExactly(of(
                        "",
                        "the data flows that must leave or enter region 001-001 need 23 Mbit/s,"
                                + " its links have 20 Mbit/s free; it takes +3 Mbit/s"));
    }

    @Test
    void findsAChainThatIsTooSlowOnItsFastestWay() {
        LatencyChain control = new LatencyChain(
                "control", List.of(new Step("cam1", MS), new Step("driver", 5 * MS), new Step("sens1", 0)), 105 * MS);

        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(driver(cpu(1)).build())
                        .with(flow("cam1", "driver", 1, 0))
                        .with(flow("driver", "sens1", 1, 0))
                        .with(control)))
                .containsExactly(of(
                        "",
                        "latency chain 'control' takes 106 ms at best, its bound is 105 ms;"
                                + " it needs a bound of 106 ms or more"));
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(driver(cpu(1)).build())
                        .with(flow("cam1", "driver", 1, 0))
                        .with(flow("driver", "sens1", 1, 0))
                        .with(new LatencyChain("control", control.steps(), 106 * MS))))
                .isEmpty();
    }

    @Test
    void doesNotTakeAFullLinkForFlowsWithoutBandwidth() {
        ThreeRegions built = ThreeRegions.withoutNodes()
                .with(link("spare", EDGE, FOG, 0, 1).build())
                .with(driver(cpu(1)).addDemand(RegionDemand.in(CLOUD, 1)).build())
                .with(flow("cam1", "driver", 0, 100));
        Holding everything = new Holding(Map.of("link1", 10 * MBPS, "link2", 99 * MBPS), List.of());

        assertThat(NecessaryConditions.broken(built.request()
                        .occupancy(new Occupancy(Map.of(), everything))
                        .build()))
                .isEmpty();
    }
}
