package io.fogatlas.inventory.jdbc;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Change.Kind;
import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.inventory.ShortageException;
import io.fogatlas.inventory.jdbc.FlakyDataSource.Break;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of an inventory in any database, beyond what holds of any inventory. */
abstract class JdbcJournalContract {
    private static final InventoryState START = InventoryState.of(INFRASTRUCTURE, Occupancy.NONE);

    private DatabaseSettings settings;
    private Inventory inventory;

    /** Names an empty database. */
    abstract DatabaseSettings empty();

    @BeforeEach
    final void open() {
        settings = empty();
        inventory = Databases.open(settings, START);
    }

    @AfterEach
    final void close() {
        inventory.close();
    }

    @Test
    final void isThereAgainWhenItIsOpenedAnew() {
        Holding others = new Holding(Map.of(LINK, 3L), List.of());
        ReservationKey first = reserve("shop", 10);
        inventory.confirm(first);
        Claim second = claim(inventory, application("shop", 1, 20), Site.CLOUD, "second");
        inventory.replace(first, second);
        inventory.release(reserve("bank", 5));
        inventory.update(List.of(
                new Change.PutRegion(Region.builder("fog").build()),
                new Change.PutLink(Link.builder("new", "fog", "edge").build()),
                new Change.PutEndpoint(ExternalEndpoint.of("camera", "fog")),
                new Change.Mark(Kind.REGION, "edge", false),
                new Change.Remove(Kind.NODE, "edge-1"),
                new Change.PutNode(Site.node("edge")),
                new Change.Measure(LINK, 77, 7),
                new Change.TakeByOthers(others)));
        inventory.update(List.of(new Change.Remove(Kind.ENDPOINT, "camera")));
        Snapshot before = inventory.snapshot();
        List<Reservation> reservations = inventory.reservations();

        inventory.close();
        inventory = Databases.open(settings, InventoryState.of(INFRASTRUCTURE, Occupancy.NONE));

        assertThat(inventory.snapshot()).isEqualTo(before);
        assertThat(inventory.reservations()).isEqualTo(reservations);
        assertThat(inventory.snapshot().occupancy().others()).isEqualTo(others);
        assertThatThrownBy(() -> inventory.release(new ReservationKey(ApplicationId.of("bank"), "first")))
                .hasMessageContaining("was released");
        inventory.release(second.key());
        assertThat(inventory
                        .reservation(second.application().id())
                        .orElseThrow()
                        .key())
                .isEqualTo(first);
    }

    @Test
    final void keepsTheOrderOfWhatIsPutIntoAMarkedRegion() {
        inventory.update(List.of(
                new Change.Mark(Kind.REGION, "edge", false),
                new Change.PutNode(ComputeNode.builder("b", "cloud").build()),
                new Change.PutNode(ComputeNode.builder("a", "edge").build())));

        try (Inventory other = Databases.open(settings, START)) {
            assertThat(other.snapshot()).isEqualTo(inventory.snapshot());
            assertThat(other.snapshot().infrastructure().nodes())
                    .extracting(ComputeNode::name)
                    .containsExactly("cloud-1", "edge-1", "b", "a");
        }
    }

    @Test
    final void showsAtOnceWhatAnotherProcessDoes() throws InterruptedException {
        BlockingQueue<InventoryEvent> heard = new LinkedBlockingQueue<>();
        try (Inventory other = Databases.open(settings, START)) {
            other.addListener(heard::add);
            ReservationKey shop = reserve("shop", 60);

            assertThat(other.snapshot()).isEqualTo(inventory.snapshot());
            assertThatThrownBy(() -> other.reserve(claim(other, application("bank", 1, 41), ACROSS, "first")))
                    .isInstanceOf(ShortageException.class)
                    .hasMessageContaining("40 is left");
            other.confirm(shop);
            inventory.release(shop);
            other.reserve(claim(other, application("bank", 1, 100), ACROSS, "first"));
            assertThat(inventory.reservations()).hasSize(1);
            for (int generation = 1; generation <= 4; generation++) {
                assertThat(heard.poll(30, TimeUnit.SECONDS).generation()).isEqualTo(generation);
            }
        }
    }

    @Test
    final void readsEverythingAnewIfEventsAreNotKeptAnyMore() {
        try (Inventory other = Databases.open(settings, START)) {
            ReservationKey shop = reserve("shop", 60);
            inventory.confirm(shop);
            execute(settings, "delete from event where generation = 1");

            assertThat(other.snapshot()).isEqualTo(inventory.snapshot());
            inventory.release(shop);
            execute(settings, "delete from event");
            other.reserve(claim(inventory, application("bank", 1, 100), ACROSS, "first"));
            assertThat(inventory.snapshot()).isEqualTo(other.snapshot());
        }
    }

