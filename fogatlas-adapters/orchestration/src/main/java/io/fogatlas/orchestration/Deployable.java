package io.fogatlas.orchestration;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Placement;
import java.util.Objects;

/**
 * An application with the placement that a target is to carry out.
 *
 * @param infrastructure the regions it is placed in
 * @param application what is placed
 * @param placement where its parts are; verified
 */
public record Deployable(Infrastructure infrastructure, Application application, Placement placement) {
    /**
     * Checks that nothing is missing.
     *
     * @param infrastructure the regions
     * @param application what is placed
     * @param placement where its parts are
     */
    public Deployable {
        Objects.requireNonNull(infrastructure, "infrastructure");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(placement, "placement");
    }
}
