package io.fogatlas.placement.testkit;

import io.fogatlas.placement.PlacementAlgorithm;

final class ExhaustiveAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new ExhaustiveAlgorithm();
    }

    @Override
    protected boolean isExact() {
        return true;
    }
}
