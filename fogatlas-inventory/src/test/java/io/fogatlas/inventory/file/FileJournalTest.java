package io.fogatlas.inventory.file;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.NoSuchReservationException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.testkit.SettableClock;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileJournalTest {
    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = directory.resolve("inventory");
    }

    private Inventory open() {
        return open(1 << 20);
    }

    private Inventory open(int leastEvents) {
        return Inventory.of(
                FileJournal.open(file, () -> InventoryState.of(INFRASTRUCTURE, Occupancy.NONE), clock, leastEvents));
    }

    @Test
    void isThereAgainAfterwards() {
        Snapshot before;
        List<Reservation> reservations;
        Claim ended;
        try (Inventory inventory = open()) {
            inventory.confirm(inventory
                    .reserve(claim(inventory, application("shop", 300, 40), ACROSS, "first"))
                    .key());
            inventory.update(List.of(new Change.Measure(Site.LINK, 60, 9)));
            ended = claim(inventory, application("bank", 1, 1), ACROSS, "first");
            inventory.reserve(ended);
            inventory.release(ended.key());
            inventory.reserve(claim(inventory, application("cafe", 1, 1), ACROSS, "first"));
            before = inventory.snapshot();
            reservations = inventory.reservations();
        }

        try (Inventory inventory = open()) {
            assertThat(inventory.snapshot()).isEqualTo(before);
            assertThat(inventory.reservations()).isEqualTo(reservations);
            assertThatThrownBy(() -> inventory.reserve(ended))
                    .isInstanceOf(NoSuchReservationException.class)
                    .hasMessageContaining("was released");
            clock.pass(Duration.ofHours(1));
            assertThat(inventory.reservations())
                    .extracting(each -> each.key().application().name())
                    .containsExactly("shop");
        }
    }

    @Test
    void staysShortHoweverManyEventsThereAre() throws IOException {
        Snapshot before;
        try (Inventory inventory = open(10_000)) {
            for (int number = 0; number < 300; number++) {
                Claim claim = claim(inventory, application("shop", 300, 40), ACROSS, "request-" + number);
                inventory.reserve(claim);
                inventory.release(claim.key());
            }
            before = inventory.snapshot();
        }

        assertThat(Files.size(file)).isLessThan(200_000);
        try (Inventory inventory = open()) {
            assertThat(inventory.snapshot()).isEqualTo(before);
            assertThat(before.generation()).isEqualTo(600);
        }
    }

    @Test
    void isOpenInOnePlaceAtATime() {
        try (Inventory inventory = open()) {
            assertThat(inventory.snapshot().generation()).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOf(InventoryStorageException.class)
                    .hasMessageContaining("open elsewhere")
                    .hasMessageContaining(file.toString());
        }
        open().close();
    }

    @Test
    void isOpenInOnePlaceAtATimeWhateverLinksLeadToIt() throws IOException {
        Path given = file;
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), file);
        Path linkedDirectory = Files.createSymbolicLink(elsewhere.resolve("directory"), directory);
        try (Inventory inventory = open()) {
            assertThat(inventory.snapshot().generation()).isZero();
            for (Path other : List.of(link, linkedDirectory.resolve("inventory"))) {
                file = other;
                assertThatThrownBy(this::open).as("%s", other).hasMessageContaining("open elsewhere");
            }
        }
        Files.delete(given);
        file = linkedDirectory.resolve("inventory");
        try (Inventory inventory = open()) {
            assertThat(inventory.snapshot().generation()).isZero();
            file = given;
            assertThatThrownBy(this::open).hasMessageContaining("open elsewhere");
        }
    }

    @Test
    void leavesALinkToItALink() throws IOException {
        open().close();
        Path given = file;
        file = Files.createSymbolicLink(directory.resolve("link"), file);
        try (Inventory inventory = open(1)) {
            for (int value = 1; value <= 100; value++) {
                inventory.update(List.of(new Change.Measure(Site.LINK, 100, value)));
            }
        }

        assertThat(file).isSymbolicLink();
        file = given;
        try (Inventory inventory = open()) {
            assertThat(inventory.snapshot().generation()).isEqualTo(100);
        }
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Path target = directory.resolve("target");
        Files.createSymbolicLink(file, target);

        assertThatThrownBy(this::open)
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("'" + file + "' is a symbolic link that leads nowhere");
        assertThat(target).doesNotExist();
    }

    @Test
    void refusesWhatIsNoInventory() throws IOException {
        Files.writeString(file, "Dear diary, ...");

        assertThatThrownBy(this::open)
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("damaged at byte 0");
        assertThat(Files.readString(file)).isEqualTo("Dear diary, ...");
    }

    @Test
    void saysSoIfThereIsNoSuchDirectory() {
        file = directory.resolve("not-there").resolve("inventory");

        assertThatThrownBy(this::open)
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("not-there");
    }

    @Test
    void overwritesWhatAProcessLeftThatWasKilledWhileItReplacedTheFile() throws IOException {
        open().close();
        Files.writeString(directory.resolve("inventory.new"), "half a st");

        try (Inventory inventory = open(1)) {
            inventory.reserve(claim(inventory, application("shop", 1, 1), ACROSS, "first"));
        }

        try (Inventory inventory = open()) {
            assertThat(inventory.reservations()).hasSize(1);
        }
    }

    @Test
    void readsItselfAnewIfAWriteFailed() {
        FailingClock failing = new FailingClock(clock);
        try (Inventory inventory = Inventory.of(
                FileJournal.open(file, () -> InventoryState.of(INFRASTRUCTURE, Occupancy.NONE), failing, 1 << 20))) {
            Claim claim = claim(inventory, application("shop", 1, 1), ACROSS, "first");
            failing.fail = true;
            assertThatThrownBy(() -> inventory.reserve(claim)).hasMessage("no time");
            failing.fail = false;

            inventory.reserve(claim);

            assertThat(inventory.snapshot().generation()).isEqualTo(1);
        }
    }

    private static final class FailingClock implements InstantSource {
        private final SettableClock clock;
        private boolean fail;

        FailingClock(SettableClock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            if (fail) {
                throw new InventoryStorageException("no time");
            }
            return clock.instant();
        }
    }
}
