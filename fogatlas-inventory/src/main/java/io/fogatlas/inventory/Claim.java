package io.fogatlas.inventory;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.model.placement.Placement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks for what a placement takes. Repeat a call whose answer was lost with the same claim: it then answers what the first one did.
 *
 * @param key names the reservation it is to become
 * @param application what is placed
 * @param placement where its parts are
 * @param generation that of the snapshot for which the placement was found
 * @param timeToLive how long the reservation is held for if it is never confirmed; more than nothing, at most 366 days
 */
public record Claim(
        ReservationKey key, Application application, Placement placement, long generation, Duration timeToLive) {
    /** How long a reservation is held for unless said otherwise: five minutes. */
    public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Checks the values.
     *
     * @param key names the reservation
     * @param application what is placed
     * @param placement where its parts are
     * @param generation the snapshot's
     * @param timeToLive how long it is held for
     * @throws IllegalArgumentException if the key is of another application, the generation negative, or the time out of its range
     */
    public Claim {
        Objects.requireNonNull(placement, "placement");
        require(
                key.application().equals(application.id()),
                () -> "The key is of application '" + key.application() + "', but what is placed is '"
                        + application.id() + "'.");
        require(generation >= 0, () -> "The generation must not be negative, but is " + generation + ".");
        require(
                !timeToLive.isZero() && !timeToLive.isNegative() && timeToLive.compareTo(LONGEST) <= 0,
                () -> "The time to live must be more than nothing and at most 366 days, but is " + timeToLive + ".");
    }

    /**
     * Claims what a placement takes, by a request with a name of its own, for {@link #DEFAULT_TIME_TO_LIVE}.
     *
     * @param snapshot for which the placement was found
     * @param application what is placed
     * @param placement where its parts are
     * @return the claim
     */
    public static Claim of(Snapshot snapshot, Application application, Placement placement) {
        ReservationKey key =
                new ReservationKey(application.id(), UUID.randomUUID().toString());
        return new Claim(key, application, placement, snapshot.generation(), DEFAULT_TIME_TO_LIVE);
    }

    /**
     * Changes the name of the request.
     *
     * @param request its name
     * @return the changed claim
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public Claim request(String request) {
        ReservationKey changed = new ReservationKey(key.application(), request);
        return new Claim(changed, application, placement, generation, timeToLive);
    }

    /**
     * Changes how long the reservation is held for.
     *
     * @param value more than nothing, at most 366 days
     * @return the changed claim
     * @throws IllegalArgumentException if the time is out of its range
     */
    public Claim timeToLive(Duration value) {
        return new Claim(key, application, placement, generation, value);
    }

    private static void require(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new IllegalArgumentException(message.get());
        }
    }
}
