package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static io.fogatlas.placement.verification.ThreeRegions.MIB;
import static io.fogatlas.placement.verification.ThreeRegions.cpu;
import static io.fogatlas.placement.verification.ThreeRegions.flow;
import static io.fogatlas.placement.verification.ThreeRegions.mips;
import static io.fogatlas.placement.verification.ThreeRegions.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.infrastructure.Taint;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one microservice asks of regions. */
final class NecessaryConditionsTest {
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
    void provesNothingOfWhatCanBePlaced() {
        assertThat(broken(ThreeRegions.withNodes()
                        .with(driver(mips(9_000)).build())
                        .with(Microservice.builder("processor")
                                .replicas(3)
                                .spreadOver(3)
                                .build())
                        .with(flow("cam1", "driver", 5_000, 20))
                        .with(flow("driver", "processor", 100, 10))))
                .isEmpty();
    }

    @Test
    void tellsHowManyMipsAreLackingWhereAMicroserviceIsPinned() {
        // 2,200m at 5,000 MIPS a core; the edge has 2,000m.
        assertThat(broken(ThreeRegions.withNodes()
                        .with(driver(mips(11_000)).addDemand(atTheEdge(1)).build())))
                .startsWith(
                        of(
                                "driver",
                                "region 003-003: there is room for 0 of 1 replicas: each needs 11000 MIPS (2200m CPU),"
                                        + " the largest free part is 2000m CPU; +1000 MIPS (200m CPU) on node 'edge' would do"));
    }

    @Test
    void tellsOfEachRegionWhatItLacksTheNearestMissFirst() {
        assertThat(broken(ThreeRegions.withNodes()
                        .with(driver(cpu(1500)).replicas(2).build())))
                .containsExactly(
                        of("driver", "no region can take 2 replicas together; what is lacking, by regions: cpu in 3"),
                        of(
                                "driver",
                                "region 002-002: there is room for 1 of 2 replicas: each needs 1500m CPU,"
                                        + " the largest free part is 2000m CPU; +1000m CPU on node 'fog' would do"),
                        of(
                                "driver",
                                "region 003-003: there is room for 1 of 2 replicas: each needs 1500m CPU,"
                                        + " the largest free part is 2000m CPU; +1000m CPU on node 'edge' would do"),
                        of(
                                "driver",
                                "region 001-001: there is room for 0 of 2 replicas: each needs 1500m CPU,"
                                        + " the largest free part is 1200m CPU; +1800m CPU on node 'cloud' would do"));
    }

