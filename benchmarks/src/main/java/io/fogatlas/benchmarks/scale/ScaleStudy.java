package io.fogatlas.benchmarks.scale;

import io.fogatlas.benchmarks.report.Chart;
import io.fogatlas.benchmarks.report.Chart.Axis;
import io.fogatlas.benchmarks.report.Chart.Point;
import io.fogatlas.benchmarks.report.Chart.Series;
import io.fogatlas.benchmarks.report.Chart.Style;
import io.fogatlas.benchmarks.report.Findings;
import io.fogatlas.benchmarks.report.PowerLaw;
import io.fogatlas.benchmarks.report.Spread;
import io.fogatlas.benchmarks.report.Study;
import io.fogatlas.benchmarks.report.StudySettings;
import io.fogatlas.benchmarks.report.Table;
import io.fogatlas.benchmarks.scale.ScaleRun.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Time and memory of a placement against the number of regions and of microservices, each in a JVM of its own. */
public final class ScaleStudy implements Study {
    private static final String[] USUAL = {"greedy"};
    private static final int HEAP_MEGABYTES = 3072;
    private static final int LEAST_HEAP = 16;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    private static final int GOAL_REGIONS = 10_000;
    private static final int GOAL_SERVICES = 1_000;
    private static final double GOAL_SECONDS = 5;
    private static final double GOAL_MEBIBYTES = 1024;
    private static final double NEAR_LINEAR = 1.2;

    /** How large, how often, and how long each may take. */
    private record Plan(
            List<Integer> regions,
            int fixedServices,
            List<Integer> services,
            int fixedRegions,
            int repeats,
            int limit,
            int warmMillis) {}

    private static final Plan SHORT = new Plan(List.of(50, 100, 200), 50, List.of(20, 50), 100, 1, 30, 50);
    private static final Plan STANDARD =
            new Plan(List.of(100, 1000, 10_000, 100_000), 1000, List.of(100, 1000, 10_000), 10_000, 5, 120, 1000);
    private static final Plan LONG =
            new Plan(List.of(100, 1000, 10_000, 100_000), 1000, List.of(100, 1000, 10_000), 100_000, 9, 600, 3000);

    /** The measurements of one algorithm at one size. */
    private record Measured(ScaleRun size, List<Result> results, String leastHeap) {
        Spread spread(ToDoubleFunction<Result> value) {
            return Spread.of(results.stream().mapToDouble(value).toArray());
        }
    }

    /** Made by the service loader. */
    public ScaleStudy() {}

    @Override
    public String key() {
        return "scale";
    }

    @Override
    public Findings run(StudySettings settings, PrintStream progress) throws IOException, InterruptedException {
        Plan plan = settings.profile().choose(SHORT, STANDARD, LONG);
        long seed = settings.seedsOr(1).get(0);
        Findings.Builder findings = Findings.builder("Scale", text(plan, seed));
        List<List<String>> sizes = new ArrayList<>();
        List<List<String>> laws = new ArrayList<>();
        List<List<String>> runs = new ArrayList<>();
        Map<String, List<Measured>> byRegions = new LinkedHashMap<>();
        Map<String, List<Measured>> byServices = new LinkedHashMap<>();
        for (String algorithm : settings.algorithmsOr(USUAL)) {
            Map<ScaleRun, Measured> done = new LinkedHashMap<>();
            for (int regions : plan.regions()) {
                measure(
                        new ScaleRun(regions, plan.fixedServices(), algorithm, seed, plan.limit()),
                        plan,
                        done,
                        progress);
            }
            for (int services : plan.services()) {
                measure(
                        new ScaleRun(plan.fixedRegions(), services, algorithm, seed, plan.limit()),
                        plan,
                        done,
                        progress);
            }
            List<Measured> all = List.copyOf(done.values());
            byRegions.put(
                    algorithm,
                    all.stream()
                            .filter(each -> each.size().services() == plan.fixedServices())
                            .toList());
            byServices.put(
                    algorithm,
                    all.stream()
                            .filter(each -> each.size().regions() == plan.fixedRegions())
                            .toList());
            all.forEach(each -> sizes.add(row(each)));
            all.forEach(each -> each.results().forEach(result -> runs.add(row(each.size(), result))));
            addLaw(laws, algorithm, "regions", byRegions, findings);
            addLaw(laws, algorithm, "microservices", byServices, findings);
            all.forEach(each -> addLosses(each, findings));
        }
        findings.add(new Table(
                "sizes",
                "Time and memory of a placement",
                List.of(
                        "algorithm",
                        "regions",
                        "links",
                        "microservices",
                        "placed",
                        "median s",
                        "least–most s",
                        "median cpu s",
                        "warm cpu s",
                        "heap MiB",
                        "process MiB",
                        "runs with -Xmx"),
                sizes));
        findings.add(new Table(
                "exponents",
                "Fitted exponents: what grows with size^exponent, ± standard error",
                List.of("algorithm", "against", "warm CPU time", "first CPU time", "heap"),
                laws));
        addCharts("regions", "regions, with " + plan.fixedServices() + " microservices", byRegions, findings);
        addCharts("services", "microservices, on " + plan.fixedRegions() + " regions", byServices, findings);
        return findings.addData(new Table(
                        "runs",
                        "Every run",
                        List.of(
                                "algorithm",
                                "regions",
                                "links",
                                "microservices",
                                "placed",
                                "wall_s",
                                "cpu_s",
                                "warm_cpu_s",
                                "heap_bytes",
                                "resident_bytes"),
                        runs))
                .build();
    }

