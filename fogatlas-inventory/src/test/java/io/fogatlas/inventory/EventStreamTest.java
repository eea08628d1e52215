package io.fogatlas.inventory;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.fogatlas.inventory.testkit.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventStreamTest {
    private final Inventory inventory = Inventory.inMemory(Site.INFRASTRUCTURE);

    @AfterEach
    void close() {
        inventory.close();
    }

    private void measure(int times) {
        for (int i = 0; i < times; i++) {
            inventory.update(
                    List.of(new Change.Measure(LINK, 100, inventory.snapshot().generation() + 1)));
        }
    }

    /** Asks for as many events as it is told to, and notes what it gets. */
    private static class Recorder implements Flow.Subscriber<InventoryEvent> {
        private final long wanted;
        private final List<Long> generations = Collections.synchronizedList(new ArrayList<>());
        private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
        private final CompletableFuture<Boolean> completed = new CompletableFuture<>();
        private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();

        Recorder(long wanted) {
            this.wanted = wanted;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscribed.complete(subscription);
            if (wanted > 0) {
                subscription.request(wanted);
            }
        }

        @Override
        public void onNext(InventoryEvent event) {
            generations.add(event.generation());
        }

        @Override
        public void onError(Throwable failure) {
            failed.complete(failure);
        }

        @Override
        public void onComplete() {
            completed.complete(true);
        }
    }

    @Test
    void endsForEverySubscriberWhenTheInventoryIsClosed() throws Exception {
        Recorder recorder = new Recorder(Long.MAX_VALUE);
        inventory.events().subscribe(recorder);
        measure(3);

        inventory.close();

        assertThat(recorder.completed.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(recorder.generations).containsExactly(1L, 2L, 3L);
    }

    @Test
    void neverWaitsForASubscriberAndTellsItThatItMissedSomething() throws Exception {
        Recorder slow = new Recorder(0);
        Recorder quick = new Recorder(Long.MAX_VALUE);
        inventory.events().subscribe(slow);
        Flow.Subscription subscription = slow.subscribed.get(30, TimeUnit.SECONDS);

        measure(EventStream.BUFFER + 10);
        inventory.events().subscribe(quick);
        assertThat(slow.failed.get(30, TimeUnit.SECONDS)).isInstanceOf(MissedEventsException.class);
        subscription.request(1);
        measure(1);

        assertThat(slow.generations).isEmpty();
        inventory.close();
        assertThat(quick.completed.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(quick.generations).containsExactly(EventStream.BUFFER + 11L);
    }

    @Test
    void goesOnAfterAListenerFailed() throws Exception {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        inventory.addListener(event -> {
            if (event.generation() == 1) {
                throw new IllegalStateException("A listener that fails at the first event, as this test wants.");
            }
            heard.add(event.generation());
        });

        measure(2);

        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void tellsNobodyWhoHasCancelled() throws Exception {
        Recorder recorder = new Recorder(Long.MAX_VALUE);
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        inventory.events().subscribe(recorder);
        recorder.subscribed.get(30, TimeUnit.SECONDS).cancel();
        inventory.addListener(event -> heard.add(event.generation()));

        inventory.reserve(claim(inventory, application("shop", 1, 1), ACROSS, "first"));

        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(recorder.generations).isEmpty();
    }

    @Test
    void letsWhoMissedSomethingReserve() throws Exception {
        LossyJournal journal = new LossyJournal();
        try (Inventory one = Inventory.of(journal);
                Inventory other = Inventory.of(journal)) {
            CompletableFuture<Thread> told = new CompletableFuture<>();
            one.events().subscribe(new Recorder(Long.MAX_VALUE) {
                @Override
                public void onError(Throwable failure) {
                    one.reserve(claim(one, application("bank", 1, 1), ACROSS, "first"));
                    told.complete(Thread.currentThread());
                }
            });
            other.reserve(claim(other, application("shop", 1, 1), ACROSS, "first"));
            Claim club = claim(other, application("club", 1, 1), ACROSS, "first");
            journal.lose();

            one.reserve(club);

            assertThat(told.get(30, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
            assertThat(one.reservations()).hasSize(3);
        }
    }

    @Test
    void refusesNoSubscriberAtAll() {
        assertThatNullPointerException()
                .isThrownBy(() -> inventory.events().subscribe(null))
                .withMessage("subscriber");
    }
}
