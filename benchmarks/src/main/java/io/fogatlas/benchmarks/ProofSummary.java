package io.fogatlas.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the attempts at many seeds say together: how many were proved, medians and spread of the time to the proof, and by what factor
 * algorithms were faster than the best solver of the textbook model.
 *
 * <p>An attempt without proof counts with the time it took where a solver is concerned, so that factors are at least as large as shown, and as
 * endless where an algorithm is.
 */
final class ProofSummary {
    private static final String TIMES_HEADER = """
            | contender | proved | placed | median s | least–most s | median cpu s |
            |---|--:|--:|--:|--:|--:|
            """;
    private static final String FACTORS_HEADER = """

            Times faster than the best solver:

            | algorithm | median of seeds | least–most | by medians | median of seeds, cpu | by medians, cpu |
            |---|--:|--:|--:|--:|--:|
            """;

    private final ProofTable table;
    private final List<Contender> contenders;

    ProofSummary(ProofTable table, List<Contender> contenders) {
        this.table = table;
        this.contenders = contenders;
    }

    /** The summary as two tables of Markdown, the second only where algorithms and solvers met. */
    String markdown() {
        StringBuilder text = new StringBuilder(TIMES_HEADER);
        for (Contender contender : contenders) {
            List<ProofTable.Row> rows = table.of(contender);
            double[] wall = sorted(times(contender, ProofTable.Row::wallSeconds));
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d of %d | %d | %s | %s–%s | %s |%n",
                    contender.name(),
                    rows.stream().filter(row -> row.attempt().isProved()).count(),
                    rows.size(),
                    rows.stream()
                            .filter(row -> row.attempt().score().isPresent())
                            .count(),
                    seconds(median(wall)),
                    seconds(wall[0]),
                    seconds(wall[wall.length - 1]),
                    seconds(median(times(contender, ProofTable.Row::cpuSeconds)))));
        }
        if (contenders.stream().anyMatch(Contender::isTextbook)
                && !contenders.stream().allMatch(Contender::isTextbook)) {
            text.append(FACTORS_HEADER);
            contenders.stream()
                    .filter(contender -> !contender.isTextbook())
                    .forEach(ours -> text.append(factors(ours)));
        }
        return text.toString();
    }

    private String factors(Contender ours) {
        double[] wall = sorted(factorsBySeed(ours, ProofTable.Row::wallSeconds));
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f–%.1f | %.1f | %.1f | %.1f |%n",
                ours.name(),
                median(wall),
                wall[0],
                wall[wall.length - 1],
                factorOfMedians(ours, ProofTable.Row::wallSeconds),
                median(factorsBySeed(ours, ProofTable.Row::cpuSeconds)),
                factorOfMedians(ours, ProofTable.Row::cpuSeconds));
    }

    /** For each seed, the time of the solver that was best on it, divided by ours. */
    double[] factorsBySeed(Contender ours, ToDoubleFunction<ProofTable.Row> time) {
        double[] own = times(ours, time);
        double[] best = new double[own.length];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (Contender solver : solvers()) {
            double[] times = times(solver, time);
            for (int seed = 0; seed < best.length; seed++) {
                best[seed] = Math.min(best[seed], times[seed]);
            }
        }
        double[] factors = new double[own.length];
        for (int seed = 0; seed < factors.length; seed++) {
            factors[seed] = best[seed] / own[seed];
        }
        return factors;
    }

    /** The median time of the solver whose median is the best, divided by our median. */
    double factorOfMedians(Contender ours, ToDoubleFunction<ProofTable.Row> time) {
        double best = solvers().stream()
                .mapToDouble(solver -> median(times(solver, time)))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return best / median(times(ours, time));
    }

    private List<Contender> solvers() {
        return contenders.stream().filter(Contender::isTextbook).toList();
    }

    private double[] times(Contender contender, ToDoubleFunction<ProofTable.Row> time) {
        return table.of(contender).stream()
                .mapToDouble(row -> contender.isTextbook() || row.attempt().isProved()
                        ? Math.max(1e-6, time.applyAsDouble(row))
                        : Double.POSITIVE_INFINITY)
                .toArray();
    }

    private static String seconds(double value) {
        return value == Double.POSITIVE_INFINITY ? "unproved" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The middle value, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = sorted(values);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
