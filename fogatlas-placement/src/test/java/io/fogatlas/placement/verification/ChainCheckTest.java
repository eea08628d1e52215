package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static io.fogatlas.placement.verification.ThreeRegions.MS;
import static io.fogatlas.placement.verification.ThreeRegions.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Problems;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.LatencyChain.Step;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.placement.verification.RouteViolation.ChainExceeded;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChainCheckTest {
    private static LatencyChain chain(long boundMillis) {
        return new LatencyChain(
                "control",
                List.of(new Step("cam1", 1 * MS), new Step("driver", 5 * MS), new Step("sens1", 0)),
                boundMillis * MS);
    }

    /** cam1 (edge) → driver (fog) → sens1 (cloud): 10 + 100 ms on the way, 6 ms at the vertices. */
    private static ThreeRegions control(long boundMillis) {
        return ThreeRegions.withoutNodes()
                .with(Microservice.builder("driver").build())
                .with(flow("cam1", "driver", 1, 0))
                .with(flow("driver", "sens1", 1, 0))
                .with(chain(boundMillis))
                .place("driver", FOG, 1)
                .route("cam1->driver", EDGE, FOG, "link3")
                .route("driver->sens1", FOG, CLOUD, "link2");
    }

    @Test
    void addsRoutesAndProcessing() {
        assertThat(control(116).violations()).isEmpty();
        assertThat(control(115).violations()).containsExactly(new ChainExceeded("control", 115 * MS, 116 * MS));
    }

    @Test
    void tellsHowLongAChainTakesThatIsWithinItsBound() {
        ThreeRegions control = control(200);

        assertThat(PlacementVerifier.chainMicros(control.request().build(), control.placement(), chain(200)))
                .isEqualTo(116 * MS);
    }

    @Test
    void takesTheSlowestOfSeveralFlowsBetweenTwoVertices() {
        DataFlow second = DataFlow.builder("cam1", "driver").name("second").build();

        assertThat(control(116)
                        .with(second)
                        .route("second", EDGE, FOG, "link1", "link2")
                        .violations())
                .containsExactly(new ChainExceeded("control", 116 * MS, (200 + 100 + 6) * MS));
    }

    @Test
    void followsEveryWayOverSeveralAssignments() {
        // sens1 feeds the driver from the cloud; only ways that start at the chain's first vertex count.
        LatencyChain fromBoth = new LatencyChain(
                "both", List.of(new Step("source", 0), new Step("driver", 0), new Step("cam2", 0)), 20 * MS);
        ThreeRegions spread = ThreeRegions.withoutNodes()
                .with(Microservice.builder("source").replicas(2).spreadOver(2).build())
                .with(Microservice.builder("driver").replicas(2).spreadOver(2).build())
                .with(flow("source", "driver", 1, 0))
                .with(flow("driver", "cam2", 1, 0))
                .with(fromBoth)
                .place("source", EDGE, 1)
                .place("source", FOG, 1)
                .place("driver", EDGE, 1)
                .place("driver", CLOUD, 1)
                .route("driver->cam2", EDGE, EDGE)
                .route("driver->cam2", CLOUD, EDGE, "link1");

        assertThat(spread.route("source->driver", EDGE, EDGE)
                        .route("source->driver", FOG, CLOUD, "link2")
                        .violations())
                .containsExactly(new ChainExceeded("both", 20 * MS, 200 * MS));
    }

    @Test
    void doesNotCountAnAssignmentThatNoRouteLeadsTo() {
        LatencyChain bound =
                new LatencyChain("near", List.of(new Step("cam1", 0), new Step("driver", 0), new Step("cam2", 0)), MS);
        ThreeRegions spread = ThreeRegions.withoutNodes()
                .with(Microservice.builder("driver").replicas(2).spreadOver(2).build())
                .with(flow("cam1", "driver", 1, 0))
                .with(flow("driver", "cam2", 1, 0))
                .with(bound)
                .place("driver", EDGE, 1)
                .place("driver", CLOUD, 1)
                .route("cam1->driver", EDGE, EDGE)
                .route("driver->cam2", EDGE, EDGE)
                .route("driver->cam2", CLOUD, EDGE, "link1");

        assertThat(spread.violations()).isEmpty();
    }

    @Test
    void saysNothingOfAChainThatNoWayLeadsAlong() {
        assertThat(ThreeRegions.withoutNodes()
                        .with(Microservice.builder("driver").build())
                        .with(flow("cam1", "driver", 1, 0))
                        .with(flow("driver", "sens1", 1, 0))
                        .with(chain(1))
                        .place("driver", FOG, 1)
                        .route("cam1->driver", EDGE, FOG, "link3")
                        .violations())
                .containsExactly(new RouteViolation.RouteMissing("driver->sens1", FOG));
    }

    @Test
    void countsProcessingBeyondEveryLimit() {
        LatencyChain endless = new LatencyChain(
                "endless", List.of(new Step("cam1", Problems.MAX_AMOUNT), new Step("driver", 1)), Problems.MAX_AMOUNT);

        assertThat(ThreeRegions.withoutNodes()
                        .with(Microservice.builder("driver").build())
                        .with(flow("cam1", "driver", 1, 0))
                        .with(endless)
                        .place("driver", EDGE, 1)
                        .route("cam1->driver", EDGE, EDGE)
                        .violations())
                .containsExactly(new ChainExceeded("endless", Problems.MAX_AMOUNT, Problems.MAX_AMOUNT + 1));
    }

    @Test
    void saysHowLongItTakes() {
        assertThat(new ChainExceeded("control", 115 * MS, 116_500).text())
                .isEqualTo("Latency chain 'control' takes 116.5 ms, but may take 115 ms at most.");
    }
}
