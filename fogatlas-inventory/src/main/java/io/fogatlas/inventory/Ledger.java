package io.fogatlas.inventory;

import io.fogatlas.inventory.Ending.How;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The state of an inventory, which only {@link #apply events} change: the same events in the same order make the same state, in whichever
 * process. What may happen is for {@link Rules} to say. Not thread-safe; the snapshots it gives out are.
 */
final class Ledger implements Journal.View {
    private final Map<ApplicationId, Reservation> reservations = new HashMap<>();
    private final TreeSet<Reservation> expiring = new TreeSet<>(Ledger::byExpiry);
    private final Endings endings = new Endings(InventoryState.REMEMBERED_ENDINGS);
    private final List<EndedReservation> ended = new ArrayList<>();
    private final Totals taken = new Totals();
    private Snapshot snapshot;

    Ledger(InventoryState state) {
        Occupancy occupancy = new Occupancy(Map.of(), state.others());
        taken.add(state.others());
        for (Reservation reservation : state.reservations()) {
            occupancy = occupancy.with(reservation.key().application(), note(reservation));
        }
        state.endings().forEach((key, ending) -> endings.add(new EndedReservation(key, ending)));
        snapshot = new Snapshot(state.infrastructure(), occupancy, state.generation());
    }

    private static int byExpiry(Reservation one, Reservation other) {
        int byTime = one.expires().orElse(Instant.MAX).compareTo(other.expires().orElse(Instant.MAX));
        return byTime != 0
                ? byTime
                : one.key().application().compareTo(other.key().application());
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    long nextGeneration() {
        return snapshot.generation() + 1;
    }

    Totals taken() {
        return taken;
    }

    @Override
    public Optional<Reservation> reservation(ApplicationId application) {
        return Optional.ofNullable(reservations.get(application));
    }

    List<Reservation> reservations() {
        List<Reservation> all = new ArrayList<>(reservations.values());
        all.sort(Comparator.comparing(each -> each.key().application()));
        return all;
    }

    Optional<Ending> ending(ReservationKey key) {
        return endings.find(key);
    }

    /** Forgets which reservations ended before. */
    void beginTurn() {
        ended.clear();
    }

    @Override
    public List<EndedReservation> ended() {
        return Collections.unmodifiableList(ended);
    }

    /** The reservation that expires first of those that do. */
    Optional<Reservation> nextToExpire() {
        return expiring.isEmpty() ? Optional.empty() : Optional.of(expiring.first());
    }

    @Override
    public InventoryState state() {
        return new InventoryState(
                snapshot.generation(),
                snapshot.infrastructure(),
                snapshot.occupancy().others(),
                reservations(),
                endings.all());
    }

    /** What an application holds by a reservation, that which it is to replace included. */
    static Holding held(Reservation reservation) {
        return reservation
                .replaces()
                .map(old -> MakeBeforeBreak.of(old.holding(), reservation.holding()))
                .orElse(reservation.holding());
    }

    void apply(InventoryEvent event) {
        if (event instanceof InventoryEvent.Reserved reserved) {
            put(event, reserved.reservation());
        } else if (event instanceof InventoryEvent.Replaced replaced) {
            drop(replaced.old());
            boolean stays = replaced.reservation()
                    .replaces()
                    .filter(kept -> kept.key().equals(replaced.old()))
                    .isPresent();
            if (!stays) {
                end(replaced.old(), How.REPLACED, event);
            }
            put(event, replaced.reservation());
        } else if (event instanceof InventoryEvent.Confirmed confirmed) {
            Reservation before = drop(confirmed.key());
            before.replaces().ifPresent(old -> end(old.key(), How.REPLACED, event));
            put(event, before.confirmed());
        } else if (event instanceof InventoryEvent.Released released) {
            end(event, released.key(), How.RELEASED);
        } else if (event instanceof InventoryEvent.Expired expired) {
            end(event, expired.key(), How.EXPIRED);
        } else if (event instanceof InventoryEvent.Updated updated) {
            update(event, updated.changes());
        }
    }

    private void put(InventoryEvent event, Reservation reservation) {
        Holding held = note(reservation);
        advance(event, snapshot.occupancy().with(reservation.key().application(), held));
    }

    private void end(InventoryEvent event, ReservationKey key, How how) {
        Reservation before = drop(key);
        end(key, how, event);
        if (before.replaces().isPresent()) {
            put(event, before.replaces().get());
        } else {
            advance(event, snapshot.occupancy().without(key.application()));
        }
    }

    private void update(InventoryEvent event, List<Change> changes) {
        Infrastructure infrastructure = snapshot.infrastructure();
        Occupancy occupancy = snapshot.occupancy();
        for (Change change : changes) {
            infrastructure = change.applyTo(infrastructure);
            if (change instanceof Change.TakeByOthers others) {
                taken.subtract(occupancy.others());
                taken.add(others.holding());
                occupancy = new Occupancy(occupancy.byApplication(), others.holding());
            }
        }
        snapshot = new Snapshot(infrastructure, occupancy, event.generation());
    }

    private Holding note(Reservation reservation) {
        reservations.put(reservation.key().application(), reservation);
        if (!reservation.isConfirmed()) {
            expiring.add(reservation);
        }
        Holding held = held(reservation);
        taken.add(held);
        return held;
    }

    private Reservation drop(ReservationKey key) {
        Reservation before = Optional.ofNullable(reservations.remove(key.application()))
                .filter(each -> each.key().equals(key))
                .orElseThrow(() -> new InventoryStorageException("The journal ends or changes a reservation of " + key
                        + ", but there is none; it was written by something else, or events are missing."));
        expiring.remove(before);
        taken.subtract(held(before));
        return before;
    }

    private void end(ReservationKey key, How how, InventoryEvent event) {
        EndedReservation now = new EndedReservation(key, new Ending(how, event.at()));
        ended.add(now);
        endings.add(now);
    }

    private void advance(InventoryEvent event, Occupancy occupancy) {
        snapshot = new Snapshot(snapshot.infrastructure(), occupancy, event.generation());
    }
}
