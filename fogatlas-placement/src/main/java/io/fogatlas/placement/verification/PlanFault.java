package io.fogatlas.placement.verification;

import java.util.Objects;

/**
 * A rule that a {@link io.fogatlas.placement.change.MigrationPlan} breaks.
 *
 * @param step after which step, counted from 1; 0 if the plan does not start from what runs
 * @param text what is wrong
 */
public record PlanFault(int step, String text) {
    /**
     * Checks that nothing is missing.
     *
     * @param step after which step
     * @param text what is wrong
     */
    public PlanFault {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return step == 0 ? "At the start: " + text : "After step " + step + ": " + text;
    }
}
