package io.fogatlas.inventory.testkit;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.model.occupancy.Occupancy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens an inventory of {@link Site} before each test of a contract and closes it afterwards. */
public abstract class InventoryUnderTest {
    /** The inventory of a test. */
    Inventory inventory;

    /** For the contracts. */
    InventoryUnderTest() {}

    /**
     * Opens a new inventory.
     *
     * @param start what it begins with
     * @return the inventory
     */
    protected abstract Inventory open(InventoryState start);

    /**
     * Lets time pass on the inventory's clock.
     *
     * @param duration how much; by a clock that cannot be set, at least as much as is asked for
     */
    protected abstract void pass(Duration duration);

    /** Opens the inventory of a test. */
    @BeforeEach
    final void open() {
        inventory = open(InventoryState.of(Site.INFRASTRUCTURE, Occupancy.NONE));
    }

    /** Closes it. */
    @AfterEach
    final void close() {
        inventory.close();
    }
}
