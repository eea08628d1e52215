package io.fogatlas.placement.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.arbitraries.ApplicationFeature;
import io.fogatlas.model.arbitraries.Applications;
import io.fogatlas.model.arbitraries.InfrastructureFeature;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.testkit.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Reporter;

/** Measures how far local search is from the optimum and from greedy, where something has to be paid for at all. */
final class LocalSearchQualityProperties {
    private static final int INSTANCES = 200;
    private static final double MOST_ON_AVERAGE = 1.01;
    private static final double LEAST_FOUND = 0.99;
    private static final double ROUNDING = 1e-9;
    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
    private final Budget budget = Budget.of(20_000);

    @Example
    void isWithinOnePercentOfTheOptimumOnAverage(Reporter reporter) {
        measure(
                "default objective, any kind",
                RequestArbitraries.small().map(request -> budget.given(request, Objective.DEFAULT)),
                reporter);
    }

    @Example
    void isWithinOnePercentOfTheOptimumOnAverageForAnyObjective(Reporter reporter) {
        measure("any objective, any kind", RequestArbitraries.small().map(budget::given), reporter);
    }

    /** Endpoints far apart, and nodes that are too small for all: the placement has to spread. */
    @Example
    void isWithinOnePercentOfTheOptimumOnAverageWhereItMustSpread(Reporter reporter) {
        Scenarios spread = new Scenarios(
                Infrastructures.ANY
                        .regions(3, 5)
                        .nodesPerRegion(2)
                        .only(InfrastructureFeature.PARALLEL_LINKS, InfrastructureFeature.EXTENDED_RESOURCES),
                Applications.ANY
                        .microservices(3, 5)
                        .furtherFlows(3)
                        .only(
                                ApplicationFeature.ENDPOINTS,
                                ApplicationFeature.REPLICAS,
                                ApplicationFeature.MIPS,
                                ApplicationFeature.LATENCY_BOUNDS,
                                ApplicationFeature.CHAINS),
                /* occupied= */ false);
        measure(
                "default objective, spread",
                RequestArbitraries.of(spread).map(request -> budget.given(request, Objective.DEFAULT)),
                reporter);
    }

    private void measure(String what, Arbitrary<PlacementRequest> requests, Reporter reporter) {
        RandomGenerator<PlacementRequest> generator = requests.generator(INSTANCES);
        Random random = new Random(2027);
        List<Double> ratios = new ArrayList<>();
        int feasible = 0;
        int dearer = 0;
        while (ratios.size() < INSTANCES) {
            PlacementRequest request = generator.next(random).value();
            if (BruteForce.solve(request) instanceof Truth.Optimum optimum
                    && optimum.score().value() > 0) {
                feasible++;
                double found = value(engine.place(request, "local-search"));
                double greedy = value(engine.place(request, "greedy"));
                assertThat(found).isLessThanOrEqualTo(greedy * (1 + ROUNDING));
                if (found < Double.POSITIVE_INFINITY) {
                    double ratio = found / optimum.score().value();
                    assertThat(ratio).isGreaterThanOrEqualTo(1 - ROUNDING);
                    ratios.add(ratio);
                    dearer += ratio > 1 + ROUNDING ? 1 : 0;
                }
            }
        }
        double average = ratios.stream().mapToDouble(ratio -> ratio).average().orElseThrow();
        double worst = ratios.stream().mapToDouble(ratio -> ratio).max().orElseThrow();
        reporter.publishValue(
                "local search against the optimum, " + what,
                String.format(
                        Locale.ROOT,
                        "average %.4f, worst %.4f, %d of %d not optimal, %d of %d feasible requests placed",
                        average,
                        worst,
                        dearer,
                        ratios.size(),
                        ratios.size(),
                        feasible));
        assertThat(average).isLessThanOrEqualTo(MOST_ON_AVERAGE);
        assertThat((double) ratios.size() / feasible).isGreaterThanOrEqualTo(LEAST_FOUND);
    }

    private static double value(Decision decision) {
        return decision.score().isPresent() ? decision.score().get().value() : Double.POSITIVE_INFINITY;
    }
}
