package io.fogatlas.placement.local;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;
import net.jqwik.api.Arbitrary;

final class LocalSearchAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new LocalSearchAlgorithm();
    }

    /** Ties are broken by id, and random choices are made among what is sorted by id. */
    @Override
    protected boolean mindsNames() {
        return true;
    }

    @Override
    protected Arbitrary<PlacementRequest> requests() {
        return super.requests().map(request -> Budget.of(20_000).given(request));
    }
}
