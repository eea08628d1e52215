package io.fogatlas.benchmarks;

import io.fogatlas.benchmarks.report.Findings;
import io.fogatlas.benchmarks.report.Findings.Attachment;
import io.fogatlas.benchmarks.report.Spread;
import io.fogatlas.benchmarks.report.Study;
import io.fogatlas.benchmarks.report.StudySettings;
import io.fogatlas.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The JMH benchmarks with the profiler of allocations and garbage collection; their results are kept to be compared with later ones. */
public final class SpeedStudy implements Study {
    private static final List<Class<?>> ALL = List.of(
            PlacementBenchmark.class,
            LocalSearchBenchmark.class,
            VerificationBenchmark.class,
            RoutingBenchmark.class,
            InventoryBenchmark.class);
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String USUAL = "greedy";

    /** Made by the service loader. */
    public SpeedStudy() {}

    @Override
    public String key() {
        return "speed";
    }

    @Override
    public Findings run(StudySettings settings, PrintStream progress) throws IOException {
        Path json = Files.createTempFile("speed", ".json");
        try {
            Collection<RunResult> results = new Runner(options(settings, json).build()).run();
            return findings(results, Files.readString(json));
        } catch (RunnerException failed) {
            throw new IOException("The JMH benchmarks failed: " + failed.getMessage(), failed);
        } finally {
            Files.delete(json);
        }
    }

    private static ChainedOptionsBuilder options(StudySettings settings, Path json) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString())
                .param("algorithm", settings.algorithmsOr(USUAL).toArray(String[]::new));
        return switch (settings.profile()) {
            case SHORT ->
                options.include(PlacementBenchmark.class.getName() + ".compile")
                        .param("problem", "shop-roomy")
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(200))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.milliseconds(200));
            case STANDARD ->
                all(options)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1));
            case LONG -> all(options).forks(5);
        };
    }

    private static ChainedOptionsBuilder all(ChainedOptionsBuilder options) {
        ALL.forEach(each -> options.include(each.getName() + "\\."));
        return options;
    }

    private static Findings findings(Collection<RunResult> results, String json) {
        List<List<String>> rows = new ArrayList<>();
        for (RunResult result : results) {
            Result<?> primary = result.getPrimaryResult();
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            BenchmarkParams params = result.getParams();
            rows.add(List.of(
                    name(params.getBenchmark()),
                    params.getParamsKeys().stream()
                            .map(key -> key + "=" + params.getParam(key))
                            .collect(Collectors.joining(" ")),
                    Spread.text(primary.getScore()),
                    Double.isNaN(primary.getScoreError()) ? "" : Spread.text(primary.getScoreError()),
                    primary.getScoreUnit(),
                    allocated == null ? "" : Spread.text(allocated.getScore())));
        }
        Table table = new Table(
                "jmh",
                "JMH: mean and half of its 99.9 % confidence interval",
                List.of("benchmark", "parameters", "score", "±", "unit", "allocated bytes an operation"),
                rows);
        return Findings.builder("Speed", """
                        How fast are the parts? `PlacementBenchmark.place` is the way from a request to a verified decision (goals: 2 ms for
                        `shop-…`, 200 ms for `tree-…`), `compile` the first step of it; `LocalSearchBenchmark` counts units of work a second;
                        `VerificationBenchmark` checks a placement; `RoutingBenchmark` finds a path; `InventoryBenchmark` reserves, releases and
                        takes snapshots in memory. Units with `ops/` are better if higher, those with `/op` if lower. Two runs are compared by
                        `java -cp benchmarks.jar io.fogatlas.benchmarks.report.CompareRuns OLD/speed.json NEW/speed.json`.""")
                .add(table)
                .add(new Attachment("speed.json", json))
                .build();
    }

    private static String name(String benchmark) {
        return benchmark.replaceFirst("^.*\\.([^.]+\\.[^.]+)$", "$1");
    }
}
