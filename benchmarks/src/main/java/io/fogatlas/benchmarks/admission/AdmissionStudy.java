package io.fogatlas.benchmarks.admission;

import io.fogatlas.benchmarks.admission.AdmissionRun.Result;
import io.fogatlas.benchmarks.admission.AdmissionSetting.Published;
import io.fogatlas.benchmarks.instances.Instances;
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
import io.fogatlas.manifests.networks.ImportOptions;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.SearchLimits;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** How many of requests that come and go are admitted, and at what cost, beside the published table of the Virne benchmark. */
public final class AdmissionStudy implements Study {
    private static final String[] USUAL = {"greedy"};
    private static final Objective OBJECTIVE = Objective.parse("network=1");
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    /** A network with its arrivals in a unit of time, and what was published of it. */
    private record Case(String key, String name, Infrastructure topology, double rate, List<Published> published) {}

    /** What came of all seeds of one case by one solver. */
    private record Outcome(String solver, List<Result> results) {
        Mean mean(ToDoubleFunction<Result> measure) {
            return Mean.of(results.stream().mapToDouble(measure).toArray());
        }
    }

    /** Made by the service loader. */
    public AdmissionStudy() {}

    @Override
    public String key() {
        return "admission";
    }

    @Override
    public Findings run(StudySettings settings, PrintStream progress) {
        int requests = settings.profile().choose(30, 1000, 1000);
        List<Long> seeds = settings.seedsOr(settings.profile().choose(2, 10, 20));
        List<String> solvers = new ArrayList<>();
        if (settings.peers()) {
            solvers.add(NodeRanking.NAME);
        }
        solvers.addAll(settings.algorithmsOr(USUAL));
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms().withoutBounds();
        List<List<String>> data = new ArrayList<>();
        Findings.Builder findings = Findings.builder("Online admission", text(requests, seeds));
        for (Case each : cases(settings)) {
            List<Outcome> outcomes = new ArrayList<>();
            for (String solver : solvers) {
                List<Result> results = new ArrayList<>();
                for (long seed : seeds) {
                    progress.println("admission " + each.name() + ", " + solver + ", seed " + seed);
                    SearchLimits limits = new SearchLimits(DEADLINE, seed, 0, OptionalLong.empty());
                    Result result = new AdmissionRun(Placer.named(solver, engine), OBJECTIVE, limits, 0)
                            .run(each.topology(), requests, each.rate(), seed);
                    results.add(result);
                    data.add(row(each, solver, seed, result));
                }
                outcomes.add(new Outcome(solver, results));
            }
            findings.add(table(each, outcomes)).add(chart(each, outcomes));
            outcomes.stream()
                    .filter(outcome -> !outcome.solver().equals(NodeRanking.NAME))
                    .forEach(outcome -> addLosses(each, outcome, findings));
        }
        return findings.addData(new Table(
                        "runs",
                        "Every run",
                        List.of(
                                "network",
                                "solver",
                                "seed",
                                "requests",
                                "accepted",
                                "revenue",
                                "cost",
                                "wall_s",
                                "cpu_s"),
                        data))
                .build();
    }

    private static String text(int requests, List<Long> seeds) {
        return """
                How many requests are admitted, and what do they cost, if each must be placed when it arrives? Networks, distributions and measures
                are those of the Virne benchmark of virtual network embedding: %d requests of 2 to 10 microservices, all in different regions,
                each reserved in an inventory and released when it leaves; revenue is the CPU and bandwidth asked for, cost counts
                bandwidth once for each link on the way. Measured rows are means over %d seeds with the 95 %% confidence interval
                of Student's t distribution. Rows that say *published* are Table 3 of the paper (NRM-Rank and PL-Rank rank nodes, the third is the
                best learned solver of that network): the same distributions, but other draws and other hardware, so that their times say
                little here. `nrm-rank` is NRM-Rank written again, which shows how hard our draws are. The objective is %s, the deadline of a
                request %d ms; CPU time is that of the whole process.""".formatted(requests, seeds.size(), OBJECTIVE, DEADLINE.toMillis());
    }

