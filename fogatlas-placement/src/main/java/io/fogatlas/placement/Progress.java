package io.fogatlas.placement;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How far a search is.
 *
 * @param elapsed the time since it began
 * @param score the score of the best placement so far, if there is one
 * @param bound what no placement's score can be below, as far as is proved
 */
public record Progress(Duration elapsed, OptionalDouble score, double bound) {
    /**
     * Says how much better a placement could still be.
     *
     * @return (score − bound) / score, from 0 (proved to be the best) to 1; infinite while there is no placement
     */
    public double gap() {
        if (score.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double value = score.getAsDouble();
        return value <= bound ? 0 : (value - bound) / value;
    }
}
