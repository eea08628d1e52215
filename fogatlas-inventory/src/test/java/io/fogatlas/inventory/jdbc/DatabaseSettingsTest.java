package io.fogatlas.inventory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.occupancy.Occupancy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Checks what settings are taken, and that they keep secrets. */
final class DatabaseSettingsTest {
    private static final String URL = "jdbc:postgresql://joe:hidden@db.example:5432/fogatlas?user=joe&password=hidden";

    @Test
    void tellsNoSecrets() {
        DatabaseSettings settings = DatabaseSettings.of(URL).login("joe", "hidden");

        assertThat(settings.place()).isEqualTo("jdbc:postgresql://db.example:5432/fogatlas");
        assertThat(settings.toString()).doesNotContain("hidden").contains("db.example");
        assertThat(DatabaseSettings.place("jdbc:h2:mem:x;PASSWORD=hidden")).isEqualTo("jdbc:h2:mem:x");
    }

    @Test
    void refusesOtherDatabasesAndNumbersOutOfTheirRange() {
        DatabaseSettings settings = DatabaseSettings.of(URL);

        assertThatThrownBy(() -> DatabaseSettings.of("jdbc:oracle:thin:@db.example?password=hidden"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql: or jdbc:h2:")
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> settings.connections(1)).hasMessageContaining("2 to 1000 connections, but 1");
        assertThatThrownBy(() -> settings.connections(1001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.patience(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.patience(Duration.ofDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(settings.connections(9).connections()).isEqualTo(9);
    }

    @Test
    void saysWhichDependencyToAdd() {
        assertThatThrownBy(() -> Database.require("org.example.Missing", "org.example:missing"))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessage("An inventory in a database needs org.example:missing; add this dependency.");
    }

    @Test
    void saysThatAllConnectionsAreInUse() {
        DatabaseSettings few = Databases.inMemory().connections(2).patience(Duration.ofMillis(300));
        InventoryState start = InventoryState.of(Site.INFRASTRUCTURE, Occupancy.NONE);
        try (JdbcJournal journal = JdbcJournal.open(few, () -> start);
                Database pool = Database.of(few)) {
            pool.begin();
            pool.begin();

            assertThatThrownBy(() -> pool.call("read", pool::begin))
                    .isInstanceOf(InventoryStorageException.class)
                    .hasMessageContaining("could not be read: ")
                    .hasMessageContaining("has connections left, and try again");
            assertThat(journal.load().generation()).isZero();
        }
    }
}
