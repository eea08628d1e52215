package io.fogatlas.inventory;

import io.fogatlas.inventory.testkit.InventoryConcurrencyContract;
import io.fogatlas.inventory.testkit.SettableClock;
import java.time.Duration;

final class InMemoryConcurrencyTest extends InventoryConcurrencyContract {
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
