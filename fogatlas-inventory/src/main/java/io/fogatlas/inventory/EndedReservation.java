package io.fogatlas.inventory;

import java.util.Objects;

/**
 * A reservation that has ended.
 *
 * @param key its name
 * @param ending how it ended
 */
public record EndedReservation(ReservationKey key, Ending ending) {
    /**
     * Checks that nothing is missing.
     *
     * @param key its name
     * @param ending how it ended
     */
    public EndedReservation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(ending, "ending");
    }
}
