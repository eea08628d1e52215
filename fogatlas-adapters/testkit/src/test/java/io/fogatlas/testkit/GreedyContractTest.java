package io.fogatlas.testkit;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;

/** Shows that the contract can be kept by what comes in one jar. */
final class GreedyContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new GreedyAlgorithm();
    }

    @Override
    protected boolean mindsNames() {
        return true;
    }
}
