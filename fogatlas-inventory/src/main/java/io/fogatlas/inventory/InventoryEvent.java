package io.fogatlas.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What happened to an inventory. Every change has one more than the generation before it, so that a gap shows. */
public sealed interface InventoryEvent {
    /**
     * Says which change it was.
     *
     * @return the inventory's generation afterwards; at least 1
     */
    long generation();

    /**
     * Says when it happened, by the clock of the inventory.
     *
     * @return the time
     */
    Instant at();

    /**
     * Resources were reserved.
     *
     * @param generation the generation afterwards
     * @param at when
     * @param reservation the new reservation
     */
    record Reserved(long generation, Instant at, Reservation reservation) implements InventoryEvent {
        /**
         * Checks that nothing is missing.
         *
         * @param generation the generation afterwards
         * @param at when
         * @param reservation the new reservation
         */
        public Reserved {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reservation, "reservation");
        }
    }

    /**
     * A reservation took the place of another.
     *
     * @param generation the generation afterwards
     * @param at when
     * @param old the one that was there
     * @param reservation the new one
     */
    record Replaced(long generation, Instant at, ReservationKey old, Reservation reservation)
            implements InventoryEvent {
        /**
         * Checks that nothing is missing.
         *
         * @param generation the generation afterwards
         * @param at when
         * @param old the one that was there
         * @param reservation the new one
         */
        public Replaced {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(old, "old");
            Objects.requireNonNull(reservation, "reservation");
        }
    }

    /**
     * A reservation was confirmed and does not expire any more.
     *
     * @param generation the generation afterwards
     * @param at when
     * @param key the reservation
     */
    record Confirmed(long generation, Instant at, ReservationKey key) implements InventoryEvent {
        /**
         * Checks that nothing is missing.
         *
         * @param generation the generation afterwards
         * @param at when
         * @param key the reservation
         */
        public Confirmed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * A reservation was given back.
     *
     * @param generation the generation afterwards
     * @param at when
     * @param key the reservation
     */
    record Released(long generation, Instant at, ReservationKey key) implements InventoryEvent {
        /**
         * Checks that nothing is missing.
         *
         * @param generation the generation afterwards
         * @param at when
         * @param key the reservation
         */
        public Released {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * A reservation was not confirmed in time and has ended.
     *
     * @param generation the generation afterwards
     * @param at when
     * @param key the reservation
     */
    record Expired(long generation, Instant at, ReservationKey key) implements InventoryEvent {
        /**
         * Checks that nothing is missing.
         *
         * @param generation the generation afterwards
         * @param at when
         * @param key the reservation
         */
        public Expired {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * What exists has changed, or what others take.
     *
     * @param generation the generation afterwards
     * @param at when
     * @param changes the changes in their order; never empty
     */
    record Updated(long generation, Instant at, List<Change> changes) implements InventoryEvent {
        /**
         * Copies the list.
         *
         * @param generation the generation afterwards
         * @param at when
         * @param changes the changes
         */
        public Updated {
            Objects.requireNonNull(at, "at");
            changes = List.copyOf(changes);
        }
    }

    /**
     * Follows an {@link Updated} of the same generation after which more is taken of something than there is.
     *
     * @param generation the generation of the update
     * @param at when
     * @param overCommitments all that is over-committed then; never empty
     */
    record OverCommitted(long generation, Instant at, List<OverCommitment> overCommitments) implements InventoryEvent {
        /**
         * Copies the list.
         *
         * @param generation the generation of the update
         * @param at when
         * @param overCommitments all that is over-committed
         */
        public OverCommitted {
            Objects.requireNonNull(at, "at");
            overCommitments = List.copyOf(overCommitments);
        }
    }
}
