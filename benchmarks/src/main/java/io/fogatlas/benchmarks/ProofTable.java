package io.fogatlas.benchmarks;

import io.fogatlas.placement.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The attempts of several contenders at the requests of several seeds, all of one shape and size. Not thread-safe. */
final class ProofTable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Row> rows = new ArrayList<>();

    static final String CSV_HEADER = "request,seed,contender,textbook,outcome,score,bound,wall_s,cpu_s";

    /** One attempt, and whether it was at the textbook model. */
    record Row(String request, long seed, String contender, boolean textbook, Attempt attempt) {
        double wallSeconds() {
            return attempt.wall().toNanos() / NANOS_PER_SECOND;
        }

        double cpuSeconds() {
            return attempt.cpu().toNanos() / NANOS_PER_SECOND;
        }

        String csv() {
            return String.format(
                    Locale.ROOT,
                    "%s,%d,%s,%b,%s,%s,%s,%.6f,%.6f",
                    request,
                    seed,
                    contender,
                    textbook,
                    attempt.outcome().key(),
                    number(attempt.score(), "%.6f"),
                    number(attempt.bound(), "%.6f"),
                    wallSeconds(),
                    cpuSeconds());
        }

        static Row ofCsv(String line) {
            String[] cells = line.split(",", -1);
            if (cells.length != 9) {
                throw new IllegalArgumentException(
                        "Cannot read '" + line + "': it does not have the columns " + CSV_HEADER + ".");
            }
            return new Row(
                    cells[0],
                    Long.parseLong(cells[1]),
                    cells[2],
                    Boolean.parseBoolean(cells[3]),
                    new Attempt(
                            Outcome.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                            parsed(cells[5]),
                            parsed(cells[6]),
                            seconds(cells[7]),
                            seconds(cells[8])));
        }

        private static OptionalDouble parsed(String cell) {
            return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
        }

        private static Duration seconds(String cell) {
            return Duration.ofNanos(Math.round(Double.parseDouble(cell) * NANOS_PER_SECOND));
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

    static String markdownHeader() {
        return "| seed | contender | outcome | score | bound | wall s | cpu s |\n|--:|---|---|--:|--:|--:|--:|";
    }

    Row add(Row row) {
        rows.add(row);
        return row;
    }

    /** The rows of each contender in order of appearance, by seed. */
    Map<String, SortedMap<Long, Row>> byContender() {
        Map<String, SortedMap<Long, Row>> byContender = new LinkedHashMap<>();
        rows.forEach(row -> byContender
                .computeIfAbsent(row.contender(), unknown -> new TreeMap<>())
                .put(row.seed(), row));
        return byContender;
    }

    String csv() {
        return rows.stream().map(row -> row.csv() + "\n").collect(Collectors.joining("", CSV_HEADER + "\n", ""));
    }

    /** Reads what {@link #csv} wrote. */
    static List<Row> ofCsv(String text) {
        return text.lines().skip(1).map(Row::ofCsv).toList();
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
