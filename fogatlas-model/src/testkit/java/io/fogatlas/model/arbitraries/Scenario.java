package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import java.util.Objects;
import java.util.Optional;

/**
 * An application that is to be placed, and where.
 *
 * @param infrastructure what exists
 * @param application what is to be placed; names no region or endpoint that does not exist
 * @param occupancy what is taken, by others and, if it runs, by the application itself
 * @param current where the application runs now, if it does; it need not keep the rules
 */
public record Scenario(
        Infrastructure infrastructure, Application application, Occupancy occupancy, Optional<Placement> current) {
    /**
     * Checks that nothing is missing.
     *
     * @param infrastructure what exists
     * @param application what is to be placed; names no region or endpoint that does not exist
     * @param occupancy what is taken, by others and, if it runs, by the application itself
     * @param current where the application runs now, if it does; it need not keep the rules
     */
    public Scenario {
        Objects.requireNonNull(infrastructure, "infrastructure");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(occupancy, "occupancy");
        Objects.requireNonNull(current, "current");
    }
}
