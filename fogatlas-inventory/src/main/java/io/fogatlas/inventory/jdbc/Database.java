package io.fogatlas.inventory.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fogatlas.inventory.InventoryStorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The connections to one database, whose failures become exceptions that say which database, why, and what to do. */
final class Database implements AutoCloseable {
    private static final int MOST_BROKEN = 4;

    private final String place;
    private final Dialect dialect;
    private final DataSource source;
    private final Runnable end;
    private final String limitsOfTurn;
    private final Jdbi jdbi;

    private Database(String place, Dialect dialect, DataSource source, Runnable end, String limitsOfTurn) {
        this.place = place;
        this.dialect = dialect;
        this.source = source;
        this.end = end;
        this.limitsOfTurn = limitsOfTurn;
        jdbi = Jdbi.create(source);
    }

    /** Makes connections of its own, each with its limits set once. */
    static Database of(DatabaseSettings settings) {
        Dialect dialect = Dialect.ofUrl(settings.url());
        long seconds = Math.max(1, settings.patience().toSeconds());
        HikariConfig config = new HikariConfig();
        config.setPoolName("fogatlas-inventory");
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Math.max(250, settings.patience().toMillis()));
        config.setInitializationFailTimeout(-1);
        // Who waited for the turn must see what was committed meanwhile, whatever the database's default is.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(dialect.limits(settings.patience(), false));
        if (dialect == Dialect.POSTGRESQL) {
            // A server that is gone without a word must not be waited for for ever either.
            config.addDataSourceProperty("connectTimeout", Long.toString(seconds));
            config.addDataSourceProperty("socketTimeout", Long.toString(3 * seconds));
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("ApplicationName", "fogatlas-inventory");
        }
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException refused) {
            throw Failure.of(settings.place(), "opened", refused);
        }
        return new Database(settings.place(), dialect, pool, pool::close, "");
    }

    /** Uses connections that somebody else makes and ends, and which other work may share. */
    static Database of(DataSource source, Duration patience) {
        try (Connection connection = source.getConnection()) {
            String place = DatabaseSettings.place(
                    String.valueOf(connection.getMetaData().getURL()));
            Dialect dialect = Dialect.ofProduct(connection.getMetaData().getDatabaseProductName());
            return new Database(place, dialect, source, () -> {}, dialect.limits(patience, true));
        } catch (SQLException refused) {
            throw Failure.of("a data source", "opened", refused);
        }
    }

    String place() {
        return place;
    }

    Dialect dialect() {
        return dialect;
    }

    DataSource source() {
        return source;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Begins a transaction, with limits to how long it waits and makes others wait. */
    Handle begin() {
        Handle handle = jdbi.open();
        try {
            handle.begin();
            if (!limitsOfTurn.isEmpty()) {
                handle.execute(limitsOfTurn);
            }
            return handle;
        } catch (RuntimeException failure) {
            handle.close();
            throw failure;
        }
    }

    /** Does something with the database; {@code done} completes the sentence "The inventory could not be". */
    <T> T call(String done, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException | FlywayException failure) {
            throw Failure.of(place, done, failure);
        }
    }

    /** Does something that changes nothing; again, if a connection turns out to have been broken already. */
    <T> T read(String done, Supplier<T> work) {
        for (int broken = 0; broken < MOST_BROKEN; broken++) {
            try {
                return work.get();
            } catch (JdbiException failure) {
                if (!Failure.isBrokenConnection(failure)) {
                    throw Failure.of(place, done, failure);
                }
            }
        }
        return call(done, work);
    }

    @Override
    public void close() {
        end.run();
    }

    /** Refuses to begin without a class that is needed, and says which dependency to add. */
    static void require(String className, String artifact) {
        try {
            Class.forName(className, false, Database.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new InventoryStorageException(
                    "An inventory in a database needs " + artifact + "; add this dependency.", missing);
        }
    }
}
