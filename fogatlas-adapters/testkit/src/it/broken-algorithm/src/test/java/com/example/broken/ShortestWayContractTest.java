package com.example.broken;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;

final class ShortestWayContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new ShortestWayAlgorithm();
    }
}
