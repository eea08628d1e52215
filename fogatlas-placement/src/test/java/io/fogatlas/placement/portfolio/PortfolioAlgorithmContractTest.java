package io.fogatlas.placement.portfolio;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;
import io.fogatlas.placement.testkit.RequestArbitraries;
import java.time.Duration;
import net.jqwik.api.Arbitrary;

final class PortfolioAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new PortfolioAlgorithm();
    }

    @Override
    protected boolean isExact() {
        return true;
    }

    /** With more time than usual: on a busy machine it may take seconds to load the solver. */
    @Override
    protected Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small()
                .map(request -> new PlacementRequest(
                        request.infrastructure(),
                        request.application(),
                        request.occupancy(),
                        request.objective(),
                        request.current(),
                        new SearchLimits(Duration.ofMinutes(2), 0)));
    }
}
