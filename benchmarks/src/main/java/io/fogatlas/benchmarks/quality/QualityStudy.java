package io.fogatlas.benchmarks.quality;

import io.fogatlas.benchmarks.ProofShape;
import io.fogatlas.benchmarks.instances.ApplicationShape;
import io.fogatlas.benchmarks.report.Findings;
import io.fogatlas.benchmarks.report.Study;
import io.fogatlas.benchmarks.report.StudySettings;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How good placements are after which time: our algorithms, baselines and peers on the same requests, in one JVM, one after the other. */
public final class QualityStudy implements Study {
    private static final String OURS = PlacementEngine.DEFAULT_ALGORITHM;
    private static final List<String> ALGORITHMS =
            List.of(OURS, "local-search", "ilp", "greedy", "random", "nearest", "first-fit");
    private static final long WARM_UP_SEED = 1_000_000;

    /** Made by {@link java.util.ServiceLoader}. */
    public QualityStudy() {}

    @Override
    public String key() {
        return "quality";
    }

    @Override
    public Findings run(StudySettings settings, PrintStream progress) {
        QualityPlan plan = QualityPlan.of(settings.profile());
        List<Runner> runners = runners(settings);
        List<Long> seeds = settings.seedsOr(plan.seeds());
        warmUp(runners, plan.warmUp(), progress);
        List<Case> kinds = new ArrayList<>(plan.cases());
        settings.network().map(Case::own).ifPresent(kinds::add);
        Race race = new Race();
        int turn = 0;
        for (Case kind : kinds) {
            for (int number = 0; number < seeds.size(); number++) {
                long seed = seeds.get(number);
                List<Duration> times = plan.times(number);
                progress.printf("quality: %s, seed %d, %s%n", kind.key(), seed, times.get(times.size() - 1));
                PlacementRequest request = kind.request().apply(seed);
                List<Runner> order = new ArrayList<>(runners);
                Collections.rotate(order, turn++);
                for (Runner runner : order) {
                    // What one leaves behind is not to be cleared away in the time of the next.
                    System.gc();
                    race.add(new Race.Entry(
                            kind.key(),
                            seed,
                            runner.name(),
                            times.get(times.size() - 1),
                            runner.run(request, seed, times)));
                }
            }
        }
        Findings.Builder findings = Findings.builder("Quality over time", text(plan, seeds));
        new QualityTables(race, runners, plan.times())
                .addTo(findings, runners.get(0).name());
        return findings.build();
    }

    private static List<Runner> runners(StudySettings settings) {
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
        List<String> names = settings.algorithms().isEmpty() ? ALGORITHMS : settings.algorithms();
        List<Runner> runners = new ArrayList<>();
        names.forEach(name -> runners.add(new Runner.Installed(engine, engine.algorithm(name))));
        if (settings.peers()) {
            runners.addAll(Runner.peers());
        }
        return runners;
    }

    /** Gives each runner the same time on requests that do not come again, for code to be compiled and libraries to be loaded. */
    private static void warmUp(List<Runner> runners, Duration time, PrintStream progress) {
        List<Case> kinds = List.of(
                Case.proof(ProofShape.LOOSE, 60, 15),
                Case.proof(ProofShape.TIGHT, 40, 12),
                Case.shops("abilene", 1, 500),
                Case.city(60, ApplicationShape.CYCLIC, 15, 10));
        for (Runner runner : runners) {
            progress.printf("quality: warming up %s%n", runner.name());
            long end = System.nanoTime() + time.toNanos();
            Duration each = time.dividedBy(kinds.size() * 2L);
            for (long seed = WARM_UP_SEED; System.nanoTime() < end; seed++) {
                Case kind = kinds.get((int) (seed % kinds.size()));
                runner.run(kind.request().apply(seed), seed, List.of(each));
            }
        }
    }

    private static String text(QualityPlan plan, List<Long> seeds) {
        return """
                Each runner is given the same requests, one at a time, in the same JVM on the same cores, in an order that rotates, after each was
                warmed up for %s s. Each placement counts when it was found and for what `PlacementVerifier` says it is worth; one that breaks a rule
                does not count. The time of our algorithms is that of everything: compiling the request, searching, verifying. Peers are given for
                free what a service would do once, writing the textbook model, and turning answers into placements.

                Peers: Timefold 1.32.0 (Apache-2.0) with constraint streams and its default phases (`timefold-streams`), with an incremental score
                calculator and the same (`timefold-incremental`), and with that and moves made for placement (`timefold-tuned`): to a region of or
                near a partner, alone or with it. Its model: a region for each microservice among those that have room for it and that its endpoints
                reach in time, one of %s paths for each flow; microservices are placed outward from the endpoints. CP-SAT (two workers), SCIP and HiGHS
                (one thread) solve the textbook's integer program without what is out of reach; SCIP and HiGHS tell no placements on the way, so
                they run anew for each time, and may be late by a fifth.

                Seeds: %s, each another request of its kind. All run for %s s at least, the first %s for %s s. Two scores are equal if they differ by
                no more than 10⁻⁹ of them.""".formatted(
                        seconds(plan.warmUp()), 8, seeds, seconds(plan.usual()), plan.deep(), seconds(plan.longest()));
    }

    private static String seconds(Duration time) {
        return String.valueOf(time.toMillis() / 1e3);
    }
}
