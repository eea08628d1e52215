package io.fogatlas.benchmarks.quality;

import io.fogatlas.benchmarks.report.Chart;
import io.fogatlas.benchmarks.report.Findings;
import io.fogatlas.benchmarks.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Tells what a {@link Race} showed. */
final class QualityTables {
    /** What counts for a runner that has no placement yet, as an excess: twice the best. */
    private static final double NONE = 1;

    private static final double CLOSE = 0.01;
    private static final int POINTS_A_DECADE = 12;

    private final Race race;
    private final List<Runner> runners;
    private final List<Duration> times;

    QualityTables(Race race, List<Runner> runners, List<Duration> times) {
        this.race = race;
        this.runners = List.copyOf(runners);
        this.times = List.copyOf(times);
    }

    void addTo(Findings.Builder findings, String ours) {
        findings.add(shares(ours));
        times.forEach(time -> findings.add(scores(time)));
        findings.addData(steps());
        findings.addData(notes());
        findings.add(chart(
                "excess",
                "Mean excess over the best known score (no placement counts as 100 %)",
                "excess, %",
                excess -> 100 * Math.min(NONE, excess)));
        findings.add(chart(
                "close",
                "Requests on which the score is within 1 % of the best known",
                "requests, %",
                excess -> excess <= CLOSE ? 100 : 0));
        losses(ours).forEach(findings::addLoss);
    }

    private Table shares(String ours) {
        List<String> columns = new ArrayList<>(List.of("peer"));
        times.forEach(time -> columns.add("at " + plain(time)));
        List<List<String>> rows = new ArrayList<>();
        for (Runner runner : runners) {
            if (!runner.name().equals(ours)) {
                List<String> row = new ArrayList<>(List.of(runner.name()));
                for (Duration time : times) {
                    Race.Comparison comparison = race.compared(ours, runner.name(), time);
                    row.add("%s (%d of %d)"
                            .formatted(
                                    percent(comparison.share()),
                                    comparison.asked() - comparison.losses().size(),
                                    comparison.asked()));
                }
                rows.add(row);
            }
        }
        return new Table(
                "shares", "Requests on which " + ours + " is at least as good as another (ties count)", columns, rows);
    }

    private Table scores(Duration time) {
        List<String> columns = new ArrayList<>(List.of("request", "seeds", "best proved"));
        runners.forEach(runner -> columns.add(runner.name()));
        List<List<String>> rows = new ArrayList<>();
        for (String kind : race.kinds()) {
            List<Race.Entry> first = race.of(runners.get(0).name(), time).stream()
                    .filter(entry -> entry.kind().equals(kind))
                    .toList();
            if (!first.isEmpty()) {
                List<String> row = new ArrayList<>(List.of(
                        kind,
                        String.valueOf(first.size()),
                        String.valueOf(first.stream().filter(race::isProved).count())));
                runners.forEach(runner -> row.add(spread(race.excesses(kind, runner.name(), time))));
                rows.add(row);
            }
        }
        return new Table(
                "scores-" + time.toMillis() + "-ms",
                "Score / best known after " + plain(time) + ": median over seeds (least–most)",
                columns,
                rows);
    }

    private Table steps() {
        List<List<String>> rows = new ArrayList<>();
        for (Race.Entry entry : race.entries()) {
            for (Trace.Step step : entry.trace().steps()) {
                rows.add(List.of(
                        entry.kind(),
                        String.valueOf(entry.seed()),
                        entry.runner(),
                        number("%.3f", step.elapsed().toNanos() / 1e6),
                        number("%.6f", step.score())));
            }
        }
        return new Table(
                "steps", "Each better placement", List.of("request", "seed", "runner", "elapsed ms", "score"), rows);
    }

