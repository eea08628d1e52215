package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.Journal;
import io.fogatlas.inventory.json.JsonLibrary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an inventory in a database, PostgreSQL or embedded H2, which any number of processes may share. The turn to change it is the
 * lock of one row; a change is one transaction, which adds the events and brings the tables of the current state up to date. The time is
 * the database's.
 *
 * <p>Open it with {@code Inventory.of(JdbcJournal.open(DatabaseSettings.of(url), () -> InventoryState.of(infrastructure, occupancy)))}.
 * The last {@value #KEPT_EVENTS} events are kept, or a few more; an inventory that has missed more than that reads everything anew.
 */
public final class JdbcJournal implements Journal {
    /** How many events are kept at least: {@value}. */
    public static final int KEPT_EVENTS = 100_000;

    private static final System.Logger LOGGER = System.getLogger(JdbcJournal.class.getName());

    private final Database database;
    private volatile Duration ahead = Duration.ZERO;
    /** The transaction of the turn; used by the one who has the turn alone. */
    private @Nullable Handle turn;

    private long locked;

    private JdbcJournal(Database database) {
        this.database = database;
    }

    /**
     * Opens the inventory in a database; if the database is empty, makes the tables and begins with a first state.
     *
     * @param settings where the database is
     * @param initial the first state; asked for only if nothing is there yet
     * @return the journal, which has connections of its own until it is closed
     * @throws InventoryStorageException if a library is missing, the database cannot be reached or used, or holds something else
     */
    public static JdbcJournal open(DatabaseSettings settings, Supplier<InventoryState> initial) {
        Objects.requireNonNull(initial, "initial");
        requireLibraries();
        Dialect dialect = Dialect.ofUrl(settings.url());
        Database.require(dialect.driver(), dialect.artifact());
        Database.require("com.zaxxer.hikari.HikariDataSource", "com.zaxxer:HikariCP");
        return open(Database.of(settings), initial);
    }

    /**
     * Opens the inventory in a database as {@link #open(DatabaseSettings, Supplier)}, with connections that somebody else makes, such as
     * a pool of the program's own.
     *
     * @param source makes connections, at least two at a time; not closed with the journal
     * @param patience how long to wait for another process that is changing the inventory
     * @param initial the first state; asked for only if nothing is there yet
     * @return the journal
     * @throws InventoryStorageException if a library is missing, the database cannot be reached or used, or holds something else
     * @throws IllegalArgumentException if it is neither PostgreSQL nor H2
     */
    public static JdbcJournal open(DataSource source, Duration patience, Supplier<InventoryState> initial) {
        Objects.requireNonNull(initial, "initial");
        requireLibraries();
        return open(Database.of(source, patience), initial);
    }

    private static void requireLibraries() {
        JsonLibrary.require("An inventory in a database");
        Database.require("org.jdbi.v3.core.Jdbi", "org.jdbi:jdbi3-core");
        Database.require("org.flywaydb.core.Flyway", "org.flywaydb:flyway-core");
    }

    private static JdbcJournal open(Database database, Supplier<InventoryState> initial) {
        try {
            return database.call("opened", () -> {
                Schema.migrate(database);
                database.jdbi().useTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
                    if (database.dialect().lock(handle).generation() < 0) {
                        new StateTables(handle, database).fill(initial.get());
                    }
                });
                return new JdbcJournal(database);
            });
        } catch (RuntimeException | Error failure) {
            database.close();
            throw failure;
        }
    }

    @Override
    public InventoryState load() {
        Handle own = turn;
        if (own != null) {
            // Who has the turn reads what nobody else can change now.
            return database.call("read", () -> new StateTables(own, database).read());
        }
        return database.read(
                "read",
                () -> database.jdbi()
                        .inTransaction(
                                TransactionIsolationLevel.REPEATABLE_READ,
                                handle -> new StateTables(handle, database).read()));
    }

    @Override
    public Turn begin(long generation) {
        return database.read("changed", () -> {
            Handle handle = database.begin();
            turn = handle;
            try {
                Dialect.Head head = database.dialect().lock(handle);
                ahead = Duration.between(Instant.now(), head.now());
                locked = head.generation();
                Optional<List<InventoryEvent>> missed =
                        new EventTable(handle, database.place()).between(generation, head.generation());
                return new Turn(missed, head.now());
            } catch (RuntimeException | Error failure) {
                abandon();
                throw failure;
            }
        });
    }

    @Override
    public void commit(List<InventoryEvent> events, View after) {
        Handle handle = Objects.requireNonNull(turn, "there is no turn");
        database.call("changed", () -> {
            try {
                new StateTables(handle, database).change(locked, events, after);
                handle.commit();
            } catch (RuntimeException | Error failure) {
                abandon();
                throw failure;
            }
            turn = null;
            handle.close();
            return events;
        });
    }

    @Override
    public void abandon() {
        Handle handle = turn;
        if (handle != null) {
            turn = null;
            // Closing rolls back; a connection that cannot even do that is ended by the database.
            try (handle) {
                handle.rollback();
            } catch (RuntimeException broken) {
                LOGGER.log(System.Logger.Level.DEBUG, "a turn ended with a broken connection", broken);
            }
        }
    }

    @Override
    public Optional<List<InventoryEvent>> since(long generation) {
        return database.read(
                "read",
                () -> database.jdbi().withHandle(handle -> new EventTable(handle, database.place()).since(generation)));
    }

    @Override
    public InstantSource clock() {
        return () -> Instant.now().plus(ahead);
    }

    @Override
    public void close() {
        abandon();
        database.close();
    }
}
