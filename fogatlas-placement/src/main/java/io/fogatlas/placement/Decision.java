package io.fogatlas.placement;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.change.MigrationPlan;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was decided about one application. Its placement, if there is one, was verified.
 *
 * @param application the application
 * @param algorithm the name of the algorithm that answered
 * @param outcome what is known
 * @param placement where it runs; present if and only if the outcome is optimal or feasible
 * @param score what the placement is worth, recomputed by the verifier; present together with the placement
 * @param bound a value no placement's score can be below, if one is known
 * @param reasons why there is no placement; empty if there is one
 * @param wallTime how long it took
 * @param plan how to get there from the current placement, checked step by step; present if the request had a current placement and
 *     there is a new one
 */
public record Decision(
        ApplicationId application,
        String algorithm,
        Outcome outcome,
        Optional<Placement> placement,
        Optional<Score> score,
        OptionalDouble bound,
        List<Reason> reasons,
        Duration wallTime,
        Optional<MigrationPlan> plan) {
    /**
     * Checks that outcome, placement and score agree.
     *
     * @param application the application
     * @param algorithm the algorithm's name
     * @param outcome what is known
     * @param placement where it runs
     * @param score what it is worth
     * @param bound what no placement can be below
     * @param reasons why there is none
     * @param wallTime how long it took
     * @param plan how to get there
     * @throws IllegalArgumentException if they do not
     */
    public Decision {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(wallTime, "wallTime");
        Objects.requireNonNull(plan, "plan");
        reasons = List.copyOf(reasons);
        boolean placed = outcome == Outcome.OPTIMAL || outcome == Outcome.FEASIBLE;
        if (placement.isPresent() != placed || score.isPresent() != placed) {
            throw new IllegalArgumentException("The outcome '%s' does not go with placement %s and score %s."
                    .formatted(outcome.key(), placement, score));
        }
    }

    /**
     * Decides without a plan, as about an application that does not run yet.
     *
     * @param application the application
     * @param algorithm the algorithm's name
     * @param outcome what is known
     * @param placement where it runs
     * @param score what it is worth
     * @param bound what no placement can be below
     * @param reasons why there is none
     * @param wallTime how long it took
     * @throws IllegalArgumentException if outcome, placement and score do not agree
     */
    public Decision(
            ApplicationId application,
            String algorithm,
            Outcome outcome,
            Optional<Placement> placement,
            Optional<Score> score,
            OptionalDouble bound,
            List<Reason> reasons,
            Duration wallTime) {
        this(application, algorithm, outcome, placement, score, bound, reasons, wallTime, Optional.empty());
    }

    /**
     * Says whether there is a placement.
     *
     * @return whether the outcome is optimal or feasible
     */
    public boolean isPlaced() {
        return placement.isPresent();
    }
}
