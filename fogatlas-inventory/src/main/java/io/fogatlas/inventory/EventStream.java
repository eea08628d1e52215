package io.fogatlas.inventory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;

/** Hands events on to subscribers without ever waiting for one: who falls behind is told that events were missed. */
final class EventStream implements Flow.Publisher<InventoryEvent>, AutoCloseable {
    /** How many events may wait for a subscriber. */
    static final int BUFFER = 4096;

    private static final System.Logger LOGGER = System.getLogger(EventStream.class.getName());

    private final SubmissionPublisher<InventoryEvent> publisher;
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();

    EventStream() {
        this(ForkJoinPool.commonPool());
    }

    EventStream(Executor executor) {
        publisher = new SubmissionPublisher<>(executor, BUFFER);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super InventoryEvent> subscriber) {
        Relay relay = new Relay(subscriber);
        relays.add(relay);
        publisher.subscribe(relay);
    }

    Inventory.Subscription add(InventoryListener listener) {
        Listening listening = new Listening(listener);
        subscribe(listening);
        return listening;
    }

    boolean hasSubscribers() {
        return !relays.isEmpty();
    }

    void publish(InventoryEvent event) {
        publisher.offer(event, (subscriber, dropped) -> {
            ((Relay) subscriber).missed = true;
            return false;
        });
    }

    /** Tells all subscribers that events were missed. */
    void interrupt() {
        relays.forEach(Relay::endByMiss);
    }

    @Override
    public void close() {
        publisher.close();
    }

    /** Stands before a subscriber, to end its subscription once it has missed an event. */
    private final class Relay implements Flow.Subscriber<InventoryEvent> {
        private final Flow.Subscriber<? super InventoryEvent> subscriber;
        private volatile boolean missed;
        private boolean ended;
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long count) {
                throw new IllegalStateException("Not subscribed yet.");
            }

            @Override
            public void cancel() {
                throw new IllegalStateException("Not subscribed yet.");
            }
        };

        Relay(Flow.Subscriber<? super InventoryEvent> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public synchronized void onSubscribe(Flow.Subscription given) {
            subscription = given;
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    given.request(count);
                }

                @Override
                public void cancel() {
                    relays.remove(Relay.this);
                    given.cancel();
                }
            });
        }

        @Override
        public synchronized void onNext(InventoryEvent event) {
            if (missed) {
                endByMiss();
            } else if (!ended) {
                subscriber.onNext(event);
            }
        }

        synchronized void endByMiss() {
            if (!ended) {
                ended = true;
                relays.remove(this);
                subscription.cancel();
                subscriber.onError(new MissedEventsException());
            }
        }

        @Override
        public synchronized void onError(Throwable failure) {
            relays.remove(this);
            if (!ended) {
                ended = true;
                subscriber.onError(failure);
            }
        }

        @Override
        public synchronized void onComplete() {
            relays.remove(this);
            if (!ended) {
                ended = true;
                subscriber.onComplete();
            }
        }
    }

    /** Tells a listener. */
    private static final class Listening implements Flow.Subscriber<InventoryEvent>, Inventory.Subscription {
        private final InventoryListener listener;
        private volatile boolean closed;

        Listening(InventoryListener listener) {
            this.listener = listener;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(InventoryEvent event) {
            if (closed) {
                return;
            }
            try {
                listener.happened(event);
            } catch (RuntimeException failure) {
                LOGGER.log(
                        System.Logger.Level.WARNING, "A listener failed at generation " + event.generation(), failure);
            }
        }

        @Override
        public void onError(Throwable failure) {
            LOGGER.log(System.Logger.Level.WARNING, "A listener hears no more of the inventory", failure);
        }

        @Override
        public void onComplete() {
            closed = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
