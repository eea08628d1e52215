package com.example.roomiest;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.testkit.PlacementAlgorithmContract;

// tag::contract[]
final class RoomiestContractTest extends PlacementAlgorithmContract {
    @Override
    protected PlacementAlgorithm algorithm() {
        return new RoomiestAlgorithm();
    }

    /** Of regions with equal room it takes the first by its id. */
    @Override
    protected boolean mindsNames() {
        return true;
    }
}
// end::contract[]
