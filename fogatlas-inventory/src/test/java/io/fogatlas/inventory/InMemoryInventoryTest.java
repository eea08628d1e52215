package io.fogatlas.inventory;

import io.fogatlas.inventory.testkit.InventoryContract;
import io.fogatlas.inventory.testkit.SettableClock;
import java.time.Duration;

final class InMemoryInventoryTest extends InventoryContract {
    private final SettableClock clock = new SettableClock();

    @Override
    protected Inventory open(InventoryState start) {
        return Inventory.of(new MemoryJournal(start, clock));
    }

    @Override
    protected void pass(Duration duration) {
        clock.pass(duration);
    }
}
