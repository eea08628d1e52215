package io.fogatlas.inventory;

/**
 * Refuses a reservation, because the application holds another one, or because the request's name was used for another placement or is that
 * of what is to be replaced; or refuses to confirm, release or replace what another reservation is to replace already.
 */
public final class ReservationConflictException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /** What is held already. */
    private final transient Reservation held;

    ReservationConflictException(String message, Reservation held) {
        super(message);
        this.held = held;
    }

    /**
     * Says what the application holds.
     *
     * @return its reservation
     */
    public Reservation held() {
        return held;
    }
}
