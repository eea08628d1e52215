package io.fogatlas.placement.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.arbitraries.ApplicationFeature;
import io.fogatlas.model.arbitraries.Applications;
import io.fogatlas.model.arbitraries.InfrastructureFeature;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.model.arbitraries.Tightness;
import io.fogatlas.model.arbitraries.Topology;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.testkit.Truth;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LowerBoundProperties {
    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Provide
    Arbitrary<PlacementRequest> roomyTrees() {
        return RequestArbitraries.of(new Scenarios(
                Infrastructures.ANY
                        .regions(2, 5)
                        .nodesPerRegion(0)
                        .only(InfrastructureFeature.NO_NODES, InfrastructureFeature.DIRECTED_LINKS),
                Applications.ANY
                        .microservices(2, 5)
                        .furtherFlows(0)
                        .topologies(Topology.CHAIN, Topology.TREE)
                        .tightnesses(Tightness.ROOMY)
                        .only(ApplicationFeature.PINS, ApplicationFeature.ENDPOINTS, ApplicationFeature.LATENCY_BOUNDS),
                /* occupied= */ false));
    }

    @Property(tries = 400)
    void isNeverAboveTheOptimum(@ForAll("requests") PlacementRequest request) {
        double bound = LowerBound.of(PlacementProblem.of(request));

        Truth truth = BruteForce.solve(request);
        if (truth instanceof Truth.Optimum optimum) {
            double value = optimum.score().value();
            assertThat(bound).isLessThanOrEqualTo(value + 1e-9 * Math.max(1, value));
        }
    }

    @Property(tries = 200)
    void isTheOptimumOfATreeWhereNothingIsShort(@ForAll("roomyTrees") PlacementRequest drawn) {
        PlacementRequest request = PlacementRequest.builder(withWideLinks(drawn.infrastructure()), drawn.application())
                .objective(Objective.DEFAULT)
                .build();
        Truth truth = BruteForce.solve(request);
        Assume.that(truth instanceof Truth.Optimum);

        double bound = LowerBound.of(PlacementProblem.of(request));

        double value = ((Truth.Optimum) truth).score().value();
        assertThat(bound).isGreaterThanOrEqualTo(value - 1e-9 * Math.max(1, value));
    }

    private static Infrastructure withWideLinks(Infrastructure narrow) {
        return new Infrastructure(
                narrow.regions(),
                List.of(),
                narrow.links().stream()
                        .map(link -> Link.builder(link.id(), link.regionA(), link.regionB())
                                .bandwidthBps(1_000_000_000_000L)
                                .latencyMicros(link.latencyMicros())
                                .directed(link.directed())
                                .build())
                        .toList(),
                narrow.endpoints());
    }
}
