package io.fogatlas.orchestration;

import io.fogatlas.inventory.Reservation;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.placement.Decision;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of an {@link Admission}.
 *
 * @param decision what was decided last
 * @param snapshot what that was decided on
 * @param reservation what holds the resources of its placement; empty if there is no placement, or it could not be reserved
 * @param attempts how often it was tried; at least 1
 * @param conflict why the last placement could not be reserved; empty if it was, or there is none, or it broke a rule other than amounts by
 *     then
 */
public record Admitted(
        Decision decision,
        Snapshot snapshot,
        Optional<Reservation> reservation,
        int attempts,
        Optional<RuntimeException> conflict) {
    /**
     * Checks that nothing is missing.
     *
     * @param decision what was decided
     * @param snapshot what it was decided on
     * @param reservation what holds the resources
     * @param attempts how often it was tried
     * @param conflict why it could not be reserved
     */
    public Admitted {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(reservation, "reservation");
        Objects.requireNonNull(conflict, "conflict");
    }

    /**
     * Says whether the application is in.
     *
     * @return whether what it takes is reserved
     */
    public boolean isAdmitted() {
        return reservation.isPresent();
    }
}
