package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.testkit.InventoryConcurrencyContract;
import java.time.Duration;

/** Checks that an inventory in an embedded database keeps the contract. */
final class H2ConcurrencyTest extends InventoryConcurrencyContract {
    @Override
    protected Inventory open(InventoryState start) {
        return Databases.open(Databases.inMemory(), start);
    }

    @Override
    protected void pass(Duration duration) {
        Databases.pass(duration);
    }
}
