package io.fogatlas.orchestration;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of a {@link Deployer}'s work.
 *
 * @param admitted what was decided, and what is reserved for it
 * @param changes what was changed at the target; empty if the application was not admitted, so that nothing was touched
 */
public record Deployed(Admitted admitted, Optional<DeploymentPlan> changes) {
    /**
     * Checks that nothing is missing.
     *
     * @param admitted what was decided
     * @param changes what was changed
     */
    public Deployed {
        Objects.requireNonNull(admitted, "admitted");
        Objects.requireNonNull(changes, "changes");
    }

    /**
     * Says whether the application was carried out.
     *
     * @return whether it was admitted, and what it takes is confirmed
     */
    public boolean isDeployed() {
        return changes.isPresent();
    }
}
