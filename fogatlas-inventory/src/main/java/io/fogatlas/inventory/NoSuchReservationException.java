package io.fogatlas.inventory;

import java.util.Optional;

/** Says that a reservation is not there, or not any more. */
public final class NoSuchReservationException extends InventoryException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Ending> ending;

    NoSuchReservationException(ReservationKey key, Optional<Ending> ending) {
        super("The reservation of " + key + " "
                + ending.map(end -> switch (end.how()) {
                            case RELEASED -> "was released at " + end.at() + ".";
                            case EXPIRED ->
                                "expired at " + end.at()
                                        + ", since it was not confirmed in time; place the application again.";
                            case REPLACED -> "was replaced by another at " + end.at() + ".";
                        })
                        .orElse("is not there; it was never made, or ended long ago."));
        this.ending = ending;
    }

    /**
     * Says how the reservation ended.
     *
     * @return how and when; empty if it is not known (any more)
     */
    public Optional<Ending> ending() {
        return ending;
    }
}
