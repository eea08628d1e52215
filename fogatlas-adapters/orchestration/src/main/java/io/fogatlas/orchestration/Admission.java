package io.fogatlas.orchestration;

import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.NoSuchReservationException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ReservationConflictException;
import io.fogatlas.inventory.ShortageException;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets an application in: takes a snapshot of the inventory, has the application placed on what is left, and reserves what the placement
 * takes. If others were faster and what it takes is gone, all of that is done again, a bounded number of times.
 *
 * <p>What the application holds already is available to its own placement and replaced by it. A reservation is not confirmed here: that is
 * for whoever carries out the decision. Thread-safe, as far as the engine is.
 */
public final class Admission {
    /** How often it tries unless said otherwise. */
    public static final int DEFAULT_ATTEMPTS = 10;

    private final Inventory inventory;
    private final int attempts;
    private final Duration timeToLive;

    private Admission(Inventory inventory, int attempts, Duration timeToLive) {
        this.inventory = Objects.requireNonNull(inventory, "inventory");
        this.attempts = attempts;
        this.timeToLive = timeToLive;
    }

    /**
     * Lets applications in by {@value #DEFAULT_ATTEMPTS} attempts, and reserves for {@link Claim#DEFAULT_TIME_TO_LIVE}.
     *
     * @param inventory what exists and what is taken
     * @return the admission
     */
    public static Admission to(Inventory inventory) {
        return new Admission(inventory, DEFAULT_ATTEMPTS, Claim.DEFAULT_TIME_TO_LIVE);
    }

    /**
     * Changes how often it tries.
     *
     * @param value at least 1
     * @return the changed admission
     * @throws IllegalArgumentException if it is less than 1
     */
    public Admission attempts(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("There must be at least 1 attempt, but there are to be " + value + ".");
        }
        return new Admission(inventory, value, timeToLive);
    }

    /**
     * Changes for how long it reserves what is not confirmed.
     *
     * @param value more than nothing, at most 366 days
     * @return the changed admission
     */
    public Admission timeToLive(Duration value) {
        return new Admission(inventory, attempts, value);
    }

    /** Decides where an application runs, given what exists and what is taken. */
    @FunctionalInterface
    public interface Placing {
        /**
         * Places the application.
         *
         * @param snapshot what exists and what is taken; what the application holds in it is available to it
         * @return the decision
         */
        Decision place(Snapshot snapshot);
    }

    /**
     * Places an application by the default algorithm and objective, and reserves what it takes.
     *
     * @param engine places it
     * @param application the application
     * @return what was decided, and the reservation if there is a placement
     */
    public Admitted admit(PlacementEngine engine, Application application) {
        return admit(
                application,
                snapshot -> engine.place(
                        PlacementRequest.builder(snapshot, application).build()));
    }

    /**
     * Places an application and reserves what it takes.
     *
     * @param application the application
     * @param placing places it, once for each attempt
     * @return what was decided last, and the reservation if there is a placement that could be reserved
     * @throws InvalidModelException if the placing names something that its own snapshot does not have
     */
    public Admitted admit(Application application, Placing placing) {
        for (int attempt = 1; ; attempt++) {
            Snapshot snapshot = inventory.snapshot();
            Decision decision = placing.place(snapshot);
            if (decision.placement().isEmpty()) {
                return new Admitted(decision, snapshot, Optional.empty(), attempt, Optional.empty());
            }
            Placement placement = decision.placement().get();
            Claim claim = Claim.of(snapshot, application, placement).timeToLive(timeToLive);
            Optional<RuntimeException> conflict;
            try {
                Optional<Reservation> held = inventory.reservation(application.id());
                // One that is not confirmed would be gone for good if its replacement had to be released again.
                boolean mayBeReplaced = held.isEmpty()
                        || held.get().isConfirmed()
                        || stillKeepsTheRules(snapshot, /* changes= */ 0, application, placement);
                if (mayBeReplaced) {
                    Reservation reservation =
                            held.isPresent() ? inventory.replace(held.get().key(), claim) : inventory.reserve(claim);
                    if (stillKeepsTheRules(snapshot, /* changes= */ 1, application, placement)) {
                        return new Admitted(decision, snapshot, Optional.of(reservation), attempt, Optional.empty());
                    }
                    inventory.release(reservation.key());
                }
                conflict = Optional.empty();
            } catch (ShortageException | ReservationConflictException | NoSuchReservationException faster) {
                conflict = Optional.of(faster);
            } catch (InvalidModelException gone) {
                if (inventory.snapshot().infrastructure().equals(snapshot.infrastructure())) {
                    throw gone;
                }
                conflict = Optional.of(gone);
            }
            if (attempt == attempts) {
                return new Admitted(decision, snapshot, Optional.empty(), attempt, conflict);
            }
        }
    }

    /**
     * The inventory checks amounts alone: if others have changed it since the snapshot, latencies, labels and affinities may have changed,
     * too.
     *
     * @param changes how often it was changed here
     */
    private boolean stillKeepsTheRules(Snapshot before, int changes, Application application, Placement placement) {
        Snapshot after = inventory.snapshot();
        if (after.generation() == before.generation() + changes) {
            return true;
        }
        try {
            PlacementRequest request =
                    PlacementRequest.builder(after, application).build();
            return PlacementVerifier.verify(request, placement).isValid();
        } catch (InvalidModelException somethingNamedIsGone) {
            return false;
        }
    }
}
