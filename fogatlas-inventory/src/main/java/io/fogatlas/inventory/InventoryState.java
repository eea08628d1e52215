package io.fogatlas.inventory;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that an inventory knows at one moment.
 *
 * @param generation how many changes it has seen
 * @param infrastructure what exists
 * @param others what is taken by holders that are not known by name
 * @param reservations the reservations
 * @param endings how the reservations that ended last did so, in the order in which they ended
 */
public record InventoryState(
        long generation,
        Infrastructure infrastructure,
        Holding others,
        List<Reservation> reservations,
        Map<ReservationKey, Ending> endings) {
    /** The request's name of reservations that were there before the inventory: {@value}. */
    public static final String ADOPTED = "adopted";

    /** How many ended reservations are remembered, so that a late repetition of a call is recognised: {@value}. */
    public static final int REMEMBERED_ENDINGS = 10_000;

    /**
     * Copies the collections.
     *
     * @param generation how many changes it has seen
     * @param infrastructure what exists
     * @param others what others take
     * @param reservations the reservations
     * @param endings how reservations ended
     */
    public InventoryState {
        Objects.requireNonNull(infrastructure, "infrastructure");
        Objects.requireNonNull(others, "others");
        reservations = List.copyOf(reservations);
        endings = Collections.unmodifiableMap(new LinkedHashMap<>(endings));
    }

    /**
     * Begins with what exists and what is taken.
     *
     * @param infrastructure what exists
     * @param occupancy what is taken; each application's becomes a confirmed reservation of the request {@value #ADOPTED}
     * @return the state at generation 0
     */
    public static InventoryState of(Infrastructure infrastructure, Occupancy occupancy) {
        List<Reservation> reservations = new ArrayList<>();
        for (Map.Entry<ApplicationId, Holding> held : occupancy.byApplication().entrySet()) {
            ReservationKey key = new ReservationKey(held.getKey(), ADOPTED);
            reservations.add(
                    new Reservation(key, Optional.empty(), held.getValue(), Optional.empty(), Optional.empty()));
        }
        return new InventoryState(0, infrastructure, occupancy.others(), reservations, Map.of());
    }

    /**
     * Works out the state after events.
     *
     * @param events what happened, in its order
     * @return the state then
     * @throws InventoryStorageException if the events do not follow on this state
     */
    public InventoryState after(List<InventoryEvent> events) {
        Ledger ledger = new Ledger(this);
        for (InventoryEvent event : events) {
            if (event.generation() != ledger.nextGeneration()) {
                throw new InventoryStorageException("The event of generation " + ledger.nextGeneration()
                        + " is missing; the next one is of generation " + event.generation() + ".");
            }
            ledger.apply(event);
        }
        return ledger.state();
    }
}
