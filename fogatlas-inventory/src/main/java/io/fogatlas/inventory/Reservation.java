package io.fogatlas.inventory;

import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.placement.Placement;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The resources of one placement, held in the inventory.
 *
 * @param key its name
 * @param placement where the parts of the application are; empty if the inventory was only told what the application holds
 * @param holding what it takes
 * @param expires when it ends unless it is confirmed before; empty once it is confirmed
 * @param replaces the confirmed reservation that it is to replace; that one's resources stay held until this one is confirmed, and it
 *     is there again if this one is released or expires before
 */
public record Reservation(
        ReservationKey key,
        Optional<Placement> placement,
        Holding holding,
        Optional<Instant> expires,
        Optional<Reservation> replaces) {
    /**
     * Checks that nothing is missing.
     *
     * @param key its name
     * @param placement where the parts are
     * @param holding what it takes
     * @param expires when it ends
     * @param replaces what it replaces
     * @throws IllegalArgumentException if it is confirmed and still replaces another, or what it replaces is not confirmed
     */
    public Reservation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(holding, "holding");
        if (replaces.isPresent() && (expires.isEmpty() || !replaces.get().isConfirmed())) {
            throw new IllegalArgumentException(
                    "Only a reservation that is not confirmed replaces another, and only a confirmed one; " + key);
        }
    }

    /**
     * Says whether it stays until it is released.
     *
     * @return whether it does not expire
     */
    public boolean isConfirmed() {
        return expires.isEmpty();
    }

    Reservation confirmed() {
        return new Reservation(key, placement, holding, Optional.empty(), Optional.empty());
    }
}
