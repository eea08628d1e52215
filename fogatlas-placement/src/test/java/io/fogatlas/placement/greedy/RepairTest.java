package io.fogatlas.placement.greedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepairTest {
    private static final long MBPS = 1_000_000;

    @Test
    void movesASlotThatStandsInTheWay() {
        Infrastructure infrastructure = infrastructure(1000, 1000, 1000)
                .add(link("ab", "a", "b", 100, 50))
                .build();
        Application application = Application.builder(ApplicationId.of("app"))
                .addEndpoint("cam")
                .add(microservice("greedy-for-a", 800))
                .add(microservice("bound-to-a", 800))
                .add(flow("cam", "greedy-for-a", 50, 0))
                .add(flow("cam", "bound-to-a", 1, 10))
                .build();

        Placement placement = build(infrastructure, application);

        assertThat(placement.of("bound-to-a").get(0).region()).isEqualTo("a");
        assertThat(placement.of("greedy-for-a").get(0).region()).isEqualTo("b");
    }

    @Test
    void reroutesAFlowThatTakesTheOnlyLinkFastEnough() {
        Infrastructure infrastructure = infrastructure(1, 2000, 1)
                .add(link("ab", "a", "b", 100, 5))
                .add(link("ac", "a", "c", 100, 50))
                .add(link("cb", "c", "b", 100, 50))
                .build();
        Application application = Application.builder(ApplicationId.of("app"))
                .addEndpoint("cam")
                .add(microservice("slow", 800))
                .add(microservice("fast", 800))
                .add(flow("cam", "slow", 80, 0))
                .add(flow("cam", "fast", 60, 10))
                .build();

        Placement placement = build(infrastructure, application);

        assertThat(placement.routes())
                .extracting(Route::links)
                .containsExactlyInAnyOrder(List.of("ab"), List.of("ac", "cb"));
    }

    @Test
    void takesFasterRoutesWhereAChainIsShortOfTime() {
        Infrastructure infrastructure = infrastructure(1, 2000, 1)
                .add(ExternalEndpoint.of("robot", "a"))
                .add(link("ab", "a", "b", 100, 15))
                .add(link("ac", "a", "c", 100, 3))
                .add(link("cb", "c", "b", 100, 3))
                .build();
        Application application = Application.builder(ApplicationId.of("app"))
                .addEndpoint("cam")
                .addEndpoint("robot")
                .add(microservice("detector", 800))
                .add(microservice("planner", 800))
                .add(flow("cam", "detector", 8, 0))
                .add(flow("detector", "planner", 1, 0))
                .add(flow("planner", "robot", 1, 0))
                .add(new LatencyChain(
                        "loop",
                        Stream.of("cam", "detector", "planner", "robot")
                                .map(vertex -> new LatencyChain.Step(vertex, 0))
                                .toList(),
                        20_000))
                .build();

        Placement placement = build(infrastructure, application);

        assertThat(placement.routes())
                .extracting(Route::links)
                .containsExactly(List.of("ac", "cb"), List.of(), List.of("cb", "ac"));
    }

    @Test
    void movesANeighbourThatWentTooFarAway() {
        Infrastructure infrastructure = infrastructure(1000, 1000, 1000)
                .add(link("ab", "a", "b", 1000, 100))
                .add(link("bc", "b", "c", 1000, 5))
                .build();
        Application application = Application.builder(ApplicationId.of("app"))
                .addEndpoint("cam")
                .addEndpoint("far")
                .add(microservice("pulled-to-a", 800))
                .add(microservice("bound-to-c", 800))
                .add(flow("cam", "pulled-to-a", 50, 0))
                .add(flow("far", "bound-to-c", 1, 1))
                .add(flow("pulled-to-a", "bound-to-c", 1, 10))
                .build();

        Placement placement = build(infrastructure, application);

        assertThat(placement.of("bound-to-c").get(0).region()).isEqualTo("c");
        assertThat(placement.of("pulled-to-a").get(0).region()).isEqualTo("b");
    }

    /** Builds in the one order that runs into the trap, without a second try and without improvement. */
    private static Placement build(Infrastructure infrastructure, Application application) {
        PlacementRequest request = PlacementRequest.of(infrastructure, application);
        Construction construction =
                new Construction(PlacementProblem.of(request), new Search(request, "greedy", SearchListener.NONE));
        assertThat(construction.build(SlotOrder.CONNECTED)).isTrue();
        Placement placement = construction.draft().toPlacement();
        assertThat(PlacementVerifier.verify(request, placement).violations()).isEmpty();
        return placement;
    }

    private static Infrastructure.Builder infrastructure(long cpuInA, long cpuInB, long cpuInC) {
        return Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(Region.builder("b").build())
                .add(Region.builder("c").build())
                .add(node("a", cpuInA))
                .add(node("b", cpuInB))
                .add(node("c", cpuInC))
                .add(ExternalEndpoint.of("cam", "a"))
                .add(ExternalEndpoint.of("far", "c"));
    }

    private static ComputeNode node(String region, long cpuMillis) {
        return ComputeNode.builder("node-" + region, region)
                .allocatable(
                        Resources.builder().cpuMillis(cpuMillis).podSlots(10).build())
                .build();
    }

    private static Link link(String id, String from, String to, long mbps, long millis) {
        return Link.builder(id, from, to)
                .bandwidthBps(mbps * MBPS)
                .latencyMicros(millis * 1000)
                .build();
    }

    private static Microservice microservice(String name, long cpuMillis) {
        return Microservice.builder(name)
                .requirements(new Requirements(
                        0, Resources.builder().cpuMillis(cpuMillis).build()))
                .build();
    }

    private static DataFlow flow(String from, String to, long mbps, long boundMillis) {
        return DataFlow.builder(from, to)
                .bandwidthBps(mbps * MBPS)
                .latencyBoundMicros(boundMillis * 1000)
                .build();
    }
}
