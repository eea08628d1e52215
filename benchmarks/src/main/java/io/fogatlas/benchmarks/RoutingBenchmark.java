package io.fogatlas.benchmarks;

import io.fogatlas.benchmarks.instances.ApplicationShape;
import io.fogatlas.benchmarks.instances.NetworkShape;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.search.Distances;
import io.fogatlas.placement.search.RouteSearch;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a routing query takes: the cheapest path between two random regions with 5 Mbit/s free on each link and a bound on the latency. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RoutingBenchmark {
    private static final long BANDWIDTH_BPS = 5_000_000;
    private static final int PAIRS = 1024;

    /** What the network is like. */
    @Param({"METRO_RINGS", "RANDOM_GEOMETRIC"})
    private NetworkShape shape = NetworkShape.METRO_RINGS;

    /** How many regions it has. */
    @Param({"200", "10000"})
    private int regions = 200;

    /** The bound in milliseconds; 0 for none. */
    @Param({"0", "20"})
    private int boundMillis;

    private Network network = network(200);
    private RouteSearch search = new RouteSearch(network);
    private Distances distances = new Distances(network);
    private long[] free = {};
    private int[] pairs = {};
    private int next;

    /** Made by JMH. */
    public RoutingBenchmark() {}

    /** Makes the network and draws pairs of regions. */
    @Setup
    public void prepare() {
        network = network(regions);
        search = new RouteSearch(network);
        distances = new Distances(network);
        free = network.copyOfFreeBps();
        pairs = new Random(1).ints(2 * PAIRS, 0, regions).toArray();
    }

    private Network network(int size) {
        return PlacementProblem.of(PlacementRequest.of(
                        shape.generate(size, /* tightness= */ 4, /* seed= */ 1),
                        ApplicationShape.CHAIN.generate(/* services= */ 3, size, /* seed= */ 1)))
                .network();
    }

    private boolean find(int from, int to, boolean guided) {
        long bound = boundMillis == 0 ? Leg.UNBOUNDED : boundMillis * 1000L;
        search.start(
                RouteSearch.Direction.FORWARD,
                free,
                new RouteSearch.Demand(BANDWIDTH_BPS, /* perLink= */ 5, /* perMicro= */ 1e-6, bound),
                link -> 0);
        if (guided) {
            search.towards(distances.to(to));
        }
        search.from(from);
        return search.reach(to, Double.MAX_VALUE);
    }

    /**
     * Finds a path to a region that nothing is known of.
     *
     * @return whether there is one
     */
    @Benchmark
    public boolean fresh() {
        next = (next + 1) % PAIRS;
        return find(pairs[2 * next], pairs[2 * next + 1], /* guided= */ false);
    }

    /**
     * Finds a path to one of sixteen regions, the distances to which are known after the first time, as while an application is placed.
     *
     * @return whether there is one
     */
    @Benchmark
    public boolean guided() {
        next = (next + 1) % PAIRS;
        return find(pairs[2 * next], pairs[2 * (next % 16) + 1], /* guided= */ true);
    }
}
