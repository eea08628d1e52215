package io.fogatlas.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What the attempts at many seeds say together: how many were proved, medians and spread of the time to the proof, and by what factor
 * algorithms were faster than the best solver of the textbook model.
 *
 * <p>An attempt without proof counts with the time it took where a solver is concerned, so that factors are at least as large as shown, and as
 * endless where an algorithm is.
 */
final class ProofSummary {
    /** What no clock here can tell from nothing. */
    private static final double LEAST_SECONDS = 1e-6;

    private static final String TIMES_HEADER = """
            | contender | proved | placed | median s | least–most s | median cpu s |
            |---|--:|--:|--:|--:|--:|
            """;
    private static final String FACTORS_HEADER = """

            Times faster than the best solver:

            | algorithm | median of seeds | least–most | by medians | median of seeds, cpu | by medians, cpu |
            |---|--:|--:|--:|--:|--:|
            """;

    private final Map<String, SortedMap<Long, ProofTable.Row>> byContender;

    ProofSummary(ProofTable table) {
        this.byContender = table.byContender();
    }

    /** The summary as two tables of Markdown, the second only where algorithms and solvers met. */
    String markdown() {
        StringBuilder text = new StringBuilder(TIMES_HEADER);
        byContender.forEach((contender, bySeed) -> {
            Collection<ProofTable.Row> rows = bySeed.values();
            double[] wall = sorted(times(rows, ProofTable.Row::wallSeconds));
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d of %d | %d | %s | %s–%s | %s |%n",
                    contender,
                    rows.stream().filter(row -> row.attempt().isProved()).count(),
                    rows.size(),
                    rows.stream()
                            .filter(row -> row.attempt().score().isPresent())
                            .count(),
                    seconds(median(wall)),
                    seconds(wall[0]),
                    seconds(wall[wall.length - 1]),
                    seconds(median(times(rows, ProofTable.Row::cpuSeconds)))));
        });
        List<String> solvers = names(true);
        List<String> algorithms = names(false);
        if (!solvers.isEmpty() && !algorithms.isEmpty()) {
            text.append(FACTORS_HEADER);
            algorithms.forEach(algorithm -> text.append(factors(algorithm)));
        }
        return text.toString();
    }

    private String factors(String algorithm) {
        double[] wall = sorted(factorsBySeed(algorithm, ProofTable.Row::wallSeconds));
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f–%.1f | %.1f | %.1f | %.1f |%n",
                algorithm,
                median(wall),
                wall[0],
                wall[wall.length - 1],
                factorOfMedians(algorithm, ProofTable.Row::wallSeconds),
                median(factorsBySeed(algorithm, ProofTable.Row::cpuSeconds)),
                factorOfMedians(algorithm, ProofTable.Row::cpuSeconds));
    }

    /** For each seed that a solver had too, the time of the solver that was best on it, divided by the algorithm's. */
    double[] factorsBySeed(String algorithm, ToDoubleFunction<ProofTable.Row> time) {
        return rows(algorithm).values().stream()
                .flatMapToDouble(row -> names(true).stream()
                        .flatMap(solver -> rows(solver).values().stream())
                        .filter(other -> other.seed() == row.seed())
                        .mapToDouble(other -> counted(other, time) / counted(row, time))
                        .min()
                        .stream())
                .toArray();
    }

    /** The median time of the solver whose median is the best, divided by the algorithm's median. */
    double factorOfMedians(String algorithm, ToDoubleFunction<ProofTable.Row> time) {
        double best = names(true).stream()
                .mapToDouble(solver -> median(times(rows(solver).values(), time)))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return best / median(times(rows(algorithm).values(), time));
    }

    private SortedMap<Long, ProofTable.Row> rows(String contender) {
        return byContender.getOrDefault(contender, new TreeMap<>());
    }

    private List<String> names(boolean textbook) {
        return byContender.keySet().stream()
                .filter(name -> rows(name).values().stream().allMatch(row -> row.textbook() == textbook))
                .toList();
    }

    private static double[] times(Collection<ProofTable.Row> rows, ToDoubleFunction<ProofTable.Row> time) {
        return rows.stream().mapToDouble(row -> counted(row, time)).toArray();
    }

    /** The time of an attempt as it counts. */
    static double counted(ProofTable.Row row, ToDoubleFunction<ProofTable.Row> time) {
        return row.textbook() || row.attempt().isProved()
                ? Math.max(LEAST_SECONDS, time.applyAsDouble(row))
                : Double.POSITIVE_INFINITY;
    }

    private static String seconds(double value) {
        return value == Double.POSITIVE_INFINITY ? "unproved" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The middle value, or the mean of the two in the middle; not a number if there is none. */
    static double median(double[] values) {
        double[] sorted = sorted(values);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
