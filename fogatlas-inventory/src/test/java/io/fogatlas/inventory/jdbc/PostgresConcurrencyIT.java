package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.testkit.InventoryConcurrencyContract;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks that an inventory in a real PostgreSQL keeps the contract. */
final class PostgresConcurrencyIT extends InventoryConcurrencyContract {
    @RegisterExtension
    final PostgresSchema postgres = new PostgresSchema();

    @Override
    protected Inventory open(InventoryState start) {
        return Databases.open(postgres.another().settings(), start);
    }

    @Override
    protected void pass(Duration duration) {
        Databases.pass(duration);
    }
}
