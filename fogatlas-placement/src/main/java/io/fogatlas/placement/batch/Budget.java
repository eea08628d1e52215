package io.fogatlas.placement.batch;

import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Deals the time, or the work, of one batch out to the searches it takes. Time that a search does not use is there for the others; work
 * counts as spent when it is dealt out, so that the same budget is dealt out in the same way everywhere.
 */
final class Budget {
    private final SearchLimits limits;
    private final long startNanos = System.nanoTime();
    private long workLeft;

    Budget(SearchLimits limits) {
        this.limits = limits;
        workLeft = limits.work().orElse(0);
    }

    /** Limits for one search, which gets a part of what is left. */
    SearchLimits slice(double part, double gap) {
        if (limits.work().isEmpty()) {
            return new SearchLimits(scaled(remaining(), part), limits.seed(), gap, OptionalLong.empty());
        }
        long dealt = (long) (workLeft * part);
        workLeft -= dealt;
        return new SearchLimits(remaining(), limits.seed(), gap, OptionalLong.of(dealt));
    }

    /** What part of the whole is left, from 0 to 1. */
    double left() {
        Duration remaining = remaining();
        if (remaining.isZero()) {
            return 0;
        }
        return limits.work().isPresent()
                ? (double) workLeft / Math.max(1, limits.work().getAsLong())
                : seconds(remaining) / seconds(limits.deadline());
    }

    boolean countsWork() {
        return limits.work().isPresent();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private Duration remaining() {
        Duration remaining = limits.deadline().minus(elapsed());
        return remaining.isNegative() || Thread.currentThread().isInterrupted() ? Duration.ZERO : remaining;
    }

    private static Duration scaled(Duration duration, double part) {
        // The rest is for durations of more nanoseconds than a long holds.
        return duration.compareTo(Duration.ofDays(1000)) > 0
                ? duration
                : Duration.ofNanos((long) (duration.toNanos() * part));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
