package io.fogatlas.orchestration;

import java.util.Objects;

/**
 * One change of one object at a target.
 *
 * @param action what is done with the object
 * @param region the region it belongs to; empty for one that belongs to the whole application
 * @param kind what it is, such as {@code Deployment} or {@code container}
 * @param name its name at the target
 * @param reason why, in a few words; may be empty
 */
public record DeploymentStep(Action action, String region, String kind, String name, String reason) {
    /** What can be done with an object. */
    public enum Action {
        /** It is not there and is made. */
        CREATE,
        /** It is changed where it is. */
        UPDATE,
        /** It cannot be changed: another takes its place. */
        REPLACE,
        /** It is not wanted any more and removed. */
        DELETE
    }

    /**
     * Checks that nothing is missing.
     *
     * @param action what is done
     * @param region the region
     * @param kind what the object is
     * @param name its name
     * @param reason why
     */
    public DeploymentStep {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }
}