    @Test
    void packsReplicasOnNodesAndNotIntoTheirSum() {
        ThreeRegions twoHalves = ThreeRegions.withoutNodes()
                .with(node("a", EDGE, 900, 100).build())
                .with(node("b", EDGE, 900, 100).build())
                .with(driver(cpu(600)).replicas(3).build());

        assertThat(broken(twoHalves)).isNotEmpty();
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(node("a", EDGE, 1200, 100).build())
                        .with(node("b", EDGE, 900, 100).build())
                        .with(driver(cpu(600)).replicas(3).build())))
                .isEmpty();
    }

    @Test
    void tellsWhenNoNodeHasEnoughOfEverythingAtOnce() {
        Resources both =
                Resources.builder().cpuMillis(500).memoryBytes(500 * MIB).build();

        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(node("cpu", EDGE, 1000, 100).build())
                        .with(node("memory", EDGE, 100, 1000).build())
                        .with(driver(new Requirements(0, both))
                                .addDemand(atTheEdge(1))
                                .build())))
                .containsExactly(of(
                        "driver",
                        "region 003-003: there is room for 0 of 1 replicas: no node has enough of every resource at once;"
                                + " +400Mi memory on node 'cpu' would do"));
    }

    @Test
    void countsWhatOthersHoldAndNotWhatTheApplicationHolds() {
        ThreeRegions built = ThreeRegions.withNodes()
                .with(driver(cpu(1500)).addDemand(atTheEdge(1)).build());
        Holding held = new Holding(
                Map.of(),
                List.of(new ReplicaGroup(
                        "n",
                        Map.of(),
                        List.of(),
                        EDGE,
                        Map.of("edge", 1),
                        Resources.builder().cpuMillis(600).build())));
        PlacementRequest own = built.request()
                .occupancy(Occupancy.NONE.with(
                        built.request().build().application().id(), held))
                .build();
        PlacementRequest theirs =
                built.request().occupancy(new Occupancy(Map.of(), held)).build();

        assertThat(NecessaryConditions.broken(own)).isEmpty();
        assertThat(NecessaryConditions.broken(theirs))
                .extracting(Reason::text)
                .anySatisfy(text -> assertThat(text).contains("1400m CPU; +100m CPU on node 'edge' would do"));
    }

    @Test
    void tellsWhichRuleForbidsEachRegion() {
        ThreeRegions built = ThreeRegions.withNodes()
                .with(Region.builder("empty").build())
                .with(Region.builder("dark").build())
                .with(Region.builder("tainted").build())
                .with(Region.builder("far").tier(7).build())
                .with(node("d", "dark", 9000, 9000).ready(false).build())
                .with(node("t", "tainted", 9000, 9000)
                        .addLabel("gpu", "yes")
                        .addTaint(new Taint("k", "v", Taint.Effect.NO_SCHEDULE))
                        .build())
                .with(driver(cpu(1))
                        .addRegionConstraint(new RegionConstraint.AllowedTiers(Set.of(0, 1, 2)))
                        .nodeSelector(new NodeSelector(
                                new LabelSelector(List.of(LabelExpression.is("gpu", "yes"))), List.of()))
                        .build());

        assertThat(broken(built))
                .extracting(Reason::text)
                .containsExactly(
                        "no region can take a replica; what is lacking, by regions:"
                                + " node labels in 3, no node in 1, not ready in 1, taints in 1, not permitted in 1",
                        "region 001-001: its node selector matches none of its nodes",
                        "region 002-002: its node selector matches none of its nodes",
                        "region 003-003: its node selector matches none of its nodes",
                        "region empty: it has no node",
                        "region dark: none of its 1 nodes is ready",
                        "region tainted: each of its ready nodes has a taint that is not tolerated, such as k=v:NO_SCHEDULE",
                        "region far: AllowedTiers[tiers=[0, 1, 2]] does not permit it");
    }

    @Test
    void judgesTheRegionLabelWhereNoNodesAreKnown() {
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(Microservice.builder("driver")
                                .addDemand(atTheEdge(1))
                                .nodeSelector(new NodeSelector(
                                        new LabelSelector(List.of(LabelExpression.is("region", FOG))), List.of()))
                                .build())))
                .containsExactly(of("driver", "region 003-003: its node selector asks for another 'region' label"));
    }

    @Test
    void findsTooFewDifferentRegions() {
        assertThat(broken(ThreeRegions.withNodes()
                        .with(driver(cpu(1500)).replicas(3).spreadOver(3).build())))
                .startsWith(of(
                        "driver",
                        "3 Assignments need 3 different regions, but only 2 are possible: [002-002, 003-003]"))
                .anySatisfy(reason ->
                        assertThat(reason.text()).startsWith("region 001-001: there is room for 0 of 1 replicas"));
        assertThat(broken(ThreeRegions.withNodes()
                        .with(driver(cpu(100)).replicas(3).spreadOver(3).build())))
                .isEmpty();
    }

    @Test
    void leavesARegionThatOneDemandNeedsToThatDemand() {
        // Only the fog can take two; then the single one cannot be there, and the pin takes the edge.
        assertThat(broken(ThreeRegions.withNodes()
                        .with(driver(cpu(100))
                                .addDemand(atTheEdge(1))
                                .addDemand(RegionDemand.anywhere(1))
                                .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of(EDGE)))
                                .build())))
                .extracting(Reason::text)
                .contains("region 003-003: another demand of it must be there");
    }
}
