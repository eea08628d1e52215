package io.fogatlas.benchmarks;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shows how good the placements of installed algorithms are after which time, on the requests of a {@link ProofShape}: when the first one is
 * there, and how far the best so far is from the highest bound that any of the algorithms proved, or a reference that gets more time.
 *
 * <p>{@code java -cp benchmarks.jar io.fogatlas.benchmarks.QualityBenchmark --shape tight --regions 200 --microservices 30}
 */
public final class QualityBenchmark {
    static final Map<String, String> DEFAULTS = Map.of(
            "shape", "loose",
            "regions", "200",
            "microservices", "30",
            "seeds", "1-10",
            "millis", "50,1000,10000",
            "algorithms", "greedy,local-search,ilp,portfolio",
            "reference", "ilp",
            "reference-limit", "60",
            "warm-up", "10",
            "csv", "");

    private static final String REFERENCE = "reference";

    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
    private final List<Trace> traces = new ArrayList<>();
    private final Settings settings;
    private final PrintStream out;
    private final ProofShape shape;
    private final int regions;
    private final int microservices;

    private QualityBenchmark(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.shape = ProofShape.named(settings.text("shape"));
        this.regions = settings.number("regions", 2);
        this.microservices = settings.number("microservices", 1);
    }

    /**
     * Runs the benchmark and prints Markdown.
     *
     * @param args pairs of an option and its value: {@code --shape} (loose or tight), {@code --regions}, {@code --microservices}, {@code
     *     --seeds} (the first and the last, such as 1-10), {@code --millis} (when to look, the last being the deadline), {@code
     *     --algorithms} (names), {@code --reference} (the name of an algorithm that only raises the bound, or empty) and {@code
     *     --reference-limit} (how many seconds it gets), {@code --warm-up} (how many seconds each algorithm runs on other seeds first),
     *     {@code --csv} (a file to write all steps to)
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        try {
            run(Settings.read(args, DEFAULTS), System.out);
            System.exit(0);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    static void run(Settings settings, PrintStream out) throws IOException {
        new QualityBenchmark(settings, out).run();
    }

    private void run() throws IOException {
        List<Duration> times = settings.numbers("millis").stream()
                .map(Duration::ofMillis)
                .sorted()
                .toList();
        List<PlacementAlgorithm> algorithms = algorithms("algorithms");
        List<PlacementAlgorithm> references = algorithms("reference");
        Duration deadline = times.get(times.size() - 1);
        Duration referenceLimit = Duration.ofSeconds(settings.number("reference-limit", 0));
        int[] seeds = settings.range("seeds");
        algorithms.forEach(this::warmUp);
        out.printf("## %s, %d regions × %d microservices%n%n", shape.key(), regions, microservices);
        out.println(Trace.MARKDOWN_HEADER);
        for (long seed = seeds[0]; seed <= seeds[1]; seed++) {
            for (PlacementAlgorithm algorithm : algorithms) {
                add(Trace.of(engine, algorithm, request(seed, deadline), seed));
            }
            for (PlacementAlgorithm reference : references) {
                add(Trace.of(engine, reference, request(seed, referenceLimit), seed)
                        .named(REFERENCE));
            }
        }
        List<String> names = new ArrayList<>();
        algorithms.forEach(algorithm -> names.add(algorithm.name()));
        references.forEach(reference -> names.add(REFERENCE));
        QualitySummary summary = new QualitySummary(traces);
        out.println();
        out.println(summary.markdown(names, times));
        if (!settings.text("csv").isEmpty()) {
            Files.writeString(Path.of(settings.text("csv")), summary.csv());
        }
    }

    private List<PlacementAlgorithm> algorithms(String option) {
        return settings.list(option).stream().map(engine::algorithm).toList();
    }

    private void warmUp(PlacementAlgorithm algorithm) {
        long end = System.nanoTime()
                + Duration.ofSeconds(settings.number("warm-up", 0)).toNanos();
        for (long seed = -1; System.nanoTime() < end; seed--) {
            engine.place(request(seed, Duration.ofSeconds(1)), algorithm);
        }
    }

    private PlacementRequest request(long seed, Duration deadline) {
        return shape.request(regions, microservices, seed, new SearchLimits(deadline, /* seed= */ 1));
    }

    private void add(Trace trace) {
        traces.add(trace);
        out.println(trace.markdown());
    }
}
