package io.fogatlas.inventory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/**
 * A real PostgreSQL to test against, with a schema of its own: the server whose JDBC URL the system property
 * {@code fogatlas.postgresql.url} or the environment variable {@code FOGATLAS_POSTGRESQL_URL} gives.
 */
final class RealPostgres implements AutoCloseable {
    private static final Optional<String> URL = Optional.ofNullable(System.getProperty("fogatlas.postgresql.url"))
            .or(() -> Optional.ofNullable(System.getenv("FOGATLAS_POSTGRESQL_URL")))
            .filter(url -> !url.isBlank());

    private final String schema = "test_" + UUID.randomUUID().toString().replace("-", "");

    private RealPostgres() {}

    /** Skips the tests where there is no server, unless {@code -Dfogatlas.it.required=true} demands one. */
    static RealPostgres open() {
        assertThat(URL.isPresent() || !Boolean.getBoolean("fogatlas.it.required"))
                .as("a PostgreSQL is required; give its JDBC URL by -Dfogatlas.postgresql.url=URL")
                .isTrue();
        assumeTrue(URL.isPresent(), "there is no PostgreSQL: give its JDBC URL by -Dfogatlas.postgresql.url=URL");
        RealPostgres real = new RealPostgres();
        execute(real.url(), "create schema " + real.schema);
        return real;
    }

    String url() {
        String url = URL.orElseThrow();
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    DatabaseSettings settings() {
        return DatabaseSettings.of(url());
    }

    /** Runs a statement in a database. */
    static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    @Override
    public void close() {
        execute(url(), "drop schema " + schema + " cascade");
    }
}
