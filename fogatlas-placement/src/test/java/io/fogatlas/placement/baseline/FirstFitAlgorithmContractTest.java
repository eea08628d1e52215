package io.fogatlas.placement.baseline;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;

final class FirstFitAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new FirstFitAlgorithm();
    }

    /** Regions and microservices are tried in the order of their ids. */
    @Override
    protected boolean mindsNames() {
        return true;
    }
}
