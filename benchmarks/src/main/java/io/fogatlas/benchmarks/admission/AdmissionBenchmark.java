package io.fogatlas.benchmarks.admission;

import io.fogatlas.benchmarks.Settings;
import io.fogatlas.benchmarks.admission.AdmissionRun.Result;
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
import java.util.function.ToDoubleFunction;

/**
 * Admits requests that come and go, with the networks, distributions and measures of the Virne benchmark of virtual network embedding, and prints
 * acceptance and revenue over cost beside what was published: the same distributions, but other draws and other hardware.
 *
 * <p>{@code java -cp benchmarks.jar io.fogatlas.benchmarks.admission.AdmissionBenchmark --setting wx100 --seeds 0-9}
 */
public final class AdmissionBenchmark {
    static final Map<String, String> DEFAULTS = Map.of(
            "setting", "wx100",
            "rate", "",
            "requests", "1000",
            "seeds", "0-9",
            "algorithms", "greedy,local-search",
            "objective", "network=1",
            "millis", "1000",
            "work", "0",
            "least-ratio", "0");

    private AdmissionBenchmark() {}

    /**
     * Runs the benchmark and prints Markdown.
     *
     * @param args pairs of an option and its value: {@code --setting} (wx100, geant or brain), {@code --rate} (arrivals in a unit of time,
     *     instead of the setting's), {@code --requests}, {@code --seeds} (the first and the last), {@code --algorithms} (installed ones, or {@code
     *     nrm-rank}, a baseline of the published table), {@code --objective},
     *     {@code --millis} (the deadline of a request), {@code --work} (a work budget of a request that makes results repeatable; 0 for
     *     none), {@code --least-ratio} (a placement whose revenue over cost is below this is not taken)
     */
    public static void main(String[] args) {
        try {
            run(Settings.read(args, DEFAULTS), System.out);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    static void run(Settings settings, PrintStream out) {
        AdmissionSetting setting = AdmissionSetting.named(settings.text("setting"));
        double rate = settings.text("rate").isEmpty() ? setting.rate() : settings.decimal("rate", 1e-6, 1000);
        int requests = settings.number("requests", 1);
        int[] seeds = settings.range("seeds");
        int work = settings.number("work", 0);
        Duration deadline = Duration.ofMillis(settings.number("millis", 1));
        Objective objective = Objective.parse(settings.text("objective"));
        double leastRatio = settings.decimal("least-ratio", 0, 1);
        out.printf(
                Locale.ROOT,
                "## %s, %d requests, %s a unit of time, seeds %d to %d, objective %s%n%n",
                setting,
                requests,
                rate,
                seeds[0],
                seeds[1],
                objective);
        out.println("| solver | accepted % | revenue / cost | ms a request |");
        out.println("|---|--:|--:|--:|");
        for (AdmissionSetting.Published row : setting.published()) {
            out.printf(
                    Locale.ROOT,
                    "| published: %s | %.2f | %.2f | |%n",
                    row.solver(),
                    row.acceptedPercent(),
                    row.revenueOverCost());
        }
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms().withoutBounds();
        for (String algorithm : settings.list("algorithms")) {
            Placer placer = Placer.named(algorithm, engine);
            List<Result> results = new ArrayList<>();
            for (long seed = seeds[0]; seed <= seeds[1]; seed++) {
                SearchLimits limits =
                        new SearchLimits(deadline, seed, 0, work == 0 ? OptionalLong.empty() : OptionalLong.of(work));
                AdmissionRun run = new AdmissionRun(placer, objective, limits, leastRatio);
                results.add(run.run(setting.topology(), requests, rate, seed));
            }
            out.printf(
                    "| %s | %s | %s | %s |%n",
                    algorithm,
                    mean(results, Result::acceptedPercent).text(1),
                    mean(results, Result::revenueOverCost).text(3),
                    mean(results, Result::millisPerRequest).text(1));
        }
    }

    private static Mean mean(List<Result> results, ToDoubleFunction<Result> measure) {
        return Mean.of(results.stream().mapToDouble(measure).toArray());
    }
}
