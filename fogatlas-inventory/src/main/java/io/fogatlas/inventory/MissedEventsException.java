package io.fogatlas.inventory;

/** Tells a subscriber that events were left out, because it was too slow or the inventory had to be read anew. */
public final class MissedEventsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissedEventsException() {
        super("Events were missed; subscribe again, and then take a snapshot.");
    }
}
