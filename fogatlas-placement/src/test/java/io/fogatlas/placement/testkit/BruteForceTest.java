package io.fogatlas.placement.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oracle, on problems whose optimum can be worked out by hand. */
final class BruteForceTest {
    private static final ApplicationId ID = ApplicationId.of("app");

    /** Three regions in a triangle: a-b 10 Mbit/s and 1 ms, b-c 10 Mbit/s and 1 ms, a-c 1 Mbit/s and 5 ms. */
    private static Infrastructure.Builder triangle() {
        return Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(Region.builder("b").build())
                .add(Region.builder("c").build())
                .add(link("ab", "a", "b", 10, 1))
                .add(link("bc", "b", "c", 10, 1))
                .add(link("ac", "a", "c", 1, 5))
                .add(ExternalEndpoint.of("camera", "a"))
                .add(ExternalEndpoint.of("screen", "c"));
    }

    private static Link link(String id, String from, String to, long mbps, long millis) {
        return Link.builder(id, from, to)
                .bandwidthBps(mbps * 1_000_000)
                .latencyMicros(millis * 1000)
                .build();
    }

    private static ComputeNode node(String name, String region, long cpuMillis) {
        return ComputeNode.builder(name, region)
                .allocatable(
                        Resources.builder().cpuMillis(cpuMillis).podSlots(10).build())
                .build();
    }

    private static Microservice.Builder cpu(String name, long cpuMillis) {
        return Microservice.builder(name)
                .addLabel("app", name)
                .requirements(new Requirements(
                        0, Resources.builder().cpuMillis(cpuMillis).build()));
    }

    private static DataFlow flow(String source, String destination, long kbps, long boundMillis) {
        return DataFlow.builder(source, destination)
                .bandwidthBps(kbps * 1000)
                .latencyBoundMicros(boundMillis * 1000)
                .build();
    }

    private static Truth.Optimum optimum(PlacementRequest request) {
        assertThat(BruteForce.solve(request)).isInstanceOf(Truth.Optimum.class);
        return (Truth.Optimum) BruteForce.solve(request);
    }

    private static void assertInfeasible(PlacementRequest request) {
        assertThat(BruteForce.solve(request)).isEqualTo(new Truth.Infeasible());
    }

    private static Application.Builder pipeline(long kbps, long boundMillis) {
        return Application.builder(ID)
                .addEndpoint("camera")
                .addEndpoint("screen")
                .add(cpu("m", 100).build())
                .add(flow("camera", "m", kbps, boundMillis))
                .add(flow("m", "screen", kbps, boundMillis));
    }

    @Test
    void takesTheShortWayWhereItIsWideEnough() {
        Truth.Optimum found =
                optimum(PlacementRequest.of(triangle().build(), pipeline(500, 0).build()));

        // one link of 0.5 Mbit/s and 5 ms, whether m is in a or in c
        assertThat(found.score().value()).isEqualTo(0.5 + 0.005);
    }

    @Test
    void takesTheLongWayWhereTheShortOneIsTooNarrowOrTooSlow() {
        Truth.Optimum wide = optimum(
                PlacementRequest.of(triangle().build(), pipeline(2000, 0).build()));
        Truth.Optimum quick =
                optimum(PlacementRequest.of(triangle().build(), pipeline(500, 4).build()));

        assertThat(wide.score().value()).isEqualTo(4 + 0.002);
        assertThat(quick.score().value()).isEqualTo(1 + 0.002);
    }

    @Test
    void givesUpWhereNoWayIsWideOrQuickEnough() {
        assertInfeasible(
                PlacementRequest.of(triangle().build(), pipeline(10_001, 0).build()));
        Application pinned = Application.builder(ID)
                .addEndpoint("camera")
                .add(cpu("m", 100).addDemand(RegionDemand.in("c", 1)).build())
                .add(flow("camera", "m", 500, 1))
                .build();
        assertInfeasible(PlacementRequest.of(triangle().build(), pinned));
    }

    @Test
    void flowsShareTheBandwidthOfALink() {
        Application.Builder two = Application.builder(ID)
                .addEndpoint("camera")
                .add(cpu("m", 100).addDemand(RegionDemand.in("b", 1)).build())
                .add(DataFlow.builder("camera", "m")
                        .name("one")
                        .bandwidthBps(6_000_000)
                        .build());
        PlacementRequest alone = PlacementRequest.of(triangle().build(), two.build());
        PlacementRequest together = PlacementRequest.of(
                triangle().build(),
                two.add(DataFlow.builder("m", "camera")
                                .name("two")
                                .bandwidthBps(6_000_000)
                                .build())
                        .build());

        assertThat(optimum(alone).score().value()).isEqualTo(6 + 0.001);
        assertInfeasible(together);
    }

