package io.fogatlas.placement.greedy;

import java.time.Duration;

/** The moment a search must answer. */
final class Deadline {
    private final long endNanos;

    Deadline(Duration fromNow) {
        // About 146 years is as far as nanoTime reaches; nobody waits longer.
        long nanos = fromNow.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE / 4 : fromNow.toNanos();
        endNanos = System.nanoTime() + nanos;
    }

    boolean isOver() {
        return System.nanoTime() - endNanos >= 0;
    }
}
