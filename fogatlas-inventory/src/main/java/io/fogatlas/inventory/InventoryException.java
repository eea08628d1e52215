package io.fogatlas.inventory;

/** Says why an inventory did not do what it was asked; nothing has changed then, unless the exception says otherwise. */
public abstract sealed class InventoryException extends RuntimeException
        permits ShortageException,
                ReservationConflictException,
                NoSuchReservationException,
                InventoryClosedException,
                InventoryStorageException {
    private static final long serialVersionUID = 1L;

    InventoryException(String message) {
        super(message);
    }

    InventoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
