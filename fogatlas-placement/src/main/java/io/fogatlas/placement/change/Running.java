package io.fogatlas.placement.change;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.placement.Placement;
import java.util.Objects;

/**
 * An application that runs.
 *
 * @param application the application
 * @param placement where it runs
 */
public record Running(Application application, Placement placement) {
    /**
     * Checks that nothing is missing.
     *
     * @param application the application
     * @param placement where it runs
     */
    public Running {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(placement, "placement");
    }
}
