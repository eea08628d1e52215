package io.fogatlas.placement.greedy;

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

/** Measures how far greedy is from the optimum, on feasible requests in which something has to be paid for at all. */
final class GreedyQualityProperties {
    private static final int INSTANCES = 300;
    private static final double MOST_ON_AVERAGE = 1.10;
    private static final double LEAST_FOUND = 0.99;
    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();

    @Example
    void isWithinTenPercentOfTheOptimumOnAverage(Reporter reporter) {
        measure("default objective, any kind", RequestArbitraries.small().map(this::byDefault), reporter);
    }

    @Example
    void isWithinTenPercentOfTheOptimumOnAverageForAnyObjective(Reporter reporter) {
        measure("any objective, any kind", RequestArbitraries.small(), reporter);
    }

    /** Endpoints far apart, and nodes that are too small for all: the placement has to spread. */
    @Example
    void isWithinTenPercentOfTheOptimumOnAverageWhereItMustSpread(Reporter reporter) {
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
        measure("default objective, spread", RequestArbitraries.of(spread).map(this::byDefault), reporter);
    }

    private PlacementRequest byDefault(PlacementRequest request) {
        return new PlacementRequest(
                request.infrastructure(),
                request.application(),
                request.occupancy(),
                Objective.DEFAULT,
                request.current(),
                request.limits());
    }

    private void measure(String what, Arbitrary<PlacementRequest> requests, Reporter reporter) {
        RandomGenerator<PlacementRequest> generator = requests.generator(INSTANCES);
        Random random = new Random(2026);
        List<Double> ratios = new ArrayList<>();
        int feasible = 0;
        int dearer = 0;
        while (ratios.size() < INSTANCES) {
            PlacementRequest request = generator.next(random).value();
            if (BruteForce.solve(request) instanceof Truth.Optimum optimum
                    && optimum.score().value() > 0) {
                feasible++;
                Decision decision = engine.place(request, "greedy");
                if (decision.isPlaced()) {
                    double ratio = decision.score().orElseThrow().value()
                            / optimum.score().value();
                    ratios.add(ratio);
                    dearer += ratio > 1 + 1e-9 ? 1 : 0;
                }
            }
        }
        double average = ratios.stream().mapToDouble(ratio -> ratio).average().orElseThrow();
        double worst = ratios.stream().mapToDouble(ratio -> ratio).max().orElseThrow();
        reporter.publishValue(
                "greedy against the optimum, " + what,
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
}
