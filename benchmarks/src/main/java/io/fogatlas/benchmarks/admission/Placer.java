package io.fogatlas.benchmarks.admission;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.util.Optional;

/** Somebody who places one request after the other. */
interface Placer {
    /** Places a request on what is free, or finds nothing. */
    Optional<Placement> place(PlacementRequest request);

    /**
     * Finds somebody by name.
     *
     * @param name {@code nrm-rank}, or the name of an installed algorithm
     * @throws IllegalArgumentException if there is none of the name
     */
    static Placer named(String name, PlacementEngine engine) {
        if (name.equals(NodeRanking.NAME)) {
            return new NodeRanking();
        }
        PlacementAlgorithm algorithm = engine.algorithm(name);
        return request -> {
            Decision decision = engine.place(request, algorithm);
            return decision.placement();
        };
    }
}
