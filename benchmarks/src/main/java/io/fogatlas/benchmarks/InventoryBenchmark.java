package io.fogatlas.benchmarks;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast the inventory in memory is, with a thousand reservations in it: regions on a ring with chords, two and a half links for each of
 * them, and a node in each. What is reserved is a chain of three microservices in three regions, with two flows over two links each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class InventoryBenchmark {
    private static final int RESERVED = 1_000;
    private static final int SERVICES = 3;

    /** How many regions. */
    @Param({"1000", "10000"})
    private int regions = 1_000;

    private final List<Claim> claims = new ArrayList<>();
    private Ring ring = Ring.of(10, 25);
    private Inventory inventory = Inventory.inMemory(ring.infrastructure());
    private int next;
    private long measured;

    /** Made by JMH. */
    public InventoryBenchmark() {}

    /** Opens the inventory and reserves what is there throughout. */
    @Setup
    public void prepare() {
        ring = Ring.of(regions, 5 * regions / 2);
        inventory = Inventory.inMemory(ring.infrastructure());
        for (int number = 0; number < RESERVED; number++) {
            inventory.confirm(
                    inventory.reserve(claim("there-" + number, number)).key());
        }
        claims.clear();
        for (int number = 0; number < RESERVED; number++) {
            claims.add(claim("comes-" + number, 7 * number));
        }
    }

    private Claim claim(String name, int at) {
        return Claim.of(inventory.snapshot(), Ring.chain(name, SERVICES), ring.along(at, SERVICES, /* stride= */ 2));
    }

    private Reservation reserveAndRelease() {
        int number = next++;
        Claim claim = claims.get(number % RESERVED).request(Integer.toString(number));
        Reservation reservation = inventory.reserve(claim);
        inventory.release(reservation.key());
        return reservation;
    }

    /**
     * Reserves and releases.
     *
     * @return the reservation
     */
    @Benchmark
    public Reservation reserveRelease() {
        return reserveAndRelease();
    }

    /**
     * Reserves and releases while another thread takes one snapshot after another.
     *
     * @return the reservation
     */
    @Benchmark
    @Group("besideReader")
    @GroupThreads(1)
    public Reservation write() {
        return reserveAndRelease();
    }

    /**
     * Takes snapshots while another thread reserves and releases.
     *
     * @return the snapshot
     */
    @Benchmark
    @Group("besideReader")
    @GroupThreads(1)
    public Snapshot read() {
        return inventory.snapshot();
    }

    /**
     * Takes a snapshot after the bandwidth of one link has changed.
     *
     * @return the snapshot
     */
    @Benchmark
    public Snapshot snapshotAfterAMeasurement() {
        measured++;
        inventory.update(List.of(new Change.Measure("link-7", (1L << 50) + (measured & 1), 0)));
        return inventory.snapshot();
    }

    /**
     * Takes a snapshot after one link was added or removed.
     *
     * @return the snapshot
     */
    @Benchmark
    public Snapshot snapshotAfterALinkComesOrGoes() {
        measured++;
        boolean comes = (measured & 1) == 1;
        inventory.update(List.of(
                comes
                        ? new Change.PutLink(
                                Link.builder("new", "region-1", "region-7").build())
                        : new Change.Remove(Change.Kind.LINK, "new")));
        return inventory.snapshot();
    }
}
