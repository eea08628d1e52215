package io.fogatlas.model.occupancy;

import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.Objects;

/**
 * What exists and what is taken at one moment; later changes do not show in it.
 *
 * @param infrastructure what exists
 * @param occupancy what is taken
 * @param generation how many changes the inventory had seen; 0 before the first
 */
public record Snapshot(Infrastructure infrastructure, Occupancy occupancy, long generation) {
    /**
     * Checks that nothing is missing.
     *
     * @param infrastructure what exists
     * @param occupancy what is taken
     * @param generation how many changes there were
     * @throws IllegalArgumentException if the generation is negative
     */
    public Snapshot {
        Objects.requireNonNull(infrastructure, "infrastructure");
        Objects.requireNonNull(occupancy, "occupancy");
        if (generation < 0) {
            throw new IllegalArgumentException("The generation must not be negative, but is " + generation + ".");
        }
    }
}
