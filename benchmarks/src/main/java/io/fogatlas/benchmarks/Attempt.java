package io.fogatlas.benchmarks;

import io.fogatlas.placement.Outcome;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What came of one contender's attempt at one request.
 *
 * @param outcome what the contender claims; its placement, if it has one, was verified
 * @param score what the placement is worth, as the verifier says; empty without one
 * @param bound what the contender proved that no placement is below; empty if it says none
 * @param wall how long it took
 * @param cpu how much time all threads of the process together spent in the meantime
 */
public record Attempt(Outcome outcome, OptionalDouble score, OptionalDouble bound, Duration wall, Duration cpu) {
    /**
     * Says whether the question is settled.
     *
     * @return whether the outcome is proved: optimal or infeasible
     */
    public boolean isProved() {
        return outcome == Outcome.OPTIMAL || outcome == Outcome.INFEASIBLE;
    }

    /**
     * Says how much better a placement could still be, as far as the contender knows.
     *
     * @return (score − bound) / score; infinite without score or bound
     */
    public double gap() {
        if (score.isEmpty() || bound.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double value = score.getAsDouble();
        return value <= bound.getAsDouble() ? 0 : (value - bound.getAsDouble()) / value;
    }
}
