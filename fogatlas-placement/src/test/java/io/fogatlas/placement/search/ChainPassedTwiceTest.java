package io.fogatlas.placement.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A latency chain may pass the same data flow several times; each time counts. */
final class ChainPassedTwiceTest {
    private static final Infrastructure INFRASTRUCTURE = Infrastructure.builder()
            .add(Region.builder("near").build())
            .add(Region.builder("far").build())
            .add(Link.builder("link", "near", "far").latencyMicros(4000).build())
            .add(ExternalEndpoint.of("robot", "near"))
            .build();

    @Test
    void bothPassesOfAnotherFlowAreTakenOff() {
        Draft draft = draft(/* chainMicros= */ 10_000);
        new LegRouter(draft).route(leg(draft, "command"));

        assertThat(bound(draft, "state")).isEqualTo(2000);
    }

    @Test
    void whatIsLeftIsSharedByAllPasses() {
        Draft draft = draft(/* chainMicros= */ 10_000);
        new LegRouter(draft).route(leg(draft, "state"));

        // 4 ms for the way back once, and what is left for the two ways there
        assertThat(bound(draft, "command")).isEqualTo(3000);
    }

    @Test
    void noAlgorithmSpendsTheBoundTwice() {
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();

        assertThat(engine.algorithms()).allSatisfy(algorithm -> {
            assertThat(engine.place(request(11_000), algorithm).isPlaced()).isFalse();
            assertThat(engine.place(request(12_000), algorithm).isPlaced()).isTrue();
        });
    }

    private static long bound(Draft draft, String flow) {
        Leg leg = leg(draft, flow);
        return draft.boundMicros(leg, leg.destinations().get(0));
    }

    private static Leg leg(Draft draft, String flow) {
        return draft.problem().legs().stream()
                .filter(leg -> leg.flow().name().equals(flow))
                .findFirst()
                .orElseThrow();
    }

    /** With its only slot in the region far. */
    private static Draft draft(long chainMicros) {
        Draft draft = new Draft(PlacementProblem.of(request(chainMicros)));
        draft.place(draft.problem().slots().get(0), draft.problem().network().region("far"));
        return draft;
    }

    private static PlacementRequest request(long chainMicros) {
        List<LatencyChain.Step> steps = Stream.of("control", "robot", "control", "robot")
                .map(vertex -> new LatencyChain.Step(vertex, 0))
                .toList();
        Application application = Application.builder(ApplicationId.of("arm"))
                .addEndpoint("robot")
                .add(Microservice.builder("control")
                        .addDemand(RegionDemand.in("far", 1))
                        .build())
                .add(DataFlow.builder("control", "robot").name("command").build())
                .add(DataFlow.builder("robot", "control").name("state").build())
                .add(new LatencyChain("loop", steps, chainMicros))
                .build();
        return PlacementRequest.of(INFRASTRUCTURE, application);
    }
}
