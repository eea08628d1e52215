package io.fogatlas.placement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.arbitraries.Applications;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The oracle and the verifier, which share nothing, agree. */
final class BruteForceProperties {
    private static final Scenarios TINY = new Scenarios(
            Infrastructures.ANY.regions(1, 3).nodesPerRegion(2),
            Applications.ANY.microservices(1, 2).furtherFlows(1),
            /* occupied= */ true);

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Provide
    Arbitrary<PlacementRequest> tinyRequests() {
        return RequestArbitraries.of(TINY);
    }

    @Property(tries = 1000)
    @StatisticsReport(onFailureOnly = true)
    void itsOptimumKeepsEveryRuleAndScoresWhatItSays(@ForAll("requests") PlacementRequest request) {
        Truth truth = BruteForce.solve(request);
        if (truth instanceof Truth.Optimum optimum) {
            Verification verification = PlacementVerifier.verify(request, optimum.placement());

            assertThat(verification.violations()).isEmpty();
            assertThat(verification.score().orElseThrow().value())
                    .isCloseTo(optimum.score().value(), within(rounding(optimum)));
        }
        Statistics.label("truth").collect(truth.getClass().getSimpleName()).coverage(coverage -> {
            coverage.check("Optimum").percentage(share -> share > 30);
            coverage.check("Infeasible").percentage(share -> share > 30);
            coverage.check("TooLarge").percentage(share -> share < 1);
        });
    }

    @Property(tries = 200)
    @StatisticsReport(onFailureOnly = true)
    void noPlacementTheVerifierAcceptsIsBetter(@ForAll("tinyRequests") PlacementRequest request) {
        Truth truth = BruteForce.solve(request);
        double[] least = {Double.POSITIVE_INFINITY};
        boolean complete = true;
        try {
            new EveryPlacement(request, new Work(8_000))
                    .forEach(placement -> PlacementVerifier.verify(request, placement)
                            .score()
                            .ifPresent(score -> least[0] = Math.min(least[0], score.value())));
        } catch (Work.ExceededException tooMuch) {
            complete = false;
        }

        if (truth instanceof Truth.Optimum optimum) {
            assertThat(least[0]).isGreaterThanOrEqualTo(optimum.score().value() - rounding(optimum));
            if (complete) {
                assertThat(least[0]).isCloseTo(optimum.score().value(), within(rounding(optimum)));
            }
        } else {
            assertThat(truth).isEqualTo(new Truth.Infeasible());
            assertThat(least[0]).isInfinite();
        }
        Statistics.label("all placements judged")
                .collect(complete)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 70));
    }

    @Property(tries = 100)
    void saysWhenARequestIsTooLarge(@ForAll("requests") PlacementRequest request) {
        assertThat(BruteForce.solve(request, 0)).isEqualTo(new Truth.TooLarge(1));
    }

    private static double rounding(Truth.Optimum optimum) {
        return 1e-9 * Math.max(1, optimum.score().value());
    }
}
