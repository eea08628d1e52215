package io.fogatlas.inventory;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Carries events to one subscriber, in a task that runs while there is something to tell. Whoever hands something in only notes it:
 * its monitor is never held while the subscriber is called.
 */
final class Relay implements Flow.Subscription {
    private static final System.Logger LOGGER = System.getLogger(Relay.class.getName());

    private final Flow.Subscriber<? super InventoryEvent> subscriber;
    private final Executor executor;
    private final Set<Relay> relays;
    private final Queue<InventoryEvent> events = new ArrayDeque<>();
    private long wanted;
    private boolean running;
    private boolean introduced;
    private boolean completed;
    private boolean ended;
    private @Nullable Throwable failure;

    /**
     * Makes a relay that tells nothing yet.
     *
     * @param subscriber whom to tell
     * @param executor runs the tasks
     * @param relays those that get events: this one leaves them once it takes no more
     */
    Relay(Flow.Subscriber<? super InventoryEvent> subscriber, Executor executor, Set<Relay> relays) {
        this.subscriber = subscriber;
        this.executor = executor;
        this.relays = relays;
    }

    /** Takes an event; if too many wait already, that is the end. */
    void offer(InventoryEvent event) {
        boolean full;
        synchronized (this) {
            full = events.size() == EventStream.BUFFER;
            if (!full && isOpen()) {
                events.add(event);
            }
        }
        if (full) {
            miss();
        } else {
            start();
        }
    }

    /** Ends with {@link MissedEventsException}, after the events that wait and are asked for. */
    void miss() {
        synchronized (this) {
            if (isOpen()) {
                failure = new MissedEventsException();
            }
        }
        relays.remove(this);
        start();
    }

    /** Ends after all events that wait. */
    void complete() {
        synchronized (this) {
            completed = true;
        }
        relays.remove(this);
        start();
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            fail(new IllegalArgumentException("A subscriber must request one event or more, but asked for " + count));
        } else {
            synchronized (this) {
                wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + count;
            }
        }
        start();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            ended = true;
            events.clear();
        }
        relays.remove(this);
    }

    /** Lets a task run, if there is something to tell. */
    void start() {
        synchronized (this) {
            if (running || ended || !isDue()) {
                return;
            }
            running = true;
        }
        try {
            executor.execute(this::run);
        } catch (RuntimeException | Error refused) {
            LOGGER.log(System.Logger.Level.WARNING, "No thread to tell of events; the next one tries again", refused);
            synchronized (this) {
                running = false;
            }
        }
    }

    private boolean isOpen() {
        return !ended && !completed && failure == null;
    }

    private boolean isDue() {
        return !introduced || failure != null || (events.isEmpty() ? completed : wanted > 0);
    }

    private void run() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            try {
                next.get().run();
            } catch (Throwable thrown) {
                LOGGER.log(
                        System.Logger.Level.WARNING, "A subscriber failed and hears no more of the inventory", thrown);
                fail(thrown);
            }
        }
    }

    /** What to tell now; nothing if this task is over. */
    private synchronized Optional<Runnable> next() {
        if (ended || !isDue()) {
            running = false;
            return Optional.empty();
        }
        if (!introduced) {
            introduced = true;
            return Optional.of(() -> subscriber.onSubscribe(this));
        }
        InventoryEvent event = wanted > 0 ? events.poll() : null;
        if (event != null) {
            wanted -= wanted == Long.MAX_VALUE ? 0 : 1;
            return Optional.of(() -> subscriber.onNext(event));
        }
        ended = true;
        events.clear();
        Throwable why = failure;
        return Optional.of(why == null ? subscriber::onComplete : () -> subscriber.onError(why));
    }

    private void fail(Throwable why) {
        synchronized (this) {
            events.clear();
            failure = why;
        }
        relays.remove(this);
    }
}
