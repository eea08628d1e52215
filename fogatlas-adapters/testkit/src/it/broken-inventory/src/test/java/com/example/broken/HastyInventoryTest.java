package com.example.broken;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.testkit.InventoryContract;
import io.fogatlas.inventory.testkit.SettableClock;
import java.time.Duration;

// tag::inventory-contract[]
final class HastyInventoryTest extends InventoryContract {
    private final SettableClock clock = new SettableClock();

    @Override
    protected Inventory open(InventoryState start) {
        return Inventory.of(new HastyJournal(start, clock));
    }

    @Override
    protected void pass(Duration duration) {
        clock.pass(duration);
    }
}
// end::inventory-contract[]
