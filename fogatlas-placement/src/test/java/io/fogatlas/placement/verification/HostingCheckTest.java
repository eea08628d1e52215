package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static io.fogatlas.placement.verification.ThreeRegions.MIB;
import static io.fogatlas.placement.verification.ThreeRegions.cpu;
import static io.fogatlas.placement.verification.ThreeRegions.mips;
import static io.fogatlas.placement.verification.ThreeRegions.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.application.Toleration;
import io.fogatlas.model.infrastructure.Taint;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.verification.NodeViolation.NodeInOtherRegion;
import io.fogatlas.placement.verification.NodeViolation.NodeLabelsDoNotFit;
import io.fogatlas.placement.verification.NodeViolation.NodeNotReady;
import io.fogatlas.placement.verification.NodeViolation.NodeOverloaded;
import io.fogatlas.placement.verification.NodeViolation.ReplicasNotOnNodes;
import io.fogatlas.placement.verification.NodeViolation.TaintNotTolerated;
import io.fogatlas.placement.verification.NodeViolation.UnknownNode;
import io.fogatlas.placement.verification.RegionViolation.RegionLabelDoesNotFit;
import io.fogatlas.placement.verification.RegionViolation.RegionNotPermitted;
import io.fogatlas.placement.verification.RegionViolation.UnknownRegion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HostingCheckTest {
    private static Microservice driver(Requirements requirements, int replicas) {
        return Microservice.builder("driver")
                .requirements(requirements)
                .replicas(replicas)
                .build();
    }

    private static NodeSelector label(String key, String value) {
        return new NodeSelector(new LabelSelector(List.of(LabelExpression.is(key, value))), List.of());
    }

    private static Holding holding(String node, int count, Resources perReplica) {
        return new Holding(
                Map.of(),
                List.of(new ReplicaGroup("other", Map.of(), List.of(), EDGE, Map.of(node, count), perReplica)));
    }

    @Test
    void findsARegionThatDoesNotExist() {
        assertThat(ThreeRegions.withoutNodes()
                        .with(driver(cpu(100), 1))
                        .place("driver", "004-004", 1)
                        .violations())
                .containsExactly(new UnknownRegion("driver", "004-004"));
    }

    @Test
    void findsEveryConstraintThatForbidsTheRegion() {
        RegionConstraint notTheFog = new RegionConstraint.ForbiddenRegions(Set.of(FOG));
        RegionConstraint tierTwo = new RegionConstraint.AllowedTiers(Set.of(2));
        RegionConstraint fogOrEdge = new RegionConstraint.AllowedRegions(Set.of(FOG, EDGE));

        assertThat(ThreeRegions.withoutNodes()
                        .with(Microservice.builder("driver")
                                .addRegionConstraint(notTheFog)
                                .addRegionConstraint(fogOrEdge)
                                .addRegionConstraint(tierTwo)
                                .build())
                        .place("driver", FOG, 1)
                        .violations())
                .containsExactly(
                        new RegionNotPermitted("driver", FOG, notTheFog),
                        new RegionNotPermitted("driver", FOG, tierTwo));
    }

    @Test
    void judgesTheRegionLabelWhereNoNodesAreKnown() {
        Microservice labelled = Microservice.builder("driver")
                .nodeSelector(label("region", EDGE))
                .build();

        assertThat(ThreeRegions.withoutNodes()
                        .with(labelled)
                        .place("driver", EDGE, 1)
                        .violations())
                .isEmpty();
        assertThat(ThreeRegions.withoutNodes()
                        .with(labelled)
                        .place("driver", FOG, 1)
                        .violations())
                .containsExactly(new RegionLabelDoesNotFit("driver", FOG));
    }

    @Test
    void findsReplicasThatAreOnNoNode() {
        assertThat(ThreeRegions.withNodes()
                        .with(driver(cpu(100), 3))
                        .place("driver", new Assignment(EDGE, 3, Map.of("edge", 2)))
                        .violations())
                .containsExactly(new ReplicasNotOnNodes("driver", EDGE, 3, 2));
    }

    @Test
    void findsANodeThatDoesNotExist() {
        assertThat(ThreeRegions.withNodes()
                        .with(driver(cpu(100), 1))
                        .place("driver", EDGE, "ghost", 1)
                        .violations())
                .containsExactly(new UnknownNode("driver", "ghost"));
        assertThat(ThreeRegions.withoutNodes()
                        .with(driver(cpu(100), 1))
                        .place("driver", EDGE, "ghost", 1)
                        .violations())
                .containsExactly(new UnknownNode("driver", "ghost"));
    }

    @Test
    void findsANodeOfAnotherRegion() {
        assertThat(ThreeRegions.withNodes()
                        .with(driver(cpu(100), 1))
                        .place("driver", EDGE, "fog", 1)
                        .violations())
                .containsExactly(new NodeInOtherRegion("driver", "fog", EDGE, FOG));
    }

    @Test
    void findsANodeThatIsNotReady() {
        assertThat(ThreeRegions.withoutNodes()
                        .with(node("down", EDGE, 1000, 1000).ready(false).build())
                        .with(driver(cpu(100), 1))
                        .place("driver", EDGE, "down", 1)
                        .violations())
                .containsExactly(new NodeNotReady("driver", "down"));
    }

    @Test
    void findsTaintsThatForbidAndAreNotTolerated() {
        Taint gpu = new Taint("gpu", "yes", Taint.Effect.NO_SCHEDULE);
        Taint evict = new Taint("evict", "", Taint.Effect.NO_EXECUTE);
        Taint mild = new Taint("mild", "", Taint.Effect.PREFER_NO_SCHEDULE);
        ThreeRegions tainted = ThreeRegions.withoutNodes()
                .with(node("n", EDGE, 1000, 1000)
                        .addTaint(gpu)
                        .addTaint(evict)
                        .addTaint(mild)
                        .build());
        Toleration toleration = new Toleration("gpu", Optional.of("yes"), Optional.empty());

        assertThat(tainted.with(Microservice.builder("driver")
                                .addTolerations(List.of(toleration))
                                .build())
                        .place("driver", EDGE, "n", 1)
                        .violations())
                .containsExactly(new TaintNotTolerated("driver", "n", evict));
    }

    @Test
    void findsANodeWhoseLabelsDoNotFit() {
        ThreeRegions withGpu = ThreeRegions.withNodes()
                .with(node("gpu", EDGE, 1000, 1000).addLabel("gpu", "yes").build())
                .with(Microservice.builder("driver")
                        .nodeSelector(label("gpu", "yes"))
                        .replicas(2)
                        .build());

        assertThat(withGpu.place("driver", new Assignment(EDGE, 2, Map.of("edge", 1, "gpu", 1)))
                        .violations())
                .containsExactly(new NodeLabelsDoNotFit("driver", "edge"));
    }

    @Test
    void roundsTheCpuOfMipsUpAndSumsAllMicroservicesOnTheNode() {
        // 5,001 MIPS are 1000.2 millicores at 5,000 MIPS a core, so 1001; with 1000m of the other that is one too many.
        ThreeRegions case1 = ThreeRegions.withNodes()
                .with(driver(mips(5_001), 1))
                .with(Microservice.builder("other").requirements(cpu(1000)).build());

        assertThat(case1.place("driver", EDGE, "edge", 1)
                        .place("other", EDGE, "edge", 1)
                        .violations())
                .containsExactly(new NodeOverloaded("edge", "cpu", 2001, 2000));
    }

    @Test
    void findsEveryResourceThatANodeLacks() {
        Resources greedy = Resources.builder()
                .cpuMillis(700)
                .memoryBytes(2048 * MIB)
                .storageBytes(1)
                .addExtended("nvidia.com/gpu", 1)
                .build();

        assertThat(ThreeRegions.withNodes()
                        .with(driver(new Requirements(0, greedy), 3))
                        .place("driver", EDGE, "edge", 3)
                        .violations())
                .containsExactly(
                        new NodeOverloaded("edge", "cpu", 2100, 2000),
                        new NodeOverloaded("edge", "memory", 3 * 2048 * MIB, 2048 * MIB),
                        new NodeOverloaded("edge", "ephemeral-storage", 3, 0),
                        new NodeOverloaded("edge", "nvidia.com/gpu", 3, 0));
    }

    @Test
    void givesEachReplicaAPodSlot() {
        assertThat(ThreeRegions.withoutNodes()
                        .with(node("small", EDGE, 0, 0)
                                .allocatable(Resources.builder().podSlots(2).build())
                                .build())
                        .with(driver(Requirements.NONE, 3))
                        .place("driver", EDGE, "small", 3)
                        .violations())
                .containsExactly(new NodeOverloaded("small", "pods", 3, 2));
    }

    @Test
    void leavesToOthersWhatTheyHoldButNotWhatTheApplicationHoldsItself() {
        Resources held = Resources.builder().cpuMillis(600).podSlots(1).build();
        ThreeRegions half = ThreeRegions.withNodes().with(driver(cpu(500), 2)).place("driver", EDGE, "edge", 2);
        Occupancy ownAndOthers = new Occupancy(
                Map.of(
                        ApplicationId.of("app"), holding("edge", 3, held),
                        ApplicationId.of("neighbour"), holding("edge", 1, held)),
                holding("edge", 1, held));

        assertThat(half.verify(half.request().occupancy(ownAndOthers).build()).violations())
                .containsExactly(new NodeOverloaded("edge", "cpu", 1000, 800));
    }

    @Test
    void doesNotBlameThePlacementForWhatOthersHaveTooMuchOf() {
        Resources held = Resources.builder().memoryBytes(4096 * MIB).build();
        ThreeRegions withoutMemory =
                ThreeRegions.withNodes().with(driver(cpu(500), 2)).place("driver", EDGE, "edge", 2);
        Occupancy overcommitted = new Occupancy(Map.of(), holding("edge", 1, held));

        assertThat(withoutMemory
                        .verify(withoutMemory.request().occupancy(overcommitted).build())
                        .violations())
                .isEmpty();
    }

    @Test
    void countsBeyondEveryLimitWithoutOverflow() {
        Resources huge = Resources.builder().cpuMillis(Problems.MAX_AMOUNT).build();
        ThreeRegions absurd = ThreeRegions.withoutNodes()
                .with(node("n", EDGE, Problems.MAX_AMOUNT, 1)
                        .allocatable(Resources.builder()
                                .cpuMillis(Problems.MAX_AMOUNT)
                                .podSlots(Problems.MAX_AMOUNT)
                                .build())
                        .build())
                .with(driver(new Requirements(0, huge), 2_000_000_000));

        assertThat(absurd.place("driver", EDGE, "n", 2_000_000_000).violations())
                .containsExactly(new NodeOverloaded("n", "cpu", Long.MAX_VALUE, Problems.MAX_AMOUNT));
        assertThat(ThreeRegions.withoutNodes()
                        .with(node("n", EDGE, Problems.MAX_AMOUNT, 1).build())
                        .with(driver(new Requirements(0, huge), 2))
                        .place("driver", EDGE, "n", 2)
                        .violations())
                .containsExactly(new NodeOverloaded("n", "cpu", 2 * Problems.MAX_AMOUNT, Problems.MAX_AMOUNT));
    }
}
