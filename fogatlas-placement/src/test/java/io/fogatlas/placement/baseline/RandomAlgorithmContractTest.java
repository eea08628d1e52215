package io.fogatlas.placement.baseline;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;

final class RandomAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new RandomAlgorithm();
    }

    /** The same draws fall on other regions. */
    @Override
    protected boolean mindsNames() {
        return true;
    }
}
