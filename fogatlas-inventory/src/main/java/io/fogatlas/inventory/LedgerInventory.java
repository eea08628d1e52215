package io.fogatlas.inventory;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * An inventory whose state is a {@link Ledger} in memory, kept in a {@link Journal}.
 *
 * <p>Changes take turns. Whoever gets the turn makes the changes of all who wait for it in the same turn, so that a journal on a disk
 * or in a database is written once for all of them. The ledger is ahead of what readers see until the journal has kept the events;
 * if it cannot, the ledger is read anew.
 */
final class LedgerInventory implements Inventory {
    /** How many changes one turn makes at most, so that nobody who shares the journal waits for long. */
    private static final int MOST_CHANGES_A_TURN = 256;

    private final Journal journal;
    private final EventStream stream = new EventStream();
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Call> waiting = new ConcurrentLinkedQueue<>();
    /** Guarded by the turn. */
    private Ledger ledger;
    /** Guarded by the turn: whether the ledger differs from what the journal keeps. */
    private boolean stale;
    /** Guarded by the turn: what subscribers hear of once the journal has kept it. */
    private final List<InventoryEvent> toTell = new ArrayList<>();

    private volatile Snapshot published;
    private volatile Instant nextExpiry;
    private volatile boolean closed;

    LedgerInventory(Journal journal) {
        this.journal = journal;
        try {
            ledger = new Ledger(journal.load());
        } catch (RuntimeException | Error failure) {
            closeAfter(failure);
            throw failure;
        }
        published = ledger.snapshot();
        nextExpiry = expiry();
    }

