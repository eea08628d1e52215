package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Databases for tests. */
final class Databases {
    private Databases() {}

    /** An empty database in memory, which ends with the process. */
    static DatabaseSettings inMemory() {
        return DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    static Inventory open(DatabaseSettings settings, InventoryState start) {
        return Inventory.of(JdbcJournal.open(settings, () -> start));
    }

    /** Waits, since the clock of a database cannot be set. */
    static void pass(Duration duration) {
        long end =
                System.nanoTime() + duration.toNanos() + Duration.ofMillis(20).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
