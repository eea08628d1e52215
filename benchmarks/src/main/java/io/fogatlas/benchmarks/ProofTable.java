package io.fogatlas.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The attempts of several contenders at the requests of several seeds. Not thread-safe. */
final class ProofTable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Row> rows = new ArrayList<>();

    /** One attempt. */
    record Row(long seed, String contender, Attempt attempt) {
        double wallSeconds() {
            return attempt.wall().toNanos() / NANOS_PER_SECOND;
        }

        double cpuSeconds() {
            return attempt.cpu().toNanos() / NANOS_PER_SECOND;
        }

        String csv() {
            return String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%s,%s,%.6f,%.6f",
                    seed,
                    contender,
                    attempt.outcome().key(),
                    number(attempt.score(), "%.6f"),
                    number(attempt.bound(), "%.6f"),
                    wallSeconds(),
                    cpuSeconds());
        }

        String markdown() {
            return String.format(
                    Locale.ROOT,
                    "| %d | %s | %s | %s | %s | %.4f | %.3f |",
                    seed,
                    contender,
                    attempt.outcome().key(),
                    number(attempt.score(), "%.3f"),
                    number(attempt.bound(), "%.3f"),
                    wallSeconds(),
                    cpuSeconds());
        }
    }

    static String csvHeader() {
        return "seed,contender,outcome,score,bound,wall_s,cpu_s";
    }

    static String markdownHeader() {
        return "| seed | contender | outcome | score | bound | wall s | cpu s |\n|--:|---|---|--:|--:|--:|--:|";
    }

    Row add(long seed, Contender contender, Attempt attempt) {
        Row row = new Row(seed, contender.name(), attempt);
        rows.add(row);
        return row;
    }

    List<Row> of(Contender contender) {
        return rows.stream()
                .filter(row -> row.contender().equals(contender.name()))
                .toList();
    }

    List<Long> seeds() {
        return List.copyOf(rows.stream().map(Row::seed).collect(Collectors.toCollection(TreeSet::new)));
    }

    String csv() {
        return rows.stream().map(row -> row.csv() + "\n").collect(Collectors.joining("", csvHeader() + "\n", ""));
    }

    /**
     * Finds attempts that cannot all be right: an optimum that is not the best, a bound above a placement's score, no placement where there is
     * one.
     *
     * @return a sentence for each such attempt
     */
    List<String> contradictions() {
        List<String> found = new ArrayList<>();
        for (Row row : rows) {
            double best = rows.stream()
                    .filter(other -> other.seed() == row.seed())
                    .mapToDouble(other -> other.attempt().score().orElse(Double.POSITIVE_INFINITY))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            if (!isRight(row.attempt(), best)) {
                found.add("Seed " + row.seed() + ": " + row.contender() + " says "
                        + row.attempt().outcome().key() + ", score "
                        + number(row.attempt().score(), "%.6f")
                        + ", bound " + number(row.attempt().bound(), "%.6f")
                        + String.format(Locale.ROOT, ", but there is a placement worth %.6f.", best));
            }
        }
        return found;
    }

    private static boolean isRight(Attempt attempt, double best) {
        if (best == Double.POSITIVE_INFINITY) {
            return true;
        }
        double most = best + Contender.TOLERANCE * Math.max(1, Math.abs(best));
        return switch (attempt.outcome()) {
            case INFEASIBLE -> false;
            case OPTIMAL -> attempt.score().orElse(Double.POSITIVE_INFINITY) <= most;
            case FEASIBLE, UNKNOWN -> attempt.bound().orElse(0) <= most;
        };
    }

    private static String number(OptionalDouble value, String format) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
    }
}