    /** Closes a journal that cannot be read, since whoever opened it here has no hold of it. */
    private void closeAfter(Throwable failure) {
        try {
            journal.close();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    @Override
    public Snapshot snapshot() {
        requireOpen();
        catchUp();
        return published;
    }

    @Override
    public Reservation reserve(Claim claim) {
        Objects.requireNonNull(claim, "claim");
        return call(
                        rules -> rules.reserve(claim),
                        Optional.of(claim.application().id()))
                .orElseThrow();
    }

    @Override
    public Reservation replace(ReservationKey old, Claim claim) {
        Objects.requireNonNull(old, "old");
        return call(
                        rules -> rules.replace(old, claim),
                        Optional.of(claim.application().id()))
                .orElseThrow();
    }

    @Override
    public Reservation confirm(ReservationKey key) {
        return call(rules -> rules.confirm(key), Optional.of(key.application())).orElseThrow();
    }

    @Override
    public void release(ReservationKey key) {
        Objects.requireNonNull(key, "key");
        call(rules -> rules.release(key), Optional.empty());
    }

    @Override
    public Snapshot update(List<Change> changes) {
        List<Change> copy = List.copyOf(changes);
        call(rules -> rules.update(copy), Optional.empty());
        return published;
    }

    @Override
    public Optional<Reservation> reservation(ApplicationId application) {
        Objects.requireNonNull(application, "application");
        return reading(kept -> kept.reservation(application));
    }

    @Override
    public List<Reservation> reservations() {
        return reading(Ledger::reservations);
    }

    @Override
    public Flow.Publisher<InventoryEvent> events() {
        requireOpen();
        return stream;
    }

    @Override
    public Subscription addListener(InventoryListener listener) {
        requireOpen();
        return stream.add(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                stream.close();
                journal.close();
            }
        } finally {
            turn.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new InventoryClosedException();
        }
    }

    private <T> T reading(Function<Ledger, T> question) {
        requireOpen();
        catchUp();
        boolean interrupted = Thread.interrupted();
        turn.lock();
        try {
            requireOpen();
            reloadIfStale();
            return question.apply(ledger);
        } finally {
            turn.unlock();
            restore(interrupted);
        }
    }

    /** Files and databases bear no interrupt while they are read and written: it is put aside until then. */
    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets what others did, and what has expired, show in what is published. */
    private void catchUp() {
        boolean interrupted = Thread.interrupted();
        try {
            Optional<List<InventoryEvent>> missed = journal.since(published.generation());
            if (missed.isEmpty() || !missed.get().isEmpty()) {
                turn.lock();
                try {
                    requireOpen();
                    reloadIfStale();
                    follow(missed);
                    publish();
                } finally {
                    turn.unlock();
                }
            }
        } finally {
            restore(interrupted);
        }
        if (!nextExpiry.isAfter(journal.clock().instant())) {
            call(rules -> Optional.empty(), Optional.empty());
        }
    }

    private Optional<Reservation> call(
            Function<Rules, Optional<InventoryEvent>> rule, Optional<ApplicationId> application) {
        Call mine = new Call(rule, application);
        boolean interrupted = Thread.interrupted();
        if (!turn.tryLock()) {
            waiting.add(mine);
            turn.lock();
        }
        try {
            if (!mine.isDone()) {
                takeTurn(mine);
            }
        } finally {
            turn.unlock();
            restore(interrupted);
        }
        return mine.outcome();
    }

    private void takeTurn(Call mine) {
        List<Call> calls = waiting.isEmpty() ? List.of(mine) : withThoseWhoWait(mine);
        try {
            requireOpen();
            reloadIfStale();
            change(calls);
        } catch (RuntimeException failure) {
            calls.forEach(call -> call.refuse(failure));
        } catch (Error failure) {
            InventoryStorageException unknown = new InventoryStorageException(
                    "The inventory failed in the middle of a change; repeat the call: " + failure, failure);
            calls.forEach(call -> call.refuse(unknown));
            throw failure;
        } finally {
            calls.forEach(Call::end);
        }
    }

    private List<Call> withThoseWhoWait(Call mine) {
        List<Call> calls = new ArrayList<>();
        calls.add(mine);
        waiting.remove(mine);
        for (Call next = waiting.poll(); next != null; next = waiting.poll()) {
            calls.add(next);
            if (calls.size() == MOST_CHANGES_A_TURN) {
                break;
            }
        }
        return calls;
    }

    private void change(List<Call> calls) {
        Journal.Turn begun = journal.begin(ledger.snapshot().generation());
        List<InventoryEvent> events;
        try {
            events = decide(calls, begun);
        } catch (RuntimeException | Error failure) {
            journal.abandon();
            throw failure;
        }
        if (events.isEmpty()) {
            journal.abandon();
        } else {
            journal.commit(events, ledger);
        }
        stale = false;
        publish();
        tell(toTell);
    }

    private List<InventoryEvent> decide(List<Call> calls, Journal.Turn begun) {
        follow(begun.missed());
        ledger.beginTurn();
        List<InventoryEvent> events = new ArrayList<>(calls.size());
        Rules rules = new Rules(ledger, begun.now());
        stale = true;
        for (Optional<InventoryEvent> expired = rules.expiry(); expired.isPresent(); expired = rules.expiry()) {
            happen(expired.get(), events);
        }
        for (Call call : calls) {
            Optional<InventoryEvent> event;
            try {
                event = call.event(rules);
            } catch (RuntimeException refused) {
                call.refuse(refused);
                continue;
            }
            event.ifPresent(each -> happen(each, events));
            call.answer(ledger);
        }
        return events;
    }

    private void happen(InventoryEvent event, List<InventoryEvent> events) {
        ledger.apply(event);
        events.add(event);
        if (stream.hasSubscribers()) {
            addWhatToTell(event, toTell);
        }
    }

    /** An event that the ledger has just taken in, and what follows from it. */
    private void addWhatToTell(InventoryEvent event, List<InventoryEvent> told) {
        told.add(event);
        if (event instanceof InventoryEvent.Updated) {
            List<OverCommitment> over = Utilisation.of(ledger.snapshot()).overCommitments();
            if (!over.isEmpty()) {
                told.add(new InventoryEvent.OverCommitted(event.generation(), event.at(), over));
            }
        }
    }

    private void follow(Optional<List<InventoryEvent>> missed) {
        if (missed.isEmpty()) {
            reload();
            return;
        }
        if (missed.get().isEmpty()) {
            return;
        }
        List<InventoryEvent> told = new ArrayList<>();
        for (InventoryEvent event : missed.get()) {
            if (event.generation() == ledger.nextGeneration()) {
                ledger.apply(event);
                if (stream.hasSubscribers()) {
                    addWhatToTell(event, told);
                }
            }
        }
        tell(told);
    }

    private void tell(List<InventoryEvent> events) {
        if (!events.isEmpty()) {
            try {
                events.forEach(stream::publish);
            } finally {
                // Nothing is told twice, even if there was no thread to tell it.
                events.clear();
            }
        }
    }

    private void reloadIfStale() {
        if (stale) {
            reload();
        }
    }

    private void reload() {
        toTell.clear();
        Ledger read = new Ledger(journal.load());
        boolean missed = read.snapshot().generation() != published.generation();
        ledger = read;
        stale = false;
        publish();
        if (missed) {
            stream.interrupt();
        }
    }

    private void publish() {
        nextExpiry = expiry();
        published = ledger.snapshot();
    }

    private Instant expiry() {
        return ledger.nextToExpire().flatMap(Reservation::expires).orElse(Instant.MAX);
    }
}
