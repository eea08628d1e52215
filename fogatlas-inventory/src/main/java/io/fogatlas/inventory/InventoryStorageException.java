package io.fogatlas.inventory;

/**
 * Says that what an inventory is kept in cannot be read or written: a file, or a database. If that happened in a call that changes
 * something, it is not known whether the change was kept: repeat the call with the same claim or key, which does nothing twice.
 */
public final class InventoryStorageException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong.
     *
     * @param message what, where, and what to do
     */
    public InventoryStorageException(String message) {
        super(message);
    }

    /**
     * Says what went wrong.
     *
     * @param message what, where, and what to do
     * @param cause why
     */
    public InventoryStorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
