package io.fogatlas.placement.baseline;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;

final class NearestAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new NearestAlgorithm();
    }

    /** Microservices are placed in the order of their names. */
    @Override
    protected boolean mindsNames() {
        return true;
    }
}
