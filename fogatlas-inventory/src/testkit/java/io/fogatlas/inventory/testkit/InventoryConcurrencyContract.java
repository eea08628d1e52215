package io.fogatlas.inventory.testkit;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.LINK_BPS;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.ShortageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds in every inventory however many threads use it at once. */
public abstract class InventoryConcurrencyContract extends InventoryUnderTest {
    private static final int THREADS = 8;

    /** For subclasses. */
    protected InventoryConcurrencyContract() {}

    @Test
    final void givesOutExactlyWhatThereIsHoweverManyAskAtOnce() throws Exception {
        assertThat(reserveTenthsOfTheLink(Duration.ofMinutes(5))).isEqualTo(LINK_BPS / 10);
        assertThat(inventory.snapshot().generation()).isEqualTo(LINK_BPS / 10);
        assertThat(inventory.snapshot().occupancy().bandwidthBpsByLink()).containsEntry(LINK, LINK_BPS);
    }

    @Test
    final void givesOutAgainWhatExpiredHoweverManyAskAtOnce() throws Exception {
        Duration timeToLive = Duration.ofSeconds(2);
        reserveTenthsOfTheLink(timeToLive);

        pass(timeToLive);

        assertThat(reserveTenthsOfTheLink(Duration.ofMinutes(5))).isEqualTo(LINK_BPS / 10);
        assertThat(inventory.snapshot().occupancy().bandwidthBpsByLink()).containsEntry(LINK, LINK_BPS);
    }

    /** Says how many requests were granted. */
    private long reserveTenthsOfTheLink(Duration timeToLive) throws Exception {
        List<Integer> accepted = together((thread, number) -> {
            try {
                inventory.reserve(
                        claim(inventory, application(thread + "-" + number, 0, 10), ACROSS, "until-" + timeToLive)
                                .timeToLive(timeToLive));
                return true;
            } catch (ShortageException full) {
                return false;
            }
        });
        return accepted.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    final void losesNothingWhenManyReserveAndReleaseAtOnce() throws Exception {
        List<Integer> kept = together((thread, number) -> {
            Claim claim = claim(inventory, application(thread + "-" + number, 1, 1), ACROSS, "first");
            inventory.confirm(inventory.reserve(claim).key());
            if (number == 0) {
                return true;
            }
            inventory.release(claim.key());
            return false;
        });

        assertThat(kept).containsOnly(1);
        assertThat(inventory.reservations()).hasSize(THREADS).allMatch(each -> each.isConfirmed());
        assertThat(inventory.snapshot().occupancy().bandwidthBpsByLink()).containsEntry(LINK, (long) THREADS);
    }

    /** What a thread does again and again. */
    private interface Work {
        boolean succeeds(int thread, int number);
    }

    /** Lets all threads work at once; says how often the work of each succeeded. */
    private static List<Integer> together(Work work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(repeated(start, work, thread)));
            }
            start.countDown();
            List<Integer> counts = new ArrayList<>();
            for (Future<Integer> one : running) {
                counts.add(one.get());
            }
            return counts;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Integer> repeated(CountDownLatch start, Work work, int thread) {
        return () -> {
            start.await();
            int succeeded = 0;
            for (int number = 0; number < 20; number++) {
                succeeded += work.succeeds(thread, number) ? 1 : 0;
            }
            return succeeded;
        };
    }
}
