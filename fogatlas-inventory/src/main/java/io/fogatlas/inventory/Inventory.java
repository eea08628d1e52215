package io.fogatlas.inventory;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * Holds what exists and what is taken, and never gives out what is not left.
 *
 * <p>Thread-safe: every change is one step that happens as a whole or not at all, one after another, and is kept before the call
 * returns. Reading never holds up a change. An application holds at most one reservation at a time. A reservation that is not confirmed
 * in time ends by itself: that is noticed in the next call of any method.
 *
 * <p>Time is that of the inventory's clock. If it is set forward, what is not confirmed may end too early, and confirming it then says so;
 * if it is set back, reservations that were made before last longer by as much.
 *
 * <p>Every method throws {@link InventoryClosedException} after {@link #close()}, and {@link InventoryStorageException} if what the
 * inventory is kept in cannot be read or written.
 */
public interface Inventory extends AutoCloseable {
    /**
     * Starts an inventory that lives in memory and ends with the process.
     *
     * @param infrastructure what exists
     * @return an inventory of which nothing is taken
     */
    static Inventory inMemory(Infrastructure infrastructure) {
        return inMemory(infrastructure, Occupancy.NONE, InstantSource.system());
    }

    /**
     * Starts an inventory that lives in memory and ends with the process.
     *
     * @param infrastructure what exists
     * @param occupancy what is taken; that may be more than there is: then nothing more is given out of it. What an application holds
     *     becomes a confirmed reservation of the request {@value InventoryState#ADOPTED}
     * @param clock tells the time
     * @return the inventory
     */
    static Inventory inMemory(Infrastructure infrastructure, Occupancy occupancy, InstantSource clock) {
        return of(new MemoryJournal(InventoryState.of(infrastructure, occupancy), clock));
    }

    /**
     * Opens an inventory that is kept in a journal, such as a file or a database.
     *
     * @param journal where it is kept; closed with the inventory
     * @return the inventory
     */
    static Inventory of(Journal journal) {
        return new LedgerInventory(journal);
    }

    /**
     * Says what exists and what is taken now.
     *
     * @return the state, which does not change any more
     */
    Snapshot snapshot();

    /**
     * Reserves what a placement takes, until it is confirmed or its time is over. That the inventory has changed since the claim's snapshot
     * does no harm, as long as the links and nodes that the placement uses still have what it takes. Repeated with the same claim, it
     * answers the same and reserves nothing more.
     *
     * <p>Only amounts are checked, that everything named is there, and that links are up and nodes ready: whether the placement keeps the
     * other rules of the domain is for a verifier to say.
     *
     * @param claim what is asked for
     * @return the reservation
     * @throws ShortageException if a link or node that the placement uses has too little left, or is down or not ready
     * @throws ReservationConflictException if the application holds another reservation, or the request was for another placement
     * @throws NoSuchReservationException if the same claim was granted before, and the reservation has ended since
     * @throws InvalidModelException if the placement names a microservice, flow, region, node or link that is not there, or leaves
     *     replicas without a node where there are nodes
     * @throws IllegalArgumentException if the claim's generation is one that the inventory has not reached, or the placement takes more than
     *     can be counted
     */
    Reservation reserve(Claim claim);

    /**
     * Reserves what a placement takes in the place of what the same application holds, in one step. What it holds is available to the new
     * placement. Repeated with the same claim, it answers the same.
     *
     * <p>If the old reservation is confirmed, the application is running: then its resources stay held as well, as far as they exceed the
     * new ones, until the new reservation is confirmed, and if that one is released or expires, the old one is there again.
     *
     * @param old the reservation that is replaced
     * @param claim what is asked for, by the same application
     * @return the new reservation
     * @throws ShortageException as {@link #reserve}
     * @throws ReservationConflictException if the application holds another reservation than the old one, or the claim has the name of the
     *     confirmed one that the old one is to replace
     * @throws NoSuchReservationException if the old reservation is not there, or the new one was granted before and has ended since
     * @throws InvalidModelException as {@link #reserve}
     * @throws IllegalArgumentException as {@link #reserve}, or if the old reservation is of another application
     */
    Reservation replace(ReservationKey old, Claim claim);

    /**
     * Makes a reservation stay until it is released. Repeated, it answers the same.
     *
     * @param key the reservation
     * @return the reservation as it is then
     * @throws NoSuchReservationException if it is not there, or has expired
     * @throws ReservationConflictException if another is to replace it, which is not confirmed yet
     */
    Reservation confirm(ReservationKey key);

    /**
     * Gives back what a reservation holds. If it was to replace another and was not confirmed, that one is there again.
     *
     * @param key the reservation
     * @throws NoSuchReservationException if it is not there, or not any more; it says if it was released before
     * @throws ReservationConflictException if another is to replace it, which is not confirmed yet: release that one first
     */
    void release(ReservationKey key);

    /**
     * Finds what an application holds.
     *
     * @param application the application
     * @return its reservation, if it has one
     */
    Optional<Reservation> reservation(ApplicationId application);

    /**
     * Lists all reservations.
     *
     * @return the reservations, in order of their applications
     */
    List<Reservation> reservations();

    /**
     * Changes what exists, or what unknown holders take, in one step. Changes that change nothing do nothing.
     *
     * @param changes the changes, in their order
     * @return the state afterwards
     * @throws InvalidModelException if one of them names what is not there, or takes out what others need; nothing has changed then
     */
    Snapshot update(List<Change> changes);

    /**
     * Tells of what happens from now on, also of what other processes do with the same inventory, if it is shared. What others do, and that
     * a reservation has expired, is only noticed in the next call of any method of this inventory: who has no calls to make calls
     * {@link #snapshot()} as often as they want to hear.
     *
     * <p>A subscriber is called one call after another, by threads of the inventory, never in a call of it: it may take its time without
     * holding up other subscribers, and may call the inventory. If it falls more than 4,096 events behind, or misses some for another reason,
     * it gets {@link MissedEventsException} and no more.
     *
     * @return a publisher that takes any number of subscribers
     */
    Flow.Publisher<InventoryEvent> events();

    /**
     * Adds a listener to the {@linkplain #events() events}: what other processes do is only heard of in the next call of this inventory. If
     * events are missed, the listener is {@linkplain InventoryListener#missed() told}, and stays.
     *
     * @param listener hears of every event, in their order
     * @return closing it takes the listener off; it may be closed in a call of the listener
     */
    Subscription addListener(InventoryListener listener);

    /** What ends when it is closed; closing it again does nothing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Ends the inventory's work in this process; what it is kept in stays. Closing it again does nothing. */
    @Override
    void close();
}
