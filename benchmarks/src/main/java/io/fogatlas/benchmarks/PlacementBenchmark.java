package io.fogatlas.benchmarks;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.PlacementProblem;
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

/** From a request to a verified decision, and the parts of that way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
public class PlacementBenchmark {
    /**
     * What is placed where: the shop of 11 services and 15 flows on 197 regions and 245 links, with room for all of it in one region
     * ({@code roomy}) or in none ({@code scarce}: a fog region holds about half), and a tree of 100 services on 10,000 regions and 25,000
     * links, likewise.
     */
    @Param({"shop-roomy", "shop-scarce", "tree-roomy", "tree-scarce"})
    private String problem = "";

    /** The algorithm that places. */
    @Param("greedy")
    private String algorithm = "";

    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
    private PlacementRequest request = request("shop-roomy");

    /** Made by JMH. */
    public PlacementBenchmark() {}

    /** Makes the request, and makes sure that it can be placed: a benchmark of a failure would say nothing. */
    @Setup
    public void prepare() {
        request = request(problem);
        Decision decision = engine.place(request, algorithm);
        if (!decision.isPlaced()) {
            throw new IllegalStateException(problem + " is not placed by " + algorithm + ": " + decision.reasons());
        }
    }

    /** Makes the request of a name. */
    static PlacementRequest request(String problem) {
        boolean roomy = problem.endsWith("roomy");
        boolean shop = problem.startsWith("shop");
        int regions = shop ? 197 : 10_000;
        Infrastructure infrastructure = shop
                ? new RandomNetwork(regions, 245, roomy ? 2_000 : 150, roomy ? 200_000 : 600, roomy ? 1_000 : 500, 1)
                        .generate()
                : new RandomNetwork(regions, 25_000, roomy ? 2_000 : 400, roomy ? 200_000 : 1_600, roomy ? 100 : 40, 1)
                        .generate();
        Application application =
                shop ? Applications.onlineBoutique(100L << 20, 80_000, "") : Applications.tree(100, regions, 1);
        return PlacementRequest.of(infrastructure, application);
    }

    /**
     * Compiles, places and verifies.
     *
     * @return the decision
     */
    @Benchmark
    public Decision place() {
        return engine.place(request, algorithm);
    }

    /**
     * Compiles only.
     *
     * @return the compiled problem
     */
    @Benchmark
    public PlacementProblem compile() {
        return PlacementProblem.of(request);
    }
}
