package io.fogatlas.inventory;

/** Hears what happens to an inventory, one event after another. It may take its time, and may call the inventory. */
@FunctionalInterface
public interface InventoryListener {
    /**
     * Called after something happened. An exception it throws is logged, and the next event comes nevertheless.
     *
     * @param event what happened
     */
    void happened(InventoryEvent event);

    /**
     * Called after events were left out, because the listener was too slow or the inventory had to be read anew. The listener stays, and
     * hears of all that comes after: a snapshot taken here shows what it missed. Does nothing, unless it is overridden.
     */
    default void missed() {}
}
