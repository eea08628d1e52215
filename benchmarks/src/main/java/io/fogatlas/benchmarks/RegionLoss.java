package io.fogatlas.benchmarks;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.change.Consequence;
import io.fogatlas.placement.change.Consequences;
import io.fogatlas.placement.change.Event;
import io.fogatlas.placement.change.Running;
import io.fogatlas.placement.change.Scenario;
import io.fogatlas.placement.change.WhatIf;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Measures how much faster it is to place again what one region's loss breaks than to place all 200 applications anew on what is left.
 *
 * <p>200 trees of 8 microservices, each fed by sensors, on 1,000 regions and 2,500 links. Regions that run replicas are lost one at a time;
 * medians of processor time over all of them, in one run on one thread, after warming up.
 */
public final class RegionLoss {
    private static final int APPLICATIONS = 200;
    private static final int SERVICES = 8;
    private static final int REGIONS = 1_000;
    private static final int LINKS = 2_500;
    private static final int LOST = 60;
    private static final int ROUNDS = 3;

    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
    private final PlacementAlgorithm algorithm;
    private final Infrastructure infrastructure =
            new RandomNetwork(REGIONS, LINKS, 2_000, 200_000, 1_000, 1).generate();
    private final List<Application> applications = new ArrayList<>();
    private final Objective objective = Objective.parse("network=1,latency=0.001,migration=1000");

    private RegionLoss(String algorithm) {
        this.algorithm = engine.algorithm(algorithm);
        for (int number = 0; number < APPLICATIONS; number++) {
            applications.add(named(Applications.tree(SERVICES, REGIONS, number), "tree" + number));
        }
    }

    private static Application named(Application application, String name) {
        return new Application(
                ApplicationId.of(name),
                application.endpoints(),
                application.microservices(),
                application.flows(),
                application.chains());
    }

    /**
     * Runs the measurement and prints it.
     *
     * @param arguments the algorithm; greedy if none is given
     */
    public static void main(String[] arguments) {
        new RegionLoss(arguments.length > 0 ? arguments[0] : "greedy").run();
    }

    private void run() {
        List<Running> running = List.of();
        long placing = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpuNanos();
            running = placeAll(infrastructure);
            placing = cpuNanos() - start;
        }
        long start = cpuNanos();
        WhatIf whatIf =
                new WhatIf(engine, algorithm, infrastructure, Occupancy.NONE, running, objective, SearchLimits.DEFAULT);
        long checking = cpuNanos() - start;
        List<String> lost = regions(running);
        long[] again = new long[lost.size()];
        long[] broken = new long[lost.size()];
        long[] placed = new long[lost.size()];
        long moved = 0;
        long unplaced = 0;
        for (int round = 0; round < ROUNDS; round++) {
            moved = 0;
            unplaced = 0;
            for (int number = 0; number < again.length; number++) {
                start = cpuNanos();
                Consequences consequences = whatIf.of(Scenario.of(new Event.RegionDown(lost.get(number))));
                again[number] = cpuNanos() - start;
                placed[number] = consequences.broken().stream()
                        .filter(each -> each.decision().isPlaced())
                        .count();
                broken[number] = consequences.broken().size();
                moved += consequences.broken().stream()
                        .mapToLong(Consequence::replicasMoved)
                        .sum();
                unplaced += consequences.broken().stream()
                        .filter(each -> !each.decision().isPlaced())
                        .count();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d of %d applications placed anew in %.0f ms; what runs checked and indexed in %.0f ms%n",
                running.size(),
                APPLICATIONS,
                placing / 1e6,
                checking / 1e6);
        System.out.printf(
                Locale.ROOT,
                "one of %d regions lost: %.2f ms (median; from %.2f to %.2f), %d applications broken (median; from %d to %d),"
                        + " %.1f replicas moved on average, %d applications without a place%n",
                again.length,
                median(again) / 1e6,
                Arrays.stream(again).min().orElse(0) / 1e6,
                Arrays.stream(again).max().orElse(0) / 1e6,
                median(broken),
                Arrays.stream(broken).min().orElse(0),
                Arrays.stream(broken).max().orElse(0),
                moved / (double) again.length,
                unplaced);
        tell("over all regions lost", placing, again);
        for (int atLeast = 0, next = 1; atLeast < APPLICATIONS; atLeast = next, next *= 5) {
            int from = atLeast;
            int to = next;
            tell(
                    "where %d to %d applications are placed again".formatted(from, Math.min(to, APPLICATIONS + 1) - 1),
                    placing,
                    IntStream.range(0, again.length)
                            .filter(number -> placed[number] >= from && placed[number] < to)
                            .mapToLong(number -> again[number])
                            .toArray());
        }
    }

    private static void tell(String where, long placing, long[] again) {
        if (again.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "placing all anew takes %.0f times as long %s (median of %d; by the mean %.0f times)%n",
                    placing / (double) median(again),
                    where,
                    again.length,
                    placing / Arrays.stream(again).average().orElse(1));
        }
    }

    private List<Running> placeAll(Infrastructure where) {
        List<Running> running = new ArrayList<>();
        Occupancy taken = Occupancy.NONE;
        for (Application application : applications) {
            PlacementRequest request = PlacementRequest.builder(where, application)
                    .occupancy(taken)
                    .build();
            Decision decision = engine.place(request, algorithm);
            if (decision.placement().isPresent()) {
                Placement placement = decision.placement().get();
                running.add(new Running(application, placement));
                taken = taken.with(application.id(), Holding.of(where, application, placement));
            }
        }
        return running;
    }

    /** Regions that run replicas, spread over all of them. */
    private static List<String> regions(List<Running> running) {
        Set<String> all = new TreeSet<>();
        for (Running each : running) {
            for (List<Assignment> in : each.placement().assignments().values()) {
                in.forEach(assignment -> all.add(assignment.region()));
            }
        }
        List<String> sorted = new ArrayList<>(all);
        List<String> some = new ArrayList<>();
        for (int number = 0; number < Math.min(LOST, sorted.size()); number++) {
            some.add(sorted.get(number * sorted.size() / Math.min(LOST, sorted.size())));
        }
        return some;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
