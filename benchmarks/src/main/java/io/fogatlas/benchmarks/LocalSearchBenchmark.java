package io.fogatlas.benchmarks;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.local.LocalSearchAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many units of work local search does in a second; a move takes about a hundred of them on 200 regions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LocalSearchBenchmark {
    private static final int WORK = 2_000_000;

    /** How many regions, and for how many microservices. */
    @Param({"50x20", "200x30", "1000x200"})
    private String size = "";

    private final PlacementEngine engine = new PlacementEngine(List.of());
    private final LocalSearchAlgorithm algorithm = new LocalSearchAlgorithm();
    private PlacementRequest request = request("50x20");

    /** Made by JMH. */
    public LocalSearchBenchmark() {}

    /** Makes the request. */
    @Setup
    public void prepare() {
        request = request(size);
    }

    private static PlacementRequest request(String size) {
        int by = size.indexOf('x');
        return ProofShape.TIGHT.request(
                Integer.parseInt(size.substring(0, by)),
                Integer.parseInt(size.substring(by + 1)),
                1,
                new SearchLimits(Duration.ofMinutes(10), 0, 0, OptionalLong.of(WORK)));
    }

    /**
     * Does the work.
     *
     * @return the decision
     */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public Decision search() {
        return engine.place(request, algorithm);
    }
}
