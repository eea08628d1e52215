package io.fogatlas.inventory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in README.md of an inventory in a database, embedded here. */
final class DatabaseExampleTest {
    @Test
    void isThereAgainWhenItIsOpenedAgain(@TempDir Path directory) {
        InventoryState start = InventoryState.of(Site.INFRASTRUCTURE, Occupancy.NONE);
        String url = "jdbc:h2:" + directory.resolve("inventory");
        String user = "fogatlas";
        String password = "secret";
        Application application = Site.application("shop", 300, 40);
        Placement placement = Site.ACROSS;
        // tag::inventory-in-a-database[]
        // The URL is such as jdbc:postgresql://db.example/fogatlas
        DatabaseSettings settings = DatabaseSettings.of(url).login(user, password);
        try (Inventory inventory = Inventory.of(JdbcJournal.open(settings, () -> start))) {
            inventory.reserve(Claim.of(inventory.snapshot(), application, placement));
        }
        // end::inventory-in-a-database[]

        try (Inventory inventory = Inventory.of(JdbcJournal.open(settings, () -> start))) {
            assertThat(inventory.reservation(application.id()).orElseThrow().placement())
                    .contains(placement);
        }
    }
}
