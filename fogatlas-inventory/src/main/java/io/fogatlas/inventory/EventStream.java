package io.fogatlas.inventory;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands events on to subscribers without ever waiting for one: who falls behind is told that events were missed. Subscribers are only
 * called by threads of the stream, so that they may call the inventory.
 */
final class EventStream implements Flow.Publisher<InventoryEvent>, AutoCloseable {
    /** How many events may wait for a subscriber. */
    static final int BUFFER = 4096;

    private static final System.Logger LOGGER = System.getLogger(EventStream.class.getName());

    private final Executor executor;

    private final Set<Feed> feeds = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    EventStream() {
        this(threads());
    }

    EventStream(Executor executor) {
        this.executor = executor;
    }

    /** A thread for each subscriber that has something to hear; idle ones end, so that there is nothing to shut down. */
    private static Executor threads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "fogatlas-inventory-events");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void subscribe(Flow.Subscriber<? super InventoryEvent> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        Feed feed = new Feed(executor);
        feeds.add(feed);
        feed.publisher.subscribe(subscriber);
        feed.subscribed = true;
        if (closed) {
            feed.publisher.close();
        }
    }

    Inventory.Subscription add(InventoryListener listener) {
        Listening listening = new Listening(listener);
        subscribe(listening);
        return listening;
    }

    boolean hasSubscribers() {
        if (feeds.isEmpty()) {
            return false;
        }
        feeds.removeIf(feed -> feed.subscribed && !feed.publisher.hasSubscribers());
        return !feeds.isEmpty();
    }

    void publish(InventoryEvent event) {
        for (Feed feed : feeds) {
            if (feed.publisher.offer(event, null) < 0) {
                miss(feed);
            }
        }
    }

    /** Tells all subscribers that events were missed. */
    void interrupt() {
        // A copy, since whoever subscribes again at once has not missed anything.
        new ArrayList<>(feeds).forEach(this::miss);
    }

    private void miss(Feed feed) {
        feeds.remove(feed);
        feed.publisher.closeExceptionally(new MissedEventsException());
    }

    /** Takes no more events; those that wait are still told. */
    @Override
    public void close() {
        closed = true;
        feeds.forEach(feed -> feed.publisher.close());
    }

    /** What tells one subscriber, so that each can end for itself. It is among the feeds before anybody hears of it. */
    private static final class Feed {
        private final SubmissionPublisher<InventoryEvent> publisher;
        private volatile boolean subscribed;

        Feed(Executor executor) {
            publisher = new SubmissionPublisher<>(executor, BUFFER);
        }
    }

    /** Tells a listener, and subscribes it again after events were missed. */
    private final class Listening implements Flow.Subscriber<InventoryEvent>, Inventory.Subscription {
        private final InventoryListener listener;
        private volatile Flow.@Nullable Subscription subscription;
        private volatile boolean closing;
        private boolean missed;

        Listening(InventoryListener listener) {
            this.listener = listener;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (closing) {
                given.cancel();
                return;
            }
            if (missed) {
                tell(listener::missed, () -> "A listener failed when it was told that events were missed");
            }
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(InventoryEvent event) {
            tell(() -> listener.happened(event), () -> "A listener failed at generation " + event.generation());
        }

        private void tell(Runnable call, Supplier<String> otherwise) {
            if (closing) {
                return;
            }
            try {
                call.run();
            } catch (RuntimeException failure) {
                LOGGER.log(System.Logger.Level.WARNING, otherwise, failure);
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (failure instanceof MissedEventsException && !closing) {
                LOGGER.log(System.Logger.Level.WARNING, "A listener missed events of the inventory");
                missed = true;
                subscribe(this);
            }
        }

        @Override
        public void onComplete() {
            // Nothing is left to tell.
        }

        @Override
        public void close() {
            closing = true;
            Flow.Subscription known = subscription;
            if (known != null) {
                known.cancel();
            }
        }
    }
}