    @ParameterizedTest
    @EnumSource(Break.class)
    final void losesNothingAndKeepsNothingHalfIfTheConnectionIsLost(Break when) {
        FlakyDataSource flaky = new FlakyDataSource(settings.url());
        try (Inventory other = Inventory.of(JdbcJournal.open(flaky, Duration.ofSeconds(5), () -> START))) {
            Claim claim = claim(other, application("shop", 1, 60), ACROSS, "first");
            flaky.breakNext(when);

            if (when != Break.NEVER) {
                assertThatThrownBy(() -> other.reserve(claim))
                        .isInstanceOf(InventoryStorageException.class)
                        .hasMessageContaining("could not be changed: the connection was lost. Check that the database");
            }

            boolean kept = when == Break.AFTER_COMMIT;
            assertThat(inventory.reservations()).hasSize(kept ? 1 : 0);
            Reservation repeated = other.reserve(claim);
            assertThat(repeated.key()).isEqualTo(claim.key());
            assertThat(inventory.reservations()).containsExactly(repeated);
            assertThat(inventory.snapshot().generation()).isEqualTo(1);
            assertThat(inventory.snapshot()).isEqualTo(other.snapshot());
        }
    }

    @Test
    final void keepsNamesThatNoDatabaseStores() {
        String all = "\u0000 \\ \uD800 ' \" % é 漢 \uD83D\uDE00 ";
        for (String name : List.of(all, all + "x".repeat(10_000), all + "x".repeat(9_999) + "y")) {
            inventory.confirm(reserve(name, 1));
        }
        inventory.update(List.of(new Change.PutRegion(
                Region.builder("\u0000" + "r".repeat(5_000)).build())));

        try (Inventory other = Databases.open(settings, START)) {
            assertThat(other.reservations()).hasSize(3).isEqualTo(inventory.reservations());
            assertThat(other.snapshot()).isEqualTo(inventory.snapshot());
            other.reservations().forEach(each -> other.release(each.key()));
            assertThat(inventory.reservations()).isEmpty();
        }
    }

    @Test
    final void refusesADatabaseWithSomethingElseInIt() {
        DatabaseSettings strange = empty();
        execute(strange, "create table invoices (id int)");

        assertThatThrownBy(() -> JdbcJournal.open(strange, () -> START))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("has other tables in it")
                .hasMessageContaining("give an empty database");
        execute(strange, "insert into invoices values (1)");
    }

    @Test
    final void refusesWhatANewerReleaseHasMade() {
        execute(
                settings,
                "insert into \"inventory_schema_history\" values (99, '99', 'future', 'SQL', 'V99__future.sql', 1,"
                        + " 'somebody', current_timestamp, 1, true)");

        assertThatThrownBy(() -> JdbcJournal.open(settings, () -> START))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("was made by a newer release of FogAtlas: version 99");
    }

    @Test
    final void saysWhereItWasChangedBySomethingElse() {
        reserve("shop", 60);
        execute(settings, "update reservation set document = '{\"version\":1,\"reservation\":{}}'");

        assertThatThrownBy(() -> Databases.open(settings, START))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("The reservation in reservation default/shop of " + settings.place())
                .hasMessageContaining("cannot be read: reservation.key");
        execute(settings, "delete from reservation");
        execute(settings, "delete from element where kind = 'region'");
        assertThatThrownBy(() -> Databases.open(settings, START))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("contradicts itself")
                .hasMessageContaining("there is no Region");
        execute(settings, "delete from inventory");
        assertThatThrownBy(() -> Databases.open(settings, START)).isInstanceOf(InventoryStorageException.class);
    }

    @Test
    final void refusesToGoOnAfterWhatDidNotTakeItsTurn() {
        reserve("bank", 1);
        execute(settings, "update inventory set generation = 7");

        assertThatThrownBy(() -> reserve("shop", 60))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("contradicts itself: its generation is 7, but the last event is 1");
    }

    @Test
    final void doesNotWaitForeverForAProcessThatHangsInItsTurn() {
        try (JdbcJournal hanging = JdbcJournal.open(settings.patience(Duration.ofMinutes(5)), () -> START);
                Inventory hasty = Databases.open(settings.patience(Duration.ofMillis(400)), START)) {
            hanging.begin(0);

            assertThatThrownBy(() -> hasty.reserve(claim(hasty, application("shop", 1, 1), ACROSS, "first")))
                    .isInstanceOf(InventoryStorageException.class)
                    .hasMessageContaining("Another process holds the inventory for too long");
            hanging.abandon();
            hasty.reserve(claim(hasty, application("shop", 1, 1), ACROSS, "first"));
        }
    }

    private ReservationKey reserve(String name, long bandwidthBps) {
        return inventory
                .reserve(claim(inventory, application(name, 1, bandwidthBps), ACROSS, "first"))
                .key();
    }

    static void execute(DatabaseSettings in, String sql) {
        RealPostgres.execute(in.url(), sql);
    }
}