    private static String text(Plan plan, long seed) {
        return """
                How do time and memory grow with the size of the problem? Networks are `%s`, applications `%s` with tightness %s (CPU and
                bandwidth divided by it), seed %d. Each size is placed in %d JVMs of its own, from the request to the verified decision: first
                as a command that is run once does, with classes to load and code to compile, which is most of the time on small sizes; then again
                and again for some seconds (warm), as a service does. The table has medians over the JVMs; exponents are fitted to warm
                CPU time. Goals (%d regions × %d microservices in %s s and %s MiB) are judged by the CPU time of the first placement, which a
                clock on an idle machine does not exceed. Heap is the most in
                use after any garbage collection, process the most memory the system counts (VmHWM; the JVM may take up to %d MiB of heap
                before it collects), and the smallest of the heaps %d, %d, … MiB with which it runs is in the last column.""".formatted(
                        ScaleRun.NETWORK.key(),
                        ScaleRun.APPLICATION.key(),
                        Spread.text(ScaleRun.TIGHTNESS),
                        seed,
                        plan.repeats(),
                        GOAL_REGIONS,
                        GOAL_SERVICES,
                        Spread.text(GOAL_SECONDS),
                        Spread.text(GOAL_MEBIBYTES),
                        HEAP_MEGABYTES,
                        LEAST_HEAP,
                        2 * LEAST_HEAP);
    }

