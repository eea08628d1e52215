package io.fogatlas.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Lets eight threads do random things with one inventory, records when each call began, when it was answered and what the answer was, and
 * checks that there is one order of all calls that explains every answer and contradicts no clock (M. Herlihy and J. Wing,
 * Linearizability, TOPLAS 1990). Searching for such an order is hard in general; here every call tells its place: changes by their
 * generation, refusals and snapshots by the generation they saw. {@code -Dfogatlas.operations=N} says how many calls.
 */
final class LinearizabilityTest {
    private static final int THREADS = 8;
    private static final int OPERATIONS = Integer.getInteger("fogatlas.operations", 1_000_000);
    private static final int APPLICATIONS = 24;

    /**
     * One call.
     *
     * @param began the tick before it
     * @param ended the tick after it
     * @param kind what it did
     * @param key the reservation that was changed or refused; of a snapshot none
     * @param generation what the inventory had reached; of a change found in the journal afterwards
     * @param bps the bandwidth asked for
     * @param seen the bandwidth that the answer says is left, or taken
     */
    private record Operation(
            long began, long ended, Kind kind, Optional<ReservationKey> key, long generation, long bps, long seen) {
        Operation at(long found) {
            return new Operation(began, ended, kind, key, found, bps, seen);
        }
    }

    /** Changes first: one makes its generation, and whatever saw that came after. */
    private enum Kind {
        RESERVE,
        CONFIRM,
        RELEASE,
        REFUSED,
        SNAPSHOT
    }

    private final RecordingJournal journal = new RecordingJournal();
    private final Inventory inventory = Inventory.of(journal);
    private final AtomicLong ticks = new AtomicLong();

    @Test
    void everyAnswerFitsOneOrderOfAllCallsThatNoClockContradicts() throws Exception {
        List<Operation> history = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Operation>>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(caller(thread)));
            }
            for (Future<List<Operation>> one : running) {
                history.addAll(one.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(history).hasSizeGreaterThanOrEqualTo(OPERATIONS);
        Map<Object, Long> generations = journal.generations();
        history.replaceAll(each -> each.key()
                .map(key -> generations.get(List.of(each.kind(), key)))
                .map(each::at)
                .orElse(each));
        explain(history);
    }

    /** Puts the calls into the order that their generations tell, and plays them through a sequential model. */
    private static void explain(List<Operation> history) {
        history.sort(Comparator.comparingLong(Operation::generation)
                .thenComparing(each -> each.kind().compareTo(Kind.REFUSED) >= 0)
                .thenComparingLong(Operation::began));
        Map<Optional<ReservationKey>, Long> held = new HashMap<>();
        long sum = 0;
        long generation = 0;
        long latestBegin = -1;
        for (Operation operation : history) {
            boolean changes = operation.kind.compareTo(Kind.REFUSED) < 0;
            generation += changes ? 1 : 0;
            assertThat(operation.generation).as("%s", operation).isEqualTo(generation);
            assertThat(operation.ended)
                    .as("%s ended before one that comes earlier had begun", operation)
                    .isGreaterThan(latestBegin);
            latestBegin = Math.max(latestBegin, operation.began);
            switch (operation.kind) {
                case RESERVE -> {
                    assertThat(held.put(operation.key, operation.bps))
                            .as("%s", operation)
                            .isNull();
                    sum += operation.bps;
                }
                case RELEASE -> sum -= held.remove(operation.key);
                case CONFIRM -> assertThat(held).as("%s", operation).containsKey(operation.key);
                case REFUSED -> {
                    assertThat(operation.seen).as("%s", operation).isEqualTo(Site.LINK_BPS - sum);
                    assertThat(operation.bps).as("%s", operation).isGreaterThan(operation.seen);
                }
                case SNAPSHOT -> assertThat(operation.seen).as("%s", operation).isEqualTo(sum);
            }
            assertThat(sum).isBetween(0L, Site.LINK_BPS);
        }
    }

    private Callable<List<Operation>> caller(int thread) {
        return () -> {
            Random random = new Random(thread);
            List<Operation> done = new ArrayList<>();
            while (done.size() < OPERATIONS / THREADS) {
                String name = "app-" + (random.nextInt(APPLICATIONS / THREADS) * THREADS + thread);
                done.add(call(name, 1 + random.nextInt(30), random, done.size()));
            }
            return done;
        };
    }

    private Operation call(String name, long bps, Random random, int number) {
        if (random.nextInt(4) == 0) {
            long began = ticks.getAndIncrement();
            Snapshot snapshot = inventory.snapshot();
            long ended = ticks.getAndIncrement();
            long sum = snapshot.occupancy().bandwidthBpsByLink().getOrDefault(Site.LINK, 0L);
            return new Operation(began, ended, Kind.SNAPSHOT, Optional.empty(), snapshot.generation(), 0, sum);
        }
        Optional<Reservation> held = inventory.reservation(ApplicationId.of(name));
        if (held.isEmpty()) {
            return reserve(Site.application(name, 0, bps), bps, number);
        }
        Kind kind = held.get().isConfirmed() || random.nextBoolean() ? Kind.RELEASE : Kind.CONFIRM;
        ReservationKey key = held.get().key();
        long began = ticks.getAndIncrement();
        if (kind == Kind.CONFIRM) {
            inventory.confirm(key);
        } else {
            inventory.release(key);
        }
        return new Operation(began, ticks.getAndIncrement(), kind, Optional.of(key), 0, 0, 0);
    }

    private Operation reserve(Application application, long bps, int number) {
        ReservationKey key = new ReservationKey(application.id(), "request-" + number);
        Claim claim = new Claim(key, application, Site.ACROSS, 0, Duration.ofDays(1));
        long began = ticks.getAndIncrement();
        try {
            inventory.reserve(claim);
            return new Operation(began, ticks.getAndIncrement(), Kind.RESERVE, Optional.of(key), 0, bps, 0);
        } catch (ShortageException full) {
            long ended = ticks.getAndIncrement();
            long left = full.shortages().get(0).available();
            return new Operation(began, ended, Kind.REFUSED, Optional.of(key), full.generation(), bps, left);
        }
    }

    /** Remembers at which generation each reservation was made, confirmed and released. */
    private static final class RecordingJournal implements Journal {
        private final Journal memory =
                new MemoryJournal(InventoryState.of(Site.INFRASTRUCTURE, Occupancy.NONE), InstantSource.system());
        private final Map<Object, Long> generations = new HashMap<>();

        Map<Object, Long> generations() {
            return generations;
        }

        @Override
        public void commit(List<InventoryEvent> events, View after) {
            for (InventoryEvent event : events) {
                if (event instanceof InventoryEvent.Reserved reserved) {
                    generations.put(List.of(Kind.RESERVE, reserved.reservation().key()), event.generation());
                } else if (event instanceof InventoryEvent.Confirmed confirmed) {
                    generations.put(List.of(Kind.CONFIRM, confirmed.key()), event.generation());
                } else if (event instanceof InventoryEvent.Released released) {
                    generations.put(List.of(Kind.RELEASE, released.key()), event.generation());
                }
            }
        }

        @Override
        public InventoryState load() {
            return memory.load();
        }

        @Override
        public Turn begin(long generation) {
            return memory.begin(generation);
        }

        @Override
        public void abandon() {
            memory.abandon();
        }

        @Override
        public Optional<List<InventoryEvent>> since(long generation) {
            return memory.since(generation);
        }

        @Override
        public InstantSource clock() {
            return memory.clock();
        }

        @Override
        public void close() {
            memory.close();
        }
    }
}
