package io.fogatlas.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How good placements were after which time, over many seeds. How far a placement is from the best is said against the highest bound that
 * anybody proved for its seed, so it is at most what is shown; where the optimum was proved, it is exact.
 */
final class QualitySummary {
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Trace> traces;

    QualitySummary(List<Trace> traces) {
        this.traces = List.copyOf(traces);
    }

    /** A table of Markdown, a row for each algorithm. */
    String markdown(List<String> algorithms, List<Duration> times) {
        StringBuilder text = new StringBuilder("| algorithm | proved | first placement ms: median, most |");
        times.forEach(time -> text.append(" excess after ").append(plain(time)).append(" s: mean, most |"));
        text.append("\n|---|--:|--:|").append("--:|".repeat(times.size())).append('\n');
        for (String algorithm : algorithms) {
            double[] firsts = values(
                    algorithm,
                    trace -> trace.firstPlacement()
                            .map(time -> time.toNanos() / NANOS_PER_MILLI)
                            .orElse(Double.POSITIVE_INFINITY));
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d of %d | %.1f, %.1f |",
                    algorithm,
                    of(algorithm).stream()
                            .filter(trace -> trace.bound() >= best(trace))
                            .count(),
                    firsts.length,
                    ProofSummary.median(firsts),
                    Arrays.stream(firsts).max().orElseThrow()));
            for (Duration time : times) {
                double[] excesses = values(algorithm, trace -> excess(trace, time));
                text.append(String.format(
                        Locale.ROOT,
                        " %s, %s |",
                        percent(Arrays.stream(excesses).average().orElseThrow()),
                        percent(Arrays.stream(excesses).max().orElseThrow())));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** By which ratio the best placement at a time is worse than the highest bound; infinite while there is none. */
    double excess(Trace trace, Duration time) {
        OptionalDouble score = trace.scoreAt(time);
        double bound = highestBound(trace.seed());
        return score.isEmpty() ? Double.POSITIVE_INFINITY : Math.max(0, score.getAsDouble() / bound - 1);
    }

    double highestBound(long seed) {
        return traces.stream()
                .filter(trace -> trace.seed() == seed)
                .mapToDouble(Trace::bound)
                .max()
                .orElse(0);
    }

    private static double best(Trace trace) {
        return trace.scoreAt(Duration.ofDays(1)).orElse(Double.POSITIVE_INFINITY) * (1 - Contender.TOLERANCE);
    }

    private List<Trace> of(String algorithm) {
        return traces.stream()
                .filter(trace -> trace.algorithm().equals(algorithm))
                .toList();
    }

    private double[] values(String algorithm, ToDoubleFunction<Trace> value) {
        return of(algorithm).stream().mapToDouble(value).toArray();
    }

    private static String percent(double ratio) {
        return ratio == Double.POSITIVE_INFINITY ? "none" : String.format(Locale.ROOT, "%.2f %%", 100 * ratio);
    }

    private static String plain(Duration time) {
        return String.valueOf(time.toMillis() / 1e3);
    }

    /** All traces, a line for each better placement or bound. */
    String csv() {
        return traces.stream()
                .flatMap(trace -> trace.steps().stream()
                        .map(step -> String.format(
                                Locale.ROOT,
                                "%d,%s,%.3f,%s,%.6f\n",
                                trace.seed(),
                                trace.algorithm(),
                                step.elapsed().toNanos() / NANOS_PER_MILLI,
                                step.score().isPresent()
                                        ? String.format(
                                                Locale.ROOT,
                                                "%.6f",
                                                step.score().getAsDouble())
                                        : "",
                                step.bound())))
                .collect(Collectors.joining("", "seed,algorithm,elapsed_ms,score,bound\n", ""));
    }
}
