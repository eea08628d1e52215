package io.fogatlas.benchmarks;

import io.fogatlas.benchmarks.report.Chart;
import io.fogatlas.benchmarks.report.Chart.Axis;
import io.fogatlas.benchmarks.report.Chart.Point;
import io.fogatlas.benchmarks.report.Chart.Series;
import io.fogatlas.benchmarks.report.Chart.Style;
import io.fogatlas.benchmarks.report.Findings;
import io.fogatlas.benchmarks.report.Spread;
import io.fogatlas.benchmarks.report.Study;
import io.fogatlas.benchmarks.report.StudySettings;
import io.fogatlas.benchmarks.report.Table;
import io.fogatlas.placement.PlacementRequest;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long it takes to prove that a placement is optimal: ours from the request to the verified decision, against HiGHS, SCIP and CP-SAT on the
 * textbook model on one thread each.
 */
public final class ProofStudy implements Study {
    private static final String[] USUAL = {"ilp", "portfolio"};
    private static final List<String> PEERS = List.of("highs", "scip", "cp-sat");

    /** Requests of one shape and size, how many of them, and how many seconds one attempt may take. */
    private record Case(ProofShape shape, int regions, int microservices, int seeds, int limitSeconds, boolean peers) {
        String name() {
            return shape.key() + " " + regions + " × " + microservices;
        }
    }

    private static final List<Case> SHORT =
            List.of(new Case(ProofShape.LOOSE, 12, 6, 2, 5, true), new Case(ProofShape.TIGHT, 12, 6, 2, 5, true));
    private static final List<Case> STANDARD = List.of(
            new Case(ProofShape.LOOSE, 50, 20, 10, 60, true),
            new Case(ProofShape.LOOSE, 100, 30, 10, 60, true),
            new Case(ProofShape.TIGHT, 50, 20, 10, 60, true),
            new Case(ProofShape.TIGHT, 100, 30, 5, 30, true),
            new Case(ProofShape.TIGHT, 200, 30, 10, 30, false));
    private static final List<Case> LONG = List.of(
            new Case(ProofShape.LOOSE, 50, 20, 20, 300, true),
            new Case(ProofShape.LOOSE, 100, 30, 20, 300, true),
            new Case(ProofShape.LOOSE, 200, 30, 20, 300, true),
            new Case(ProofShape.TIGHT, 50, 20, 20, 300, true),
            new Case(ProofShape.TIGHT, 100, 30, 20, 300, true),
            new Case(ProofShape.TIGHT, 200, 30, 20, 300, false),
            new Case(ProofShape.LOOSE, 1000, 100, 20, 60, false));

    /** Made by the service loader. */
    public ProofStudy() {}

    @Override
    public String key() {
        return "proof";
    }

    @Override
    public Findings run(StudySettings settings, PrintStream progress) {
        List<String> algorithms = settings.algorithmsOr(USUAL);
        Duration warmUp = Duration.ofSeconds(settings.profile().choose(0, 5, 10));
        Map<Case, ProofTable> tables = new LinkedHashMap<>();
        for (Case each : settings.profile().choose(SHORT, STANDARD, LONG)) {
            List<Contender> contenders = Contender.named(
                    settings.peers() && each.peers()
                            ? Stream.concat(algorithms.stream(), PEERS.stream()).toList()
                            : algorithms);
            ProofBenchmark.warmUp(each.shape(), each.regions(), each.microservices(), contenders, warmUp);
            tables.put(each, measure(each, contenders, settings.seedsOr(each.seeds()), progress));
        }
        return findings(algorithms, tables);
    }

    private static ProofTable measure(Case each, List<Contender> contenders, List<Long> seeds, PrintStream progress) {
        ProofTable table = new ProofTable();
        String label = ProofBenchmark.label(each.shape(), each.regions(), each.microservices());
        for (long seed : seeds) {
            progress.println("proof " + each.name() + ", seed " + seed);
            PlacementRequest request = each.shape().request(each.regions(), each.microservices(), seed);
            for (Contender contender : contenders) {
                table.add(ProofBenchmark.row(label, seed, request, contender, Duration.ofSeconds(each.limitSeconds())));
            }
        }
        if (!table.contradictions().isEmpty()) {
            throw new IllegalStateException("Contenders contradict each other: " + table.contradictions());
        }
        return table;
    }