    private static List<Case> cases(StudySettings settings) {
        List<Case> cases = new ArrayList<>();
        settings.network().ifPresent(file -> {
            Infrastructure topology = Instances.file(file, ImportOptions.defaults());
            // As many arrivals for each region as in the first setting.
            double rate =
                    AdmissionSetting.WX100.rate() / 100 * topology.regions().size();
            cases.add(new Case("own", String.valueOf(file.getFileName()), topology, rate, List.of()));
        });
        for (AdmissionSetting setting : settings.profile()
                .choose(
                        List.of(AdmissionSetting.GEANT),
                        List.of(AdmissionSetting.values()),
                        List.of(AdmissionSetting.values()))) {
            cases.add(new Case(
                    setting.name().toLowerCase(Locale.ROOT),
                    setting.name(),
                    setting.topology(),
                    setting.rate(),
                    setting.published()));
        }
        return cases;
    }

    private static List<String> row(Case each, String solver, long seed, Result result) {
        return List.of(
                each.name(),
                solver,
                String.valueOf(seed),
                String.valueOf(result.requests()),
                String.valueOf(result.accepted()),
                String.valueOf(result.revenue()),
                String.valueOf(result.cost()),
                String.format(Locale.ROOT, "%.6f", result.seconds()),
                String.format(Locale.ROOT, "%.6f", result.cpuSeconds()));
    }

    private static Table table(Case each, List<Outcome> outcomes) {
        List<List<String>> rows = new ArrayList<>();
        for (Published row : each.published()) {
            rows.add(List.of(
                    "published: " + row.solver(),
                    String.format(Locale.ROOT, "%.1f", row.acceptedPercent()),
                    String.format(Locale.ROOT, "%.2f", row.revenueOverCost()),
                    String.format(Locale.ROOT, "%.0f", 1000 * row.seconds()),
                    ""));
        }
        for (Outcome outcome : outcomes) {
            rows.add(List.of(
                    outcome.solver(),
                    outcome.mean(Result::acceptedPercent).text(1),
                    outcome.mean(Result::revenueOverCost).text(3),
                    outcome.mean(Result::millisPerRequest).text(1),
                    outcome.mean(Result::cpuMillisPerRequest).text(1)));
        }
        return new Table(
                each.key(),
                "%s: %d regions, %d links, %s arrivals in a unit of time"
                        .formatted(
                                each.name(),
                                each.topology().regions().size(),
                                each.topology().links().size(),
                                Spread.text(each.rate())),
                List.of("solver", "accepted %", "revenue / cost", "ms a request", "cpu ms a request"),
                rows);
    }

    private static Chart chart(Case each, List<Outcome> outcomes) {
        List<Series> series = new ArrayList<>();
        for (Published row : each.published()) {
            series.add(new Series(
                    row.solver().replaceFirst(",.*", "") + ", published",
                    Style.MARKERS,
                    List.of(Point.of(row.acceptedPercent(), row.revenueOverCost()))));
        }
        for (Outcome outcome : outcomes) {
            Mean ratio = outcome.mean(Result::revenueOverCost);
            double half = Double.isInfinite(ratio.halfWidth()) ? 0 : ratio.halfWidth();
            series.add(new Series(
                    outcome.solver(),
                    Style.MARKERS,
                    List.of(new Point(
                            outcome.mean(Result::acceptedPercent).value(),
                            ratio.value(),
                            ratio.value() - half,
                            ratio.value() + half))));
        }
        return new Chart(
                each.key(),
                "Admission on " + each.name() + ": up and to the right is better",
                Axis.linear("requests accepted, %"),
                Axis.linear("revenue / cost"),
                series);
    }

    private static void addLosses(Case each, Outcome outcome, Findings.Builder findings) {
        Mean accepted = outcome.mean(Result::acceptedPercent);
        Mean ratio = outcome.mean(Result::revenueOverCost);
        Map<String, String> lost = new TreeMap<>();
        for (Published row : each.published()) {
            if (accepted.value() < row.acceptedPercent()) {
                lost.put(
                        row.solver() + " accepted",
                        "%.1f %%, %s %s %%".formatted(row.acceptedPercent(), outcome.solver(), accepted.text(1)));
            }
            if (ratio.value() < row.revenueOverCost()) {
                lost.put(
                        row.solver() + " has revenue / cost",
                        "%.2f, %s %s".formatted(row.revenueOverCost(), outcome.solver(), ratio.text(3)));
            }
        }
        lost.forEach((what, amounts) -> findings.addLoss("%s: published %s %s.".formatted(each.name(), what, amounts)));
    }
}
