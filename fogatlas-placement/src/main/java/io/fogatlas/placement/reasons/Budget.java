package io.fogatlas.placement.reasons;

import java.time.Duration;

/** The time there is for an explanation. */
final class Budget {
    private final long end;

    private Budget(long end) {
        this.end = end;
    }

    static Budget of(Duration limit) {
        return new Budget(System.nanoTime() + Math.min(limit.toNanos(), Long.MAX_VALUE / 4));
    }

    /** The time of a part of the work: some share of what is left. */
    Budget part(int share) {
        return new Budget(System.nanoTime() + remaining().toNanos() / share);
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0 || Thread.currentThread().isInterrupted();
    }
}
