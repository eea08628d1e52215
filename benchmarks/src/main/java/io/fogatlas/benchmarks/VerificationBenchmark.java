package io.fogatlas.benchmarks;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.util.List;
import java.util.Map;
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

/** How long the verifier takes for a placement of {@code greedy}, the objective worked out anew included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class VerificationBenchmark {
    /** What was placed where, as in {@link PlacementBenchmark}. */
    @Param({"shop-scarce", "tree-scarce"})
    private String problem = "";

    private PlacementRequest request = PlacementBenchmark.request("shop-scarce");
    private Placement placement = new Placement(Map.of(), List.of());

    /** Made by JMH. */
    public VerificationBenchmark() {}

    /** Makes the placement. */
    @Setup
    public void prepare() {
        request = PlacementBenchmark.request(problem);
        placement = PlacementEngine.withInstalledAlgorithms()
                .place(request, "greedy")
                .placement()
                .orElseThrow();
    }

    /**
     * Verifies.
     *
     * @return what the verifier says
     */
    @Benchmark
    public Verification verify() {
        return PlacementVerifier.verify(request, placement);
    }
}
