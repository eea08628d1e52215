package io.fogatlas.placement;

import java.time.Duration;

/**
 * How long and how an algorithm searches.
 *
 * @param deadline the wall time after which it answers with what it has; greedy algorithms are usually done long before
 * @param seed where random choices start from; the same seed gives the same choices
 */
public record SearchLimits(Duration deadline, long seed) {
    /** Ten seconds, seed 0. */
    public static final SearchLimits DEFAULT = new SearchLimits(Duration.ofSeconds(10), 0);

    /**
     * Checks the deadline.
     *
     * @param deadline the wall time
     * @param seed the seed
     * @throws IllegalArgumentException if the deadline is negative
     */
    public SearchLimits {
        if (deadline.isNegative()) {
            throw new IllegalArgumentException("The deadline must not be negative, but is " + deadline + ".");
        }
    }
}
