package io.fogatlas.orchestration;

import io.fogatlas.model.application.ApplicationId;
import java.util.List;
import java.util.Objects;

/**
 * What a target would change, or has changed, for an application.
 *
 * @param application the application
 * @param steps the changes in their order; empty if everything is as it should be
 * @param notes what the target cannot express of the application, a sentence each
 */
public record DeploymentPlan(ApplicationId application, List<DeploymentStep> steps, List<String> notes) {
    /**
     * Copies the lists.
     *
     * @param application the application
     * @param steps the changes
     * @param notes what cannot be expressed
     */
    public DeploymentPlan {
        Objects.requireNonNull(application, "application");
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /**
     * Says whether anything changes.
     *
     * @return whether there is no step
     */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
