package io.fogatlas.inventory;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Snapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Where an inventory is kept: its state at one moment, and the events since. It knows no rules: it keeps events in their order, and lets
 * no two processes add one at the same time.
 *
 * <p>An inventory calls {@link #begin}, {@link #commit} and {@link #abandon} from one thread at a time, the others from any. Every method
 * throws {@link InventoryStorageException} if something cannot be read or written.
 */
public interface Journal extends AutoCloseable {
    /**
     * Reads everything.
     *
     * @return the state after all events that are kept
     */
    InventoryState load();

    /**
     * Takes the turn to add events: nobody else adds one until it is given back by {@link #commit} or {@link #abandon}.
     *
     * @param generation the last event that the inventory knows
     * @return the events that others have added since, and the time
     */
    Turn begin(long generation);

    /**
     * Keeps events, all or none, and gives the turn back. They survive whatever happens after it returns.
     *
     * @param events the next events; never empty
     * @param after what the inventory knows after them, for a journal that keeps that as well; valid until this method returns
     */
    void commit(List<InventoryEvent> events, View after);

    /** Gives the turn back, without anything added; does nothing for who has no turn. */
    void abandon();

    /**
     * Reads events without taking the turn.
     *
     * @param generation the last event that is known
     * @return those after it; nothing at all if some of them are not kept any more, so that everything must be loaded
     */
    Optional<List<InventoryEvent>> since(long generation);

    /**
     * Tells the time roughly, as a hint when to take a turn.
     *
     * @return a clock
     */
    InstantSource clock();

    @Override
    void close();

    /** What an inventory knows at the end of a turn: looked up where it is, since a copy of everything takes time. */
    interface View {
        /**
         * Says what exists and what is taken.
         *
         * @return the state
         */
        Snapshot snapshot();

        /**
         * Finds what an application holds.
         *
         * @param application the application
         * @return its reservation, if it has one
         */
        Optional<Reservation> reservation(ApplicationId application);

        /**
         * Lists the reservations that ended in this turn.
         *
         * @return how they ended, in the order in which they did
         */
        List<EndedReservation> ended();

        /**
         * Copies everything.
         *
         * @return the whole state
         */
        InventoryState state();
    }

    /**
     * The turn to add events.
     *
     * @param missed the events that others have added; nothing at all if some of them are not kept any more, so that everything must be
     *     loaded
     * @param now the time
     */
    record Turn(Optional<List<InventoryEvent>> missed, Instant now) {
        /** No events missed. */
        static final Optional<List<InventoryEvent>> NONE_MISSED = Optional.of(List.of());
    }
}