    @Test
    void packsReplicasOnNodesExactly() {
        Infrastructure nodes =
                triangle().add(node("n1", "a", 1000)).add(node("n2", "a", 1000)).build();
        Application.Builder two = Application.builder(ID)
                .add(cpu("big", 600).build())
                .add(cpu("small", 400).replicas(3).build());

        Truth.Optimum found = optimum(PlacementRequest.of(nodes, two.build()));

        assertThat(found.placement().of("big").get(0).replicasByNode()).hasSize(1);
        assertThat(found.placement().of("small").get(0).replicasByNode()).containsValues(1, 2);
    }

    @Test
    void doesNotTakeTheSumOverNodesForRoom() {
        Infrastructure nodes =
                triangle().add(node("n1", "a", 1000)).add(node("n2", "a", 1000)).build();
        Microservice two = cpu("two", 700).replicas(2).build();

        optimum(PlacementRequest.of(
                nodes,
                Application.builder(ID).add(two).add(cpu("one", 300).build()).build()));
        // 2 × 700 + 600 = 2000, but no node has 600 left beside 700
        assertInfeasible(PlacementRequest.of(
                nodes,
                Application.builder(ID).add(two).add(cpu("one", 600).build()).build()));
    }

    @Test
    void putsReplicasOfOneMicroserviceInDifferentRegionsAndRoutesFromEach() {
        Application spread = Application.builder(ID)
                .add(cpu("front", 1).replicas(2).spreadOver(2).build())
                .add(cpu("back", 1).addDemand(RegionDemand.in("b", 1)).build())
                .add(flow("front", "back", 1000, 0))
                .build();

        Truth.Optimum found = optimum(PlacementRequest.of(triangle().build(), spread));

        assertThat(found.placement().of("front"))
                .extracting(Assignment::region)
                .contains("b")
                .hasSize(2);
        assertThat(found.placement().routes())
                .extracting(Route::links)
                .contains(List.of())
                .hasSize(2);
        assertThat(found.score().value()).isEqualTo(1 + 0.001);
    }

    @Test
    void keepsAffinitiesApartAndTogether() {
        PodAffinity withFront = PodAffinity.with(new LabelSelector(List.of(LabelExpression.is("app", "front"))));
        Microservice front = cpu("front", 1).addDemand(RegionDemand.in("c", 1)).build();

        Truth.Optimum together = optimum(PlacementRequest.of(
                triangle().build(),
                Application.builder(ID)
                        .add(front)
                        .add(cpu("back", 1).addAffinity(withFront).build())
                        .build()));
        Truth.Optimum apart = optimum(PlacementRequest.of(
                triangle().build(),
                Application.builder(ID)
                        .add(front)
                        .add(cpu("back", 1).addAntiAffinity(withFront).build())
                        .add(flow("front", "back", 1000, 0))
                        .build()));

        assertThat(together.placement().of("back"))
                .extracting(Assignment::region)
                .containsExactly("c");
        assertThat(apart.placement().of("back")).extracting(Assignment::region).containsExactly("b");
    }

    @Test
    void keepsLatencyChainsWithTheirProcessing() {
        List<LatencyChain.Step> steps = List.of(
                new LatencyChain.Step("camera", 0),
                new LatencyChain.Step("m", 3000),
                new LatencyChain.Step("screen", 0));
        Application.Builder app = pipeline(500, 0);

        Truth.Optimum found = optimum(PlacementRequest.of(
                triangle().build(),
                app.add(new LatencyChain("all", steps, 7000)).build()));

        assertThat(found.score().value()).isEqualTo(1 + 0.002);
        assertInfeasible(PlacementRequest.of(
                triangle().build(),
                app.add(new LatencyChain("tight", steps, 4999)).build()));
    }

    @Test
    void weighsPricesRegionsMovesAndBalance() {
        Infrastructure priced = Infrastructure.builder()
                .add(Region.builder("dear").priceMicrosPerMips(2_000_000).build())
                .add(Region.builder("cheap").priceMicrosPerMips(1_000_000).build())
                .add(node("n1", "dear", 1000))
                .add(node("n2", "cheap", 1000))
                .build();
        Application one = Application.builder(ID).add(cpu("m", 500).build()).build();
        Placement now = new Placement(Map.of("m", List.of(new Assignment("dear", 1, Map.of("n1", 1)))), List.of());
        PlacementRequest.Builder request = PlacementRequest.builder(priced, one).current(now);

        assertThat(optimum(request.objective(Objective.parse("compute=1")).build())
                        .score()
                        .value())
                .isEqualTo(500);
        assertThat(optimum(request.objective(Objective.parse("compute=1,migration=501"))
                                .build())
                        .score()
                        .value())
                .isEqualTo(1000);
        assertThat(optimum(request.objective(Objective.parse("regions=3,balance=10"))
                                .build())
                        .score()
                        .value())
                .isEqualTo(3 + 10 * 0.5);
    }
}
