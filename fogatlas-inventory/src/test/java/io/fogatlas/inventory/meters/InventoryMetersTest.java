package io.fogatlas.inventory.meters;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.LossyJournal;
import io.fogatlas.model.infrastructure.Link;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InventoryMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double value(String name, String... tags) {
        return registry.get("fogatlas.inventory." + name).tags(tags).gauge().value();
    }

    private static void putLink(Inventory inventory, String name) {
        inventory.update(List.of(new Change.PutLink(
                Link.builder(name, "cloud", "edge").bandwidthBps(7).build())));
    }

    private void awaitCapacityOf(String name) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (registry.find("fogatlas.inventory.capacity").tags("name", name).gauge() == null) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void showWhatIsTakenAndWhatThereIs() {
        try (Inventory inventory = Inventory.inMemory(INFRASTRUCTURE);
                InventoryMeters meters = new InventoryMeters(inventory)) {
            meters.bindTo(registry);

            inventory.confirm(inventory
                    .reserve(claim(inventory, application("shop", 300, 40), ACROSS, "first"))
                    .key());
            inventory.reserve(claim(inventory, application("bank", 100, 20), ACROSS, "first"));

            assertThat(value("generation")).isEqualTo(3);
            assertThat(value("reservations", "state", "confirmed")).isEqualTo(1);
            assertThat(value("reservations", "state", "held")).isEqualTo(1);
            assertThat(value("taken", "holder", "link", "name", LINK)).isEqualTo(60);
            assertThat(value("capacity", "holder", "link", "name", LINK)).isEqualTo(100);
            assertThat(value("taken", "holder", "region", "name", "edge", "resource", "cpu"))
                    .isEqualTo(400);
            assertThat(value("overcommitments")).isZero();
            inventory.update(List.of(new Change.Measure(LINK, 50, 0)));
            assertThat(value("overcommitments")).isEqualTo(1);
            assertThat(value("capacity", "holder", "link", "name", LINK)).isEqualTo(50);
        }
    }

    @Test
    void followWhatComesAndGoes() {
        try (Inventory inventory = Inventory.inMemory(INFRASTRUCTURE);
                InventoryMeters meters = new InventoryMeters(inventory)) {
            meters.bindTo(registry);

            putLink(inventory, "new");

            awaitCapacityOf("new");
            assertThat(value("capacity", "name", "new")).isEqualTo(7);
        }
    }

    @Test
    void followOnAfterEventsWereMissed() {
        LossyJournal journal = new LossyJournal();
        try (Inventory inventory = Inventory.of(journal);
                Inventory other = Inventory.of(journal);
                InventoryMeters meters = new InventoryMeters(inventory)) {
            meters.bindTo(registry);
            putLink(other, "missed");
            journal.lose();
            inventory.snapshot();
            awaitCapacityOf("missed");

            putLink(inventory, "later");

            awaitCapacityOf("later");
        }
    }
}
