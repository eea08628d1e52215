package io.fogatlas.benchmarks;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** How many regions. */
    @Param({"1000", "10000"})
    private int regions = 1_000;

    private final List<Claim> claims = new ArrayList<>();
    private Infrastructure there = infrastructure(10);
    private Inventory inventory = Inventory.inMemory(there);
    private int next;
    private long measured;

    /** Made by JMH. */
    public InventoryBenchmark() {}

    /** Opens the inventory and reserves what is there throughout. */
    @Setup
    public void prepare() {
        there = infrastructure(regions);
        inventory = Inventory.inMemory(there);
        for (int number = 0; number < RESERVED; number++) {
            inventory.confirm(
                    inventory.reserve(claim("there-" + number, number)).key());
        }
        claims.clear();
        for (int number = 0; number < RESERVED; number++) {
            claims.add(claim("comes-" + number, 7 * number));
        }
    }

    private static Infrastructure infrastructure(int regions) {
        Infrastructure.Builder builder = Infrastructure.builder();
        Resources each = Resources.builder()
                .cpuMillis(1L << 40)
                .memoryBytes(1L << 50)
                .podSlots(1L << 40)
                .build();
        for (int region = 0; region < regions; region++) {
            builder.add(Region.builder("region-" + region).build());
            builder.add(ComputeNode.builder("node-" + region, "region-" + region)
                    .allocatable(each)
                    .build());
        }
        for (int link = 0; link < 5 * regions / 2; link++) {
            int from = link % regions;
            int to = (from + 1 + 3 * (link / regions)) % regions;
            builder.add(Link.builder("link-" + link, "region-" + from, "region-" + to)
                    .bandwidthBps(1L << 50)
                    .build());
        }
        return builder.build();
    }

    private Claim claim(String name, int at) {
        Requirements requirements = new Requirements(
                0,
                Resources.builder()
                        .cpuMillis(500)
                        .memoryBytes(1 << 28)
                        .podSlots(1)
                        .build());
        Application application = Application.builder(ApplicationId.of(name))
                .add(Microservice.builder("a").requirements(requirements).build())
                .add(Microservice.builder("b").requirements(requirements).build())
                .add(Microservice.builder("c").requirements(requirements).build())
                .add(DataFlow.builder("a", "b").name("ab").bandwidthBps(1_000).build())
                .add(DataFlow.builder("b", "c").name("bc").bandwidthBps(2_000).build())
                .build();
        Placement placement = new Placement(
                Map.of("a", at(at), "b", at(at + 2), "c", at(at + 4)), List.of(route("ab", at), route("bc", at + 2)));
        return Claim.of(inventory.snapshot(), application, placement);
    }

    private List<Assignment> at(int place) {
        ComputeNode node = there.nodes().get(place % regions);
        return List.of(new Assignment(node.regionId(), 1, Map.of(node.name(), 1)));
    }

    private Route route(String flow, int from) {
        return new Route(
                flow,
                there.regions().get(from % regions).id(),
                there.regions().get((from + 2) % regions).id(),
                List.of(
                        there.links().get(from % regions).id(),
                        there.links().get((from + 1) % regions).id()));
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
