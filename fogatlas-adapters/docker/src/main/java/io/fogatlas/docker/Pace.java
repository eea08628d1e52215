package io.fogatlas.docker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast states are asked for.
 *
 * @param settle how long a container without health check must have run to count as ready
 * @param poll how long to wait between two looks
 */
record Pace(Duration settle, Duration poll) {
    /** For engines at work: most of what is broken ends within a second. */
    static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofMillis(200));

    /** Waits for the next look; an interrupt ends it early. */
    void rest() {
        LockSupport.parkNanos(poll.toNanos());
    }
}