    private Table notes() {
        List<List<String>> rows = new ArrayList<>();
        for (Race.Entry entry : race.entries()) {
            rows.add(List.of(
                    entry.kind(),
                    String.valueOf(entry.seed()),
                    entry.runner(),
                    entry.trace()
                            .first()
                            .map(time -> number("%.3f", time.toNanos() / 1e6))
                            .orElse(""),
                    number("%.6f", entry.trace().bound()),
                    entry.trace().note()));
        }
        return new Table(
                "runs", "Each run", List.of("request", "seed", "runner", "first placement ms", "bound", "note"), rows);
    }

    private Chart chart(String key, String title, String axis, ToDoubleFunction<Double> value) {
        double first = Math.log10(times.get(0).toMillis() / 1e3) - 2;
        double last = Math.log10(times.get(times.size() - 1).toMillis() / 1e3);
        List<Chart.Series> series = new ArrayList<>();
        for (Runner runner : runners) {
            List<Chart.Point> points = new ArrayList<>();
            int count = (int) Math.round((last - first) * POINTS_A_DECADE);
            for (int point = 0; point <= count; point++) {
                double seconds = Math.pow(10, first + (last - first) * point / count);
                Duration time = Duration.ofNanos(Math.round(seconds * 1e9));
                mean(runner, time, value).ifPresent(mean -> points.add(Chart.Point.of(seconds, mean)));
            }
            series.add(new Chart.Series(runner.name(), Chart.Style.STEPS, points));
        }
        return new Chart(key, title, Chart.Axis.logarithmic("time, s"), Chart.Axis.linear(axis), series);
    }

    private OptionalDouble mean(Runner runner, Duration time, ToDoubleFunction<Double> value) {
        return race.of(runner.name(), time).stream()
                .filter(entry -> race.bestKnown(entry).isPresent())
                .mapToDouble(entry -> value.applyAsDouble(race.excess(entry, time)))
                .average();
    }

    /** A sentence for each kind of request, time and peer that was better. */
    private List<String> losses(String ours) {
        List<String> sentences = new ArrayList<>();
        for (Duration time : times) {
            for (Runner runner : runners) {
                if (runner.isPeer()) {
                    Race.Comparison comparison = race.compared(ours, runner.name(), time);
                    Map<String, List<Race.Loss>> byKind = new LinkedHashMap<>();
                    comparison
                            .losses()
                            .forEach(loss -> byKind.computeIfAbsent(loss.kind(), kind -> new ArrayList<>())
                                    .add(loss));
                    byKind.forEach((kind, lost) ->
                            sentences.add("On %s, %s is better than %s after %s on %d of %d seeds (%s), which has %s."
                                    .formatted(
                                            kind,
                                            runner.name(),
                                            ours,
                                            plain(time),
                                            lost.size(),
                                            race.excesses(kind, ours, time).length,
                                            String.join(
                                                    ", ",
                                                    lost.stream()
                                                            .map(loss -> String.valueOf(loss.seed()))
                                                            .toList()),
                                            worst(lost))));
                }
            }
        }
        return sentences;
    }

    private static String worst(List<Race.Loss> losses) {
        double most = losses.stream().mapToDouble(Race.Loss::excess).max().orElseThrow();
        return Double.isInfinite(most) ? "no placement yet" : number("%.3f %% more at most", 100 * most);
    }

    private static String spread(double[] excesses) {
        if (excesses.length == 0) {
            return "";
        }
        double least = Arrays.stream(excesses).min().orElseThrow();
        double most = Arrays.stream(excesses).max().orElseThrow();
        String median = ratio(Race.median(excesses));
        return least == most ? median : median + " (" + ratio(least) + "–" + ratio(most) + ")";
    }

    private static String ratio(double excess) {
        return Double.isInfinite(excess) ? "none" : number("%.4f", 1 + excess);
    }

    private static String percent(double share) {
        return number("%.1f %%", 100 * share);
    }

    private static String plain(Duration time) {
        return String.valueOf(time.toMillis() / 1e3) + " s";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
