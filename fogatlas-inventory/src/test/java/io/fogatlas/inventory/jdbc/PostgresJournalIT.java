package io.fogatlas.inventory.jdbc;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.CLOUD;
import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what holds of an inventory in a real PostgreSQL. */
final class PostgresJournalIT extends JdbcJournalContract {
    private static final InventoryState START = InventoryState.of(INFRASTRUCTURE, Occupancy.NONE);

    @RegisterExtension
    final PostgresSchema postgres = new PostgresSchema();

    @Override
    DatabaseSettings empty() {
        return postgres.another().settings();
    }

    @Test
    void saysThatThePasswordIsWrongAndDoesNotTellIt() {
        DatabaseSettings wrong = DatabaseSettings.of(postgres.first().url().replace("password=", "password=not-"))
                .patience(Duration.ofSeconds(1));

        assertThatThrownBy(() -> JdbcJournal.open(wrong, () -> START))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("authentication failed")
                .hasMessageContaining("Check the user, the password")
                .satisfies(refused -> assertThat(stackTrace(refused)).doesNotContain("not-"));
    }

    @Test
    void saysThatNobodyAnswersAndThatTheDatabaseIsNotThere() {
        DatabaseSettings nobody = DatabaseSettings.of("jdbc:postgresql://127.0.0.1:1/fogatlas")
                .login("somebody", "secret")
                .patience(Duration.ofMillis(500));
        DatabaseSettings nowhere = DatabaseSettings.of(postgres.first().url().replaceFirst("/fogatlas\\?", "/nowhere?"))
                .patience(Duration.ofMillis(500));

        assertThatThrownBy(() -> JdbcJournal.open(nobody, () -> START))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageStartingWith(
                        "The inventory in jdbc:postgresql://127.0.0.1:1/fogatlas could not be opened: Connection to"
                                + " 127.0.0.1:1 refused")
                .hasMessageContaining("Check that the database runs");
        assertThatThrownBy(() -> JdbcJournal.open(nowhere, () -> START))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("Create the database first");
    }

    @Test
    void goesOnWhenItsConnectionsWereEnded() {
        try (Inventory inventory = Databases.open(postgres.first().settings(), START)) {
            Claim claim = claim(inventory, application("shop", 1, 60), ACROSS, "first");
            inventory.reserve(claim);
            RealPostgres.execute(
                    postgres.first().url(),
                    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                            + " and application_name = 'fogatlas-inventory' and usename = current_user");

            try {
                inventory.confirm(claim.key());
            } catch (InventoryStorageException lost) {
                assertThat(lost).hasMessageContaining("Check that the database runs");
            }
            assertThat(inventory.confirm(claim.key()).isConfirmed()).isTrue();
        }
    }

    @Test
    void throwsOutAProcessThatHangsInItsTurnBeforeOthersGiveUp() {
        DatabaseSettings settings = postgres.first().settings().patience(Duration.ofSeconds(2));
        try (JdbcJournal hanging = JdbcJournal.open(settings, () -> START);
                Inventory other = Databases.open(settings, START)) {
            hanging.begin(0);

            other.reserve(claim(other, application("shop", 1, 1), ACROSS, "first"));

            assertThatThrownBy(() -> hanging.begin(0).missed().orElseThrow().forEach(event -> {
                        throw new InventoryStorageException("the turn was lost: " + event.generation());
                    }))
                    .isInstanceOf(InventoryStorageException.class);
        }
    }

    @Test
    void showsWhatIsTakenToWhoLooksWithSql() throws SQLException {
        try (Inventory inventory = Databases.open(postgres.first().settings(), START)) {
            Claim shop = claim(inventory, application("shop", 300, 40), ACROSS, "first");
            inventory.confirm(inventory.reserve(shop).key());
            inventory.replace(shop.key(), claim(inventory, application("shop", 200, 10), CLOUD, "second"));
            inventory.reserve(claim(inventory, application("bank", 100, 7), ACROSS, "first"));
            inventory.update(List.of(new Change.TakeByOthers(new Holding(Map.of(LINK, 3L), List.of()))));
            Map<String, Long> taken = new TreeMap<>(Map.of(LINK, 3L));
            inventory
                    .snapshot()
                    .occupancy()
                    .byApplication()
                    .values()
                    .forEach(held ->
                            held.bandwidthBpsByLink().forEach((link, bps) -> taken.merge(link, bps, Long::sum)));

            assertThat(rows("select link, taken_bps, bandwidth_bps from link_usage"))
                    .containsExactly(LINK + " " + taken.get(LINK) + " 100");
            assertThat(rows("select application, node, amount from reservation_node where resource = 'cpu'"
                            + " order by application, node"))
                    .containsExactly("bank cloud-1 100", "bank edge-1 100", "shop cloud-1 400", "shop edge-1 300");
            assertThat(rows("select application, status, request from reservation order by application"))
                    .containsExactly("bank held first", "shop replacing second");
        }
    }

    @Test
    void showsAReplacementByThePlacementItselfOnce() throws SQLException {
        try (Inventory inventory = Databases.open(postgres.first().settings(), START)) {
            Claim shop = claim(inventory, application("shop", 300, 40), ACROSS, "first");
            inventory.confirm(inventory.reserve(shop).key());
            inventory.replace(shop.key(), claim(inventory, application("shop", 300, 40), ACROSS, "second"));

            assertThat(rows("select application, node, amount from reservation_node where resource = 'cpu'"
                            + " order by application, node"))
                    .containsExactly("shop cloud-1 300", "shop edge-1 300");
            assertThat(rows("select link, bandwidth_bps, application from reservation_link"))
                    .containsExactly(LINK + " 40 shop");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable%5C%20read", "serializable"})
    void waitsForItsTurnWhateverTheDefaultIsolation(String isolation) throws Exception {
        String url = postgres.first().url() + "&options=-c%20default_transaction_isolation=" + isolation;

        reserveAfterAnotherHasChanged(JdbcJournal.open(DatabaseSettings.of(url), () -> START), "shop");
        reserveAfterAnotherHasChanged(
                JdbcJournal.open(new FlakyDataSource(url), Duration.ofSeconds(30), () -> START), "bank");
    }

    private void reserveAfterAnotherHasChanged(JdbcJournal journal, String name) throws Exception {
        try (Inventory inventory = Inventory.of(journal);
                Connection other = DriverManager.getConnection(postgres.first().url());
                Statement statement = other.createStatement()) {
            Claim claim = claim(inventory, application(name, 1, 1), ACROSS, "first");
            other.setAutoCommit(false);
            statement.execute("update inventory set others = others");

            CompletableFuture<Reservation> reserved = CompletableFuture.supplyAsync(() -> inventory.reserve(claim));
            String waiting = "select pid, 1, 1 from pg_stat_activity where wait_event_type = 'Lock' and "
                    + pid(statement) + " = any(pg_blocking_pids(pid))";
            while (rows(waiting).isEmpty() && !reserved.isDone()) {
                Databases.pass(Duration.ofMillis(5));
            }
            other.commit();

            assertThat(reserved.get(30, TimeUnit.SECONDS).key()).isEqualTo(claim.key());
        }
    }

    private static int pid(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.first().url());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
            return found;
        }
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
