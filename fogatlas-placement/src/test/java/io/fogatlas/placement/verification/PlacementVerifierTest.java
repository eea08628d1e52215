package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static io.fogatlas.placement.verification.ThreeRegions.flow;
import static io.fogatlas.placement.verification.ThreeRegions.mips;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.verification.DemandViolation.AssignmentNotAsked;
import io.fogatlas.placement.verification.DemandViolation.MicroserviceNotPlaced;
import io.fogatlas.placement.verification.DemandViolation.RegionTwice;
import io.fogatlas.placement.verification.DemandViolation.UnknownMicroservice;
import io.fogatlas.placement.verification.NodeViolation.NodeInOtherRegion;
import io.fogatlas.placement.verification.NodeViolation.NodeOverloaded;
import io.fogatlas.placement.verification.NodeViolation.ReplicasNotOnNodes;
import io.fogatlas.placement.verification.NodeViolation.UnknownNode;
import io.fogatlas.placement.verification.RegionViolation.UnknownRegion;
import io.fogatlas.placement.verification.RouteViolation.Fault;
import io.fogatlas.placement.verification.RouteViolation.RouteBroken;
import io.fogatlas.placement.verification.RouteViolation.RouteEndsElsewhere;
import io.fogatlas.placement.verification.RouteViolation.RouteNotWanted;
import io.fogatlas.placement.verification.RouteViolation.UnknownFlow;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlacementVerifierTest {
    /** FogAtlas' published example of its DAG algorithm. */
    private static ThreeRegions published() {
        return ThreeRegions.withNodes()
                .with(Microservice.builder("driver1")
                        .addDemand(RegionDemand.in(EDGE, 1))
                        .build())
                .with(Microservice.builder("driver2")
                        .addDemand(RegionDemand.in(EDGE, 1))
                        .build())
                .with(Microservice.builder("driver3").requirements(mips(1000)).build())
                .with(Microservice.builder("processor").requirements(mips(1000)).build())
                .with(Microservice.builder("analytics").requirements(mips(1000)).build())
                .with(flow("cam1", "driver1", 5_000, 20))
                .with(flow("cam2", "driver2", 5_000, 20))
                .with(flow("broker1", "driver3", 5_000, 20))
                .with(flow("driver1", "processor", 100, 500))
                .with(flow("driver2", "processor", 100, 500))
                .with(flow("driver3", "processor", 100, 500))
                .with(flow("processor", "analytics", 100, 500))
                .with(flow("analytics", "sens1", 100, 500))
                .place("driver1", EDGE, "edge", 1)
                .place("driver2", EDGE, "edge", 1)
                .place("driver3", FOG, "fog", 1)
                .place("processor", FOG, "fog", 1)
                .place("analytics", FOG, "fog", 1)
                .route("cam1->driver1", EDGE, EDGE)
                .route("cam2->driver2", EDGE, EDGE)
                .route("broker1->driver3", FOG, FOG)
                .route("driver1->processor", EDGE, FOG, "link3")
                .route("driver2->processor", EDGE, FOG, "link3")
                .route("driver3->processor", FOG, FOG)
                .route("processor->analytics", FOG, FOG)
                .route("analytics->sens1", FOG, CLOUD, "link2");
    }

    @Test
    void acceptsThePublishedPlacement() {
        Verification verification = published().verify();

        assertThat(verification.violations()).isEmpty();
        assertThat(verification.isValid()).isTrue();
        // 100 kbit/s on link3 twice and on link2 once; 10 + 10 + 100 ms.
        assertThat(verification.score().orElseThrow().value()).isEqualTo(0.3 + 0.001 * 120);
    }

    @Test
    void givesNoScoreToAPlacementThatBreaksARule() {
        Verification verification = published().place("ghost", FOG, 1).verify();

        assertThat(verification.isValid()).isFalse();
        assertThat(verification.score()).isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongInAFixedOrder() {
        ThreeRegions nonsense = ThreeRegions.withNodes()
                .with(Microservice.builder("b").requirements(mips(60_001)).build())
                .with(Microservice.builder("a").build())
                .with(Microservice.builder("c").build())
                .with(flow("a", "b", 1, 1))
                .place("z", FOG, 1)
                .place("y", FOG, 1)
                .place("b", new Assignment(FOG, 1, Map.of("fog", 1)))
                .place("a", new Assignment("nowhere", 1, Map.of("fog", 1, "ghost", Integer.MAX_VALUE)))
                .place("a", "nowhere", 7)
                .route("nothing", "x", "y", "z")
                .route("a->b", FOG, "nowhere", "link3", "link3");

        assertThat(nonsense.violations())
                .containsExactly(
                        new UnknownMicroservice("y"),
                        new UnknownMicroservice("z"),
                        new RegionTwice("a", "nowhere"),
                        new AssignmentNotAsked("a", "nowhere", 7),
                        new MicroserviceNotPlaced("c"),
                        new UnknownRegion("a", "nowhere"),
                        new NodeInOtherRegion("a", "fog", "nowhere", FOG),
                        new UnknownNode("a", "ghost"),
                        new ReplicasNotOnNodes("a", "nowhere", 1, Integer.MAX_VALUE + 1L),
                        new UnknownRegion("a", "nowhere"),
                        new ReplicasNotOnNodes("a", "nowhere", 7, 0),
                        new NodeOverloaded("fog", "cpu", 2001, 2000),
                        new UnknownFlow("nothing"),
                        new RouteNotWanted("a->b", FOG),
                        new RouteEndsElsewhere("a->b", FOG, "nowhere"),
                        new RouteBroken("a->b", FOG, "nowhere", Fault.REGION_TWICE, "link3"),
                        new RouteViolation.LatencyExceeded("a->b", FOG, 1000, 20_000),
                        new RouteViolation.RouteMissing("a->b", "nowhere"));
        assertThat(nonsense.violations()).isEqualTo(nonsense.violations());
    }
}
