package io.fogatlas.inventory;

/** Hears what happens to an inventory, one event after another, in a thread of its own. */
@FunctionalInterface
public interface InventoryListener {
    /**
     * Called after something happened. An exception it throws is logged, and the next event comes nevertheless.
     *
     * @param event what happened
     */
    void happened(InventoryEvent event);
}
