package io.fogatlas.placement.exact;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;

final class IlpAlgorithmContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new IlpAlgorithm();
    }

    @Override
    protected boolean isExact() {
        return true;
    }
}
