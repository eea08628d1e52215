package io.fogatlas.placement.greedy;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;

final class GreedyAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new GreedyAlgorithm();
    }

    /** Ties are broken by id, and a choice among ties can turn out better or worse later on. */
    @Override
    protected boolean mindsNames() {
        return true;
    }
}
