package io.fogatlas.benchmarks;

import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.inventory.jdbc.DatabaseSettings;
import io.fogatlas.inventory.jdbc.JdbcJournal;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many pairs of a reservation and its release a second eight clients get out of one PostgreSQL: the threads of one process, which share
 * its turns, or inventories with connections of their own, as in eight processes. The environment variable
 * {@code FOGATLAS_POSTGRESQL_URL} gives the JDBC URL of a database that may be written to; a schema is made in it and dropped at the end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 9, time = 5)
@Fork(1)
@Threads(8)
public class DatabaseInventoryBenchmark {
    private static final int SERVICES = 2;
    private static final Ring RING = Ring.of(100, 100);
    private static final InventoryState START = InventoryState.of(RING.infrastructure(), Occupancy.NONE);

    private final String schema = "benchmark_" + UUID.randomUUID().toString().replace("-", "");
    private final AtomicInteger clients = new AtomicInteger();
    private Inventory shared = Inventory.inMemory(START.infrastructure());

    /** Made by JMH. */
    public DatabaseInventoryBenchmark() {}

    /**
     * Makes the schema.
     *
     * @throws SQLException if the database refuses
     */
    @Setup
    public void prepare() throws SQLException {
        execute("create schema " + schema);
        shared = open();
    }

    /**
     * Drops the schema.
     *
     * @throws SQLException if the database refuses
     */
    @TearDown
    public void drop() throws SQLException {
        shared.close();
        execute("drop schema " + schema + " cascade");
    }

    private static String url() {
        String url = System.getenv("FOGATLAS_POSTGRESQL_URL");
        if (url == null) {
            throw new IllegalStateException("Set FOGATLAS_POSTGRESQL_URL to the JDBC URL of a PostgreSQL.");
        }
        return url;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Inventory open() {
        String url = url() + (url().contains("?") ? "&" : "?") + "currentSchema=" + schema;
        return Inventory.of(JdbcJournal.open(DatabaseSettings.of(url), () -> START));
    }

    /** Who reserves and releases: two microservices with a flow over one link. */
    @State(Scope.Thread)
    public static class Client {
        private Application application = Ring.chain("client", SERVICES);
        private Placement placement = new Placement(Map.of(), List.of());
        private Inventory own = Inventory.inMemory(START.infrastructure());
        private long requests;

        /** Made by JMH. */
        public Client() {}

        /**
         * Opens an inventory of its own.
         *
         * @param benchmark where
         */
        @Setup
        public void prepare(DatabaseInventoryBenchmark benchmark) {
            int number = benchmark.clients.incrementAndGet();
            application = Ring.chain("client-" + number, SERVICES);
            placement = RING.along(number, SERVICES, /* stride= */ 1);
            own = benchmark.open();
        }

        /** Closes it. */
        @TearDown
        public void close() {
            own.close();
        }

        private Reservation reserveAndRelease(Inventory inventory) {
            ReservationKey key = new ReservationKey(application.id(), Long.toString(requests++));
            Reservation reservation =
                    inventory.reserve(new Claim(key, application, placement, 0, Claim.DEFAULT_TIME_TO_LIVE));
            inventory.release(key);
            return reservation;
        }
    }

    /**
     * Reserves and releases by an inventory that all threads share.
     *
     * @param client who
     * @return the reservation
     */
    @Benchmark
    public Reservation oneInventory(Client client) {
        return client.reserveAndRelease(shared);
    }

    /**
     * Reserves and releases by an inventory of each thread's own.
     *
     * @param client who
     * @return the reservation
     */
    @Benchmark
    public Reservation eightInventories(Client client) {
        return client.reserveAndRelease(client.own);
    }
}
