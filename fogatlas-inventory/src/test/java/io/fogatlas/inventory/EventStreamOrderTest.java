package io.fogatlas.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** In what order a subscriber is called, with tasks that run when the test says so. */
final class EventStreamOrderTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final EventStream stream = new EventStream(tasks::add);

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static InventoryEvent event(long generation) {
        return new InventoryEvent.Updated(generation, Instant.EPOCH, List.of());
    }

    /** Notes how it is called. */
    private class Recorder implements Flow.Subscriber<InventoryEvent> {
        private final long wanted;
        private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

        Recorder(long wanted) {
            this.wanted = wanted;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            calls.add("subscribed");
            subscription.set(given);
            given.request(wanted);
        }

        @Override
        public void onNext(InventoryEvent event) {
            calls.add("event " + event.generation());
        }

        @Override
        public void onError(Throwable failure) {
            calls.add(failure.getClass().getSimpleName());
        }

        @Override
        public void onComplete() {
            calls.add("completed");
        }
    }

    @Test
    void tellsOfAMissOnceAndOfNothingAfterIt() {
        stream.subscribe(new Recorder(Long.MAX_VALUE));
        runTasks();
        stream.publish(event(1));
        runTasks();
        stream.interrupt();
        stream.publish(event(2));
        stream.interrupt();
        stream.close();

        assertThat(calls).containsExactly("subscribed", "event 1");
        assertThat(stream.hasSubscribers()).isFalse();
        runTasks();

        assertThat(calls).containsExactly("subscribed", "event 1", "MissedEventsException");
    }

    @Test
    void subscribesBeforeItTellsOfAMiss() {
        stream.subscribe(new Recorder(Long.MAX_VALUE));
        stream.interrupt();

        assertThat(calls).isEmpty();
        runTasks();

        assertThat(calls).containsExactly("subscribed", "MissedEventsException");
    }

    /** With real threads, and often, since it is a matter of chance who is first. */
    @Test
    void tellsAllThatHappensOnceSomebodyIsSubscribed() throws Exception {
        EventStream threaded = new EventStream();
        for (int round = 0; round < 1_000; round++) {
            CompletableFuture<Long> heard = new CompletableFuture<>();
            threaded.subscribe(new Recorder(Long.MAX_VALUE) {
                @Override
                public void onSubscribe(Flow.Subscription given) {
                    given.request(Long.MAX_VALUE);
                    threaded.publish(event(1));
                }

                @Override
                public void onNext(InventoryEvent event) {
                    heard.complete(event.generation());
                }
            });

            assertThat(heard.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            threaded.interrupt();
        }
    }

    @Test
    void tellsNothingAfterItWasCancelled() {
        Recorder recorder = new Recorder(Long.MAX_VALUE);
        stream.subscribe(recorder);
        runTasks();
        stream.publish(event(1));
        recorder.subscription.get().cancel();
        runTasks();

        assertThat(calls).containsExactly("subscribed");
    }

    @Test
    void tellsWhatWaitedWhenItWasClosed() {
        Recorder recorder = new Recorder(1);
        stream.subscribe(recorder);
        stream.publish(event(1));
        stream.publish(event(2));
        stream.close();
        runTasks();
        assertThat(calls).containsExactly("subscribed", "event 1");

        recorder.subscription.get().request(1);
        runTasks();

        assertThat(calls).containsExactly("subscribed", "event 1", "event 2", "completed");
    }

    @Test
    void endsAtOnceForWhoSubscribesAfterItWasClosed() {
        stream.close();
        stream.subscribe(new Recorder(1));
        runTasks();

        assertThat(calls).containsExactly("subscribed", "completed");
        assertThat(stream.hasSubscribers()).isFalse();
    }
}
