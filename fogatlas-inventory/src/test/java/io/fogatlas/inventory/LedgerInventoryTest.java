package io.fogatlas.inventory;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of calls that one thread makes for others, and of a journal that fails. */
final class LedgerInventoryTest {
    private final ScriptedJournal journal = new ScriptedJournal();

    /** Holds its first turn until it is let go, and fails on request. */
    private static final class ScriptedJournal extends LossyJournal {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private volatile boolean unreadable;
        private volatile boolean closed;
        private volatile boolean holds;
        private final AtomicInteger commitsUntilError = new AtomicInteger(Integer.MAX_VALUE);

        @Override
        public synchronized InventoryState load() {
            if (unreadable) {
                throw new InventoryStorageException("unreadable");
            }
            return super.load();
        }

        @Override
        public Turn begin(long generation) {
            if (holds) {
                begun.countDown();
                await(go);
            }
            return super.begin(generation);
        }

        @Override
        public synchronized void commit(List<InventoryEvent> events, View after) {
            if (commitsUntilError.getAndDecrement() == 0) {
                throw new OutOfMemoryError("in the middle of a turn");
            }
            super.commit(events, after);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    /** A thread that waits for its turn behind those before it, or has ended. */
    private static Thread waiting(Runnable call) {
        Thread thread = new Thread(call);
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private Thread firstTurn(Inventory inventory) {
        journal.holds = true;
        Thread first = new Thread(() -> inventory.update(List.of(new Change.Measure(LINK, 99, 7))));
        first.start();
        await(journal.begun);
        return first;
    }

    @Test
    void answersNobodyWhoseTurnEndedInAnError() throws InterruptedException {
        Inventory inventory = Inventory.of(journal);
        Claim claim = claim(inventory, application("shop", 1, 80), ACROSS, "first");
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        Thread first = firstTurn(inventory);
        journal.commitsUntilError.set(1);
        List<Thread> others = List.of(
                waiting(() -> thrown.add(thrownBy(() -> inventory.update(List.of(new Change.Measure(LINK, 98, 7)))))),
                waiting(() -> thrown.add(thrownBy(() -> inventory.reserve(claim)))));

        journal.go.countDown();

        first.join();
        for (Thread other : others) {
            other.join();
        }
        assertThat(thrown)
                .hasSize(2)
                .hasAtLeastOneElementOfType(OutOfMemoryError.class)
                .hasAtLeastOneElementOfType(InventoryStorageException.class);
        assertThat(inventory.reservations()).isEmpty();
    }

    private static Throwable thrownBy(Runnable call) {
        try {
            call.run();
            return new AssertionError("it was answered");
        } catch (RuntimeException | Error thrown) {
            return thrown;
        }
    }

    @Test
    void tellsOfAnOverCommitmentThatEndsInTheSameTurn() throws InterruptedException {
        Inventory inventory = Inventory.of(journal);
        Claim claim = claim(inventory, application("shop", 1, 80), ACROSS, "first");
        inventory.reserve(claim);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch released = new CountDownLatch(1);
        inventory.addListener(event -> {
            heard.add(event.getClass().getSimpleName());
            if (event instanceof InventoryEvent.Released) {
                released.countDown();
            }
        });
        Thread first = firstTurn(inventory);
        List<Thread> others = List.of(
                waiting(() -> inventory.update(List.of(new Change.Measure(LINK, 50, 7)))),
                waiting(() -> inventory.release(claim.key())));

        journal.go.countDown();

        first.join();
        for (Thread other : others) {
            other.join();
        }
        await(released);
        assertThat(heard).containsExactly("Updated", "Updated", "OverCommitted", "Released");
    }

    @Test
    void closesAJournalThatCannotBeRead() {
        journal.unreadable = true;

        assertThatThrownBy(() -> Inventory.of(journal)).hasMessage("unreadable");

        assertThat(journal.closed).isTrue();
    }
}
