package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.InventoryStorageException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What databases do each in their own way. */
enum Dialect {
    /**
     * The row is locked in a query of its own, so that the time is not told before the lock is there. A process that stops in the
     * middle of its turn is thrown out before those that wait give up.
     */
    POSTGRESQL(
            "PostgreSQL",
            "jdbc:postgresql:",
            "org.postgresql.Driver",
            "org.postgresql:postgresql",
            "schema postgresql",
            "with head as materialized (select generation from inventory where id = 1 for update)"
                    + " select generation, clock_timestamp() as now from head") {
        @Override
        String limits(Duration patience, boolean local) {
            // The connections of somebody else may have an isolation of their own.
            String isolation = local ? "set transaction isolation level read committed; " : "";
            String set = local ? "set local " : "set ";
            long millis = patience.toMillis();
            return isolation + set + "lock_timeout = " + millis + "; " + set + "statement_timeout = " + 2 * millis
                    + "; " + set + "idle_in_transaction_session_timeout = " + millis / 2;
        }
    },

    /** An embedded database has the clock of the process, and the time of its own stands still in a transaction. */
    H2(
            "H2",
            "jdbc:h2:",
            "org.h2.Driver",
            "com.h2database:h2",
            "schema",
            "select generation, cast(null as timestamp with time zone) as now from inventory where id = 1 for update") {
        @Override
        String limits(Duration patience, boolean local) {
            // By default what is committed may be written half a second later, and be lost with the process.
            return "set lock_timeout " + patience.toMillis() + "; set write_delay 0";
        }
    };

    private final String product;
    private final String prefix;
    private final String driver;
    private final String artifact;
    private final String migrations;
    private final String lock;

    Dialect(String product, String prefix, String driver, String artifact, String migrations, String lock) {
        this.product = product;
        this.prefix = prefix;
        this.driver = driver;
        this.artifact = artifact;
        this.migrations = migrations;
        this.lock = lock;
    }

    static Dialect ofUrl(String url) {
        return Stream.of(values())
                .filter(dialect -> url.toLowerCase(Locale.ROOT).startsWith(dialect.prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The inventory cannot be kept in '"
                        + DatabaseSettings.place(url)
                        + "'; give a URL that begins with jdbc:postgresql: or jdbc:h2:."));
    }

    static Dialect ofProduct(String name) {
        return Stream.of(values())
                .filter(dialect -> dialect.product.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The inventory cannot be kept in a database of " + name + "; use PostgreSQL or H2."));
    }

    /** The statements that limit how long a session waits and makes others wait; for the transaction alone, if it is to be local. */
    abstract String limits(Duration patience, boolean local);

    String driver() {
        return driver;
    }

    String artifact() {
        return artifact;
    }

    /** The folders with the migrations of the schema. */
    List<String> migrations() {
        return List.of(migrations.split(" "));
    }

    /** Waits for the turn, which lasts until the end of the transaction. */
    Head lock(Handle handle) {
        return handle.createQuery(lock)
                .map((row, context) -> new Head(
                        row.getLong("generation"),
                        Optional.ofNullable(row.getTimestamp("now"))
                                .map(Timestamp::toInstant)
                                .orElseGet(Instant::now)))
                .findOne()
                .orElseThrow(() -> new InventoryStorageException(
                        "The database has no row in the table inventory; restore it from a copy."));
    }

    /**
     * How far the inventory is.
     *
     * @param generation the last change
     * @param now the time
     */
    record Head(long generation, Instant now) {}
}
