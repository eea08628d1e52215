package io.fogatlas.placement.greedy;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;
import io.fogatlas.placement.testkit.Truth;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

final class PinnedAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new PinnedAlgorithm();
    }

    /** Routes are made in the order of flow names, and one may take what another needs. */
    @Override
    protected boolean mindsNames() {
        return true;
    }

    /** Where there is a placement, every demand names its region. */
    @Provide
    @Override
    protected Arbitrary<PlacementRequest> requests() {
        return super.requests()
                .map(request -> BruteForce.solve(request) instanceof Truth.Optimum optimum
                        ? pinned(request, optimum.placement())
                        : request);
    }

    private static PlacementRequest pinned(PlacementRequest request, Placement placement) {
        Application application = request.application();
        List<Microservice> microservices = application.microservices().stream()
                .map(microservice -> pinned(microservice, placement))
                .toList();
        return new PlacementRequest(
                request.infrastructure(),
                new Application(
                        application.id(),
                        application.endpoints(),
                        microservices,
                        application.flows(),
                        application.chains()),
                request.occupancy(),
                request.objective(),
                request.current(),
                request.limits());
    }

    private static Microservice pinned(Microservice microservice, Placement placement) {
        return new Microservice(
                microservice.name(),
                microservice.requirements(),
                placement.of(microservice.name()).stream()
                        .map(assignment -> RegionDemand.in(assignment.region(), assignment.replicas()))
                        .toList(),
                microservice.labels(),
                microservice.nodeSelector(),
                microservice.tolerations(),
                microservice.regionConstraints(),
                microservice.affinities(),
                microservice.antiAffinities());
    }
}
