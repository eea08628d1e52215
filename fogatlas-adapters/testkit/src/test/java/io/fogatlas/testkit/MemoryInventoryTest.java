package io.fogatlas.testkit;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.testkit.InventoryContract;
import io.fogatlas.inventory.testkit.SettableClock;
import java.time.Duration;

final class MemoryInventoryTest extends InventoryContract {
    private final SettableClock clock = new SettableClock();

    @Override
    protected Inventory open(InventoryState start) {
        return InMemory.open(start, clock);
    }

    @Override
    protected void pass(Duration duration) {
        clock.pass(duration);
    }
}