    private static void measure(ScaleRun size, Plan plan, Map<ScaleRun, Measured> done, PrintStream progress)
            throws IOException, InterruptedException {
        if (done.containsKey(size)) {
            return;
        }
        List<Result> results = new ArrayList<>();
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            progress.println("scale " + size.algorithm() + ", " + size.regions() + " regions × " + size.services()
                    + " microservices, run " + (repeat + 1));
            Optional<Result> result = size.run(HEAP_MEGABYTES, plan.warmMillis());
            if (result.isEmpty()) {
                throw new IOException("A placement on " + size.regions() + " regions takes more than " + HEAP_MEGABYTES
                        + " MiB of heap.");
            }
            results.add(result.get());
        }
        done.put(size, new Measured(size, results, leastHeap(size, results)));
    }

    /** The smallest heap of 16, 32, … MiB with which it runs, tried from what was in use after collections on. */
    private static String leastHeap(ScaleRun size, List<Result> results) throws IOException, InterruptedException {
        double used = results.stream().mapToLong(Result::heapBytes).min().orElse(0) / BYTES_PER_MEBIBYTE;
        for (int heap = LEAST_HEAP; heap < HEAP_MEGABYTES; heap *= 2) {
            // With half of what was in use it cannot run.
            if (heap >= used / 2 && size.run(heap, 0).isPresent()) {
                return heap + " MiB";
            }
        }
        return HEAP_MEGABYTES + " MiB";
    }

    private static List<String> row(Measured each) {
        Spread wall = each.spread(Result::wallSeconds);
        return List.of(
                each.size().algorithm(),
                String.valueOf(each.size().regions()),
                String.valueOf(each.results().get(0).links()),
                String.valueOf(each.size().services()),
                each.results().stream().filter(Result::placed).count() + " of "
                        + each.results().size(),
                wall.middle(),
                wall.range(),
                each.spread(Result::cpuSeconds).middle(),
                each.spread(Result::warmCpuSeconds).middle(),
                each.spread(result -> result.heapBytes() / BYTES_PER_MEBIBYTE).middle(),
                each.spread(result -> result.residentBytes() / BYTES_PER_MEBIBYTE)
                        .middle(),
                each.leastHeap());
    }

    private static List<String> row(ScaleRun size, Result result) {
        return List.of(
                size.algorithm(),
                String.valueOf(size.regions()),
                String.valueOf(result.links()),
                String.valueOf(size.services()),
                String.valueOf(result.placed()),
                String.format(Locale.ROOT, "%.6f", result.wallSeconds()),
                String.format(Locale.ROOT, "%.6f", result.cpuSeconds()),
                String.format(Locale.ROOT, "%.6f", result.warmCpuSeconds()),
                String.valueOf(result.heapBytes()),
                String.valueOf(result.residentBytes()));
    }

    private static void addLaw(
            List<List<String>> laws,
            String algorithm,
            String against,
            Map<String, List<Measured>> measured,
            Findings.Builder findings) {
        List<Measured> sizes = measured.getOrDefault(algorithm, List.of());
        laws.add(List.of(
                algorithm,
                against,
                law(sizes, against, Result::warmCpuSeconds).text(),
                law(sizes, against, Result::cpuSeconds).text(),
                law(sizes, against, Result::heapBytes).text()));
        double steepest = steepest(sizes, against);
        if (steepest > NEAR_LINEAR) {
            findings.addLoss(String.format(
                    Locale.ROOT,
                    "%s: CPU time grows with the number of %s to the power of %.2f between two neighbouring sizes, which is not near linear.",
                    algorithm,
                    against,
                    steepest));
        }
    }

    /** The steepest rise between medians of neighbouring sizes, which a fit over all of them would flatten. */
    private static double steepest(List<Measured> sizes, String against) {
        return IntStream.range(1, sizes.size())
                .mapToDouble(at -> law(sizes.subList(at - 1, at + 1), against, Result::warmCpuSeconds)
                        .exponent())
                .max()
                .orElse(0);
    }

    private static PowerLaw law(List<Measured> sizes, String against, ToDoubleFunction<Result> value) {
        return PowerLaw.through(
                sizes.stream().mapToDouble(each -> sizeOf(each, against)).toArray(),
                sizes.stream().mapToDouble(each -> each.spread(value).median()).toArray());
    }

    private static double sizeOf(Measured each, String against) {
        return against.equals("regions") ? each.size().regions() : each.size().services();
    }

    private static void addCharts(
            String against, String axis, Map<String, List<Measured>> measured, Findings.Builder findings) {
        String size = against.equals("regions") ? "regions" : "microservices";
        findings.add(chart(
                "first-" + against, "First placement of a JVM", axis, "CPU s", size, measured, Result::cpuSeconds));
        findings.add(chart(
                "warm-" + against, "Placement in a warm JVM", axis, "CPU s", size, measured, Result::warmCpuSeconds));
        findings.add(chart(
                "memory-" + against,
                "Heap of a placement",
                axis,
                "MiB in use after collections, at most",
                size,
                measured,
                result -> result.heapBytes() / BYTES_PER_MEBIBYTE));
    }

    private static Chart chart(
            String key,
            String title,
            String axis,
            String unit,
            String size,
            Map<String, List<Measured>> measured,
            ToDoubleFunction<Result> value) {
        List<Series> series = new ArrayList<>();
        measured.forEach((algorithm, sizes) -> {
            List<Point> points = new ArrayList<>();
            List<Point> fitted = new ArrayList<>();
            PowerLaw law = law(sizes, size, value);
            for (Measured each : sizes) {
                Spread spread = each.spread(value);
                points.add(new Point(sizeOf(each, size), spread.median(), spread.least(), spread.most()));
                fitted.add(Point.of(sizeOf(each, size), law.at(sizeOf(each, size))));
            }
            series.add(new Series(algorithm, Style.MARKED_LINE, points));
            series.add(new Series(algorithm + ": size^" + law.text(), Style.LINE, fitted));
        });
        return new Chart(key, title, Axis.logarithmic(axis), Axis.logarithmic(unit), series);
    }

    private static void addLosses(Measured each, Findings.Builder findings) {
        String name = each.size().algorithm() + ", " + each.size().regions() + " regions × "
                + each.size().services() + " microservices: ";
        long unplaced =
                each.results().stream().filter(result -> !result.placed()).count();
        if (unplaced > 0) {
            findings.addLoss(name + "no placement in " + unplaced + " of "
                    + each.results().size() + " runs.");
        }
        Spread time = each.spread(Result::cpuSeconds);
        Spread memory = each.spread(result -> result.residentBytes() / BYTES_PER_MEBIBYTE);
        boolean goal = each.size().regions() <= GOAL_REGIONS && each.size().services() <= GOAL_SERVICES;
        if (goal && time.median() > GOAL_SECONDS) {
            findings.addLoss(name + time.middle() + " CPU s, the goal is " + Spread.text(GOAL_SECONDS) + " s.");
        }
        if (goal && memory.median() > GOAL_MEBIBYTES) {
            findings.addLoss(name + memory.middle() + " MiB, the goal is " + Spread.text(GOAL_MEBIBYTES) + " MiB.");
        }
    }
}
