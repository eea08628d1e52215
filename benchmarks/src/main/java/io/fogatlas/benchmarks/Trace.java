package io.fogatlas.benchmarks;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one algorithm went on with one request: what the engine told a listener, each placement verified before.
 *
 * @param seed the seed of the request
 * @param algorithm the algorithm's name
 * @param steps each better placement or bound, in order of time
 * @param outcome what was known at the end
 * @param wall how long it took in all
 */
record Trace(long seed, String algorithm, List<Progress> steps, Outcome outcome, Duration wall) {
    static final String MARKDOWN_HEADER = """
            | seed | algorithm | outcome | first ms | steps | score | bound | wall s |
            |--:|---|---|--:|--:|--:|--:|--:|""";

    static Trace of(PlacementEngine engine, PlacementAlgorithm algorithm, PlacementRequest request, long seed) {
        List<Progress> steps = Collections.synchronizedList(new ArrayList<>());
        ProcessClock clock = ProcessClock.start();
        Decision decision = engine.place(request, algorithm, steps::add);
        Duration wall = clock.wall();
        return new Trace(seed, algorithm.name(), List.copyOf(steps), decision.outcome(), wall);
    }

    /** When the first placement was there. */
    Optional<Duration> firstPlacement() {
        return steps.stream()
                .filter(step -> step.score().isPresent())
                .map(Progress::elapsed)
                .findFirst();
    }

    /** The best score known at a time. */
    OptionalDouble scoreAt(Duration time) {
        return steps.stream()
                .filter(step -> step.elapsed().compareTo(time) <= 0)
                .flatMapToDouble(step -> step.score().stream())
                .min();
    }

    /** The best bound in the end; 0 if none was ever told. */
    double bound() {
        return steps.stream().mapToDouble(Progress::bound).max().orElse(0);
    }

    /** The same under another name. */
    Trace named(String name) {
        return new Trace(seed, name, steps, outcome, wall);
    }

    /** A row of Markdown. */
    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %s | %s | %d | %s | %.3f | %.2f |",
                seed,
                algorithm,
                outcome.key(),
                firstPlacement().map(Duration::toMillis).map(String::valueOf).orElse(""),
                steps.size(),
                scoreAt(wall).stream()
                        .mapToObj(score -> String.format(Locale.ROOT, "%.3f", score))
                        .findFirst()
                        .orElse(""),
                bound(),
                wall.toMillis() / 1e3);
    }
}
