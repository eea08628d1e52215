package io.fogatlas.benchmarks;

import io.fogatlas.benchmarks.instances.Instances;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.pictures.Picture;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.reasons.Explanation;
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

/** How long it takes to draw a large network with the shop on it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
public class PictureBenchmark {
    /** What is drawn: 200 regions and 500 links without coordinates, or a real network of 197 regions and 245 links with some. */
    @Param({"random", "cogentco"})
    private String network = "random";

    private Picture picture = picture("random");

    /** Made by JMH. */
    public PictureBenchmark() {}

    /** Places the shop. */
    @Setup
    public void prepare() {
        picture = picture(network);
    }

    private static Picture picture(String network) {
        Infrastructure infrastructure = network.equals("random")
                ? new RandomNetwork(200, 500, 2_000, 200_000, 1_000, 1).generate()
                : Instances.named(network).infrastructure(16_000);
        PlacementRequest request =
                PlacementRequest.of(infrastructure, Applications.onlineBoutique(10L << 20, 80_000, ""));
        Decision decision = PlacementEngine.withInstalledAlgorithms().place(request, "greedy");
        Placement placement = decision.placement().orElseThrow();
        Occupancy occupancy = Occupancy.NONE.with(
                request.application().id(), Holding.of(infrastructure, request.application(), placement));
        return Picture.of(infrastructure, occupancy).with(request, decision, Explanation.NONE);
    }

    /**
     * Draws SVG.
     *
     * @return the drawing
     */
    @Benchmark
    public String svg() {
        return picture.svg();
    }

    /**
     * Writes the page.
     *
     * @return the page
     */
    @Benchmark
    public String html() {
        return picture.html();
    }

    /**
     * Draws pixels.
     *
     * @return the PNG
     */
    @Benchmark
    public byte[] png() {
        return picture.png(2_000);
    }
}
