package io.fogatlas.inventory.file;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.testkit.InventoryConcurrencyContract;
import io.fogatlas.inventory.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

final class FileConcurrencyTest extends InventoryConcurrencyContract {
    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path directory;

    private int opened;

    @Override
    protected Inventory open(InventoryState start) {
        return Inventory.of(FileJournal.open(directory.resolve("inventory-" + opened++), () -> start, clock));
    }

    @Override
    protected void pass(Duration duration) {
        clock.pass(duration);
    }
}
