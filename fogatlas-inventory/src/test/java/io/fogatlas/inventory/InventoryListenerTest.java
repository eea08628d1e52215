package io.fogatlas.inventory;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InventoryListenerTest {
    private final LossyJournal journal = new LossyJournal();
    private final Inventory inventory = Inventory.of(journal);
    private final Inventory other = Inventory.of(journal);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        inventory.close();
        other.close();
    }

    private static void reserve(Inventory where, String name) {
        where.reserve(claim(where, application(name, 1, 1), ACROSS, "first"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static InventoryEvent event(long generation) {
        return new InventoryEvent.Updated(generation, Instant.EPOCH, List.of());
    }

    @Test
    void mayCallTheInventoryWhileEverythingIsReadAnew() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CompletableFuture<Long> seen = new CompletableFuture<>();
        inventory.addListener(event -> {
            called.countDown();
            await(release);
            seen.complete(inventory.snapshot().generation());
        });
        reserve(inventory, "shop");
        await(called);
        reserve(other, "bank");
        journal.lose();

        CompletableFuture<Long> read = CompletableFuture.supplyAsync(
                () -> inventory.snapshot().generation(), task -> new Thread(task).start());

        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(2);
        release.countDown();
        assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void staysAfterItMissedEvents() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        inventory.addListener(new InventoryListener() {
            @Override
            public void happened(InventoryEvent event) {
                heard.add("event " + event.generation());
            }

            @Override
            public void missed() {
                heard.add("missed before " + inventory.snapshot().generation());
            }
        });
        reserve(inventory, "shop");
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("event 1");
        reserve(other, "bank");
        journal.lose();

        inventory.snapshot();

        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("missed before 2");
        reserve(inventory, "club");
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("event 3");
    }

    @Test
    void missesNothingTwice() {
        EventStream direct = new EventStream(Runnable::run);
        List<String> heard = new ArrayList<>();
        for (int listener = 0; listener < 20; listener++) {
            direct.add(new InventoryListener() {
                @Override
                public void happened(InventoryEvent event) {
                    heard.add("event " + event.generation());
                }

                @Override
                public void missed() {
                    heard.add("missed");
                    assertThat(heard).as("what so many listeners hear").hasSizeLessThanOrEqualTo(20);
                }
            });
        }

        direct.interrupt();

        assertThat(heard).hasSize(20).containsOnly("missed");
    }

    @Test
    void isNotHeldUpByOthers() {
        int slow = 2 * (ForkJoinPool.getCommonPoolParallelism() + 1);
        for (int i = 0; i < slow; i++) {
            inventory.addListener(event -> await(release));
        }
        CountDownLatch heard = new CountDownLatch(1);
        inventory.addListener(event -> heard.countDown());

        reserve(inventory, "shop");

        await(heard);
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        inventory.addListener(event -> threads.add(Thread.currentThread()));
        reserve(inventory, "shop");

        Thread thread = threads.poll(30, TimeUnit.SECONDS);

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("fogatlas-inventory-events");
        thread.join(30_000);
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void isDroppedWhenItIsClosed() {
        EventStream stream = new EventStream(Runnable::run);
        List<Long> heard = new ArrayList<>();
        Inventory.Subscription subscription = stream.add(event -> heard.add(event.generation()));
        stream.publish(event(1));

        subscription.close();
        subscription.close();
        stream.publish(event(2));

        assertThat(stream.hasSubscribers()).isFalse();
        assertThat(heard).containsExactly(1L);
    }

    @Test
    void mayBeClosedWhileItIsCalled() {
        EventStream stream = new EventStream(Runnable::run);
        List<Long> heard = new ArrayList<>();
        List<Inventory.Subscription> subscriptions = new ArrayList<>();
        subscriptions.add(stream.add(event -> {
            heard.add(event.generation());
            subscriptions.get(0).close();
        }));

        stream.publish(event(1));
        stream.publish(event(2));

        assertThat(stream.hasSubscribers()).isFalse();
        assertThat(heard).containsExactly(1L);
    }

    @Test
    void mayBeClosedBeforeItIsCalled() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        EventStream stream = new EventStream(tasks::add);
        List<Long> heard = new ArrayList<>();
        stream.add(event -> heard.add(event.generation())).close();
        stream.publish(event(1));

        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }

        assertThat(stream.hasSubscribers()).isFalse();
        assertThat(heard).isEmpty();
    }
}