    private static Findings findings(List<String> algorithms, Map<Case, ProofTable> tables) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> factors = new ArrayList<>();
        List<List<String>> attempts = new ArrayList<>();
        Map<String, List<ProofTable.Row>> byContender = new LinkedHashMap<>();
        Findings.Builder findings = Findings.builder("Time to the proof", """
                How long until it is proved that no placement is better (or that there is none)? Requests are those of `ProofShape`: a tree of
                microservices fed by sensors on a random network, *regions × microservices*, with plenty of everything (loose) or little
                (tight). Ours are timed from the request to the verified decision; solvers (HiGHS, SCIP, CP-SAT, one thread each) for solving
                the textbook's integer program alone, with all regions and all links. Times are CPU seconds of the whole process, which
                other work on the machine hardly changes; short attempts are the mean of several. An attempt that ended at the limit
                without a proof counts as unproved where ours is concerned, and as the time it took where a solver is, in its favour.
                Answers are verified, and none may contradict another.""");
        tables.forEach((each, table) -> {
            ProofSummary summary = new ProofSummary(table);
            table.byContender().forEach((contender, bySeed) -> {
                List<ProofTable.Row> all = List.copyOf(bySeed.values());
                byContender
                        .computeIfAbsent(contender, unknown -> new ArrayList<>())
                        .addAll(all);
                rows.add(row(each, contender, all));
            });
            for (String algorithm : algorithms) {
                double[] bySeed = summary.factorsBySeed(algorithm, ProofTable.Row::cpuSeconds);
                if (bySeed.length > 0) {
                    Spread spread = Spread.of(bySeed);
                    factors.add(List.of(
                            each.name(),
                            algorithm,
                            spread.middle(),
                            spread.range(),
                            Spread.text(summary.factorOfMedians(algorithm, ProofTable.Row::cpuSeconds))));
                }
                lost(each, algorithm, table, bySeed).forEach(findings::addLoss);
            }
            table.csv().lines().skip(1).forEach(line -> attempts.add(List.of(line.split(",", -1))));
        });
        findings.add(new Table(
                "times",
                "CPU time of an attempt",
                List.of(
                        "requests",
                        "contender",
                        "proved",
                        "median cpu s",
                        "least–most cpu s",
                        "median wall s",
                        "limit s"),
                rows));
        if (!factors.isEmpty()) {
            findings.add(new Table(
                    "factors",
                    "Times faster than the fastest solver",
                    List.of("requests", "algorithm", "median of seeds", "least–most", "by medians"),
                    factors));
        }
        return findings.addData(
                        new Table("attempts", "Every attempt", List.of(ProofTable.CSV_HEADER.split(",")), attempts))
                .add(chart(byContender))
                .build();
    }

    private static List<String> row(Case each, String contender, List<ProofTable.Row> all) {
        Spread cpu = Spread.of(all.stream()
                .mapToDouble(row -> ProofSummary.counted(row, ProofTable.Row::cpuSeconds))
                .toArray());
        Spread wall = Spread.of(all.stream()
                .mapToDouble(row -> ProofSummary.counted(row, ProofTable.Row::wallSeconds))
                .toArray());
        return List.of(
                each.name(),
                contender,
                all.stream().filter(row -> row.attempt().isProved()).count() + " of " + all.size(),
                cpu.middle(),
                cpu.range(),
                wall.middle(),
                String.valueOf(each.limitSeconds()));
    }

    private static List<String> lost(Case each, String algorithm, ProofTable table, double[] factors) {
        List<String> lost = new ArrayList<>();
        long slower = Arrays.stream(factors).filter(factor -> factor < 1).count();
        if (slower > 0) {
            lost.add("%s: a solver proved sooner than %s on %d of %d seeds; at worst %s took %s times as long."
                    .formatted(
                            each.name(),
                            algorithm,
                            slower,
                            factors.length,
                            algorithm,
                            Spread.text(1 / Spread.of(factors).least())));
        }
        List<ProofTable.Row> all = List.copyOf(
                table.byContender().getOrDefault(algorithm, new TreeMap<>()).values());
        long unproved = all.stream().filter(row -> !row.attempt().isProved()).count();
        if (unproved > 0) {
            lost.add("%s: %s ended without a proof on %d of %d seeds after %d s."
                    .formatted(each.name(), algorithm, unproved, all.size(), each.limitSeconds()));
        }
        return lost;
    }

    /** How many of all requests each contender had proved by when. */
    private static Chart chart(Map<String, List<ProofTable.Row>> byContender) {
        List<Series> series = new ArrayList<>();
        byContender.forEach((contender, rows) -> {
            double[] times = rows.stream()
                    .filter(row -> row.attempt().isProved())
                    .mapToDouble(row -> ProofSummary.counted(row, ProofTable.Row::cpuSeconds))
                    .sorted()
                    .toArray();
            List<Point> points = new ArrayList<>();
            Arrays.stream(times).limit(1).forEach(first -> points.add(Point.of(first, 0)));
            for (int proved = 0; proved < times.length; proved++) {
                points.add(Point.of(times[proved], 100.0 * (proved + 1) / rows.size()));
            }
            series.add(new Series(contender, Style.STEPS, points));
        });
        return new Chart(
                "proved",
                "Requests proved in time, of those that each was given",
                Axis.logarithmic("CPU seconds of an attempt"),
                Axis.linear("% of requests proved"),
                series);
    }
}
