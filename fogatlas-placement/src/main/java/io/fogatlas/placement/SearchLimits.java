package io.fogatlas.placement;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How long and how an algorithm searches. It ends at whichever limit comes first, and always when the best is proved to be found.
 *
 * @param deadline the wall time after which it answers with what it has; greedy algorithms are usually done long before
 * @param seed where random choices start from; the same seed gives the same choices
 * @param gap how much better a placement may still be, as a ratio of its score, for the search to end: 0.01 for one percent, 0 for the
 *     proved optimum
 * @param work after how many elementary steps it answers with what it has; unlike a deadline, the same budget gives the same answer on
 *     every machine
 */
public record SearchLimits(Duration deadline, long seed, double gap, OptionalLong work) {
    /** Ten seconds, seed 0, to the proved optimum. */
    public static final SearchLimits DEFAULT = new SearchLimits(Duration.ofSeconds(10), 0);

    /**
     * Checks the limits.
     *
     * @param deadline the wall time
     * @param seed the seed
     * @param gap the gap that is good enough
     * @param work the work budget
     * @throws IllegalArgumentException if the deadline or the work is negative, or the gap not from 0 to 1
     */
    public SearchLimits {
        if (deadline.isNegative()) {
            throw new IllegalArgumentException("The deadline must not be negative, but is " + deadline + ".");
        }
        if (!(gap >= 0 && gap <= 1)) {
            throw new IllegalArgumentException("The gap must be from 0 to 1, but is " + gap + ".");
        }
        if (work.isPresent() && work.getAsLong() < 0) {
            throw new IllegalArgumentException("The work must not be negative, but is " + work.getAsLong() + ".");
        }
    }

    /**
     * Limits time only.
     *
     * @param deadline the wall time
     * @param seed the seed
     * @throws IllegalArgumentException if the deadline is negative
     */
    public SearchLimits(Duration deadline, long seed) {
        this(deadline, seed, 0, OptionalLong.empty());
    }
}
