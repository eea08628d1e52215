package io.fogatlas.inventory;

/** Says that an inventory was closed and takes no more calls. */
public final class InventoryClosedException extends InventoryException {
    private static final long serialVersionUID = 1L;

    InventoryClosedException() {
        super("The inventory is closed.");
    }
}
