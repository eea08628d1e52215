package io.fogatlas.inventory;

import java.time.Instant;
import java.util.Objects;

/**
 * How a reservation ended.
 *
 * @param how what ended it
 * @param at when
 */
public record Ending(How how, Instant at) {
    /** What can end a reservation. */
    public enum How {
        /** It was given back. */
        RELEASED,
        /** It was not confirmed in time. */
        EXPIRED,
        /** Another took its place. */
        REPLACED
    }

    /**
     * Checks that nothing is missing.
     *
     * @param how what ended it
     * @param at when
     */
    public Ending {
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(at, "at");
    }
}
