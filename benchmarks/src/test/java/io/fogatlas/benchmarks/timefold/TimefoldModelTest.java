package io.fogatlas.benchmarks.timefold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import io.fogatlas.benchmarks.Applications;
import io.fogatlas.benchmarks.ProofShape;
import io.fogatlas.benchmarks.TimedPlacement;
import io.fogatlas.benchmarks.instances.Instances;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.Truth;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TimefoldModelTest {
    @ParameterizedTest
    @EnumSource(TimefoldModel.class)
    void findsTheOptimumOfTinyRequests(TimefoldModel model) {
        int optima = 0;
        for (long seed = 1; seed <= 5; seed++) {
            PlacementRequest request = ProofShape.LOOSE.request(5, 3, seed);

            List<TimedPlacement> found = model.solve(request, Duration.ofMillis(150), seed);

            if (BruteForce.solve(request, 3_000_000) instanceof Truth.Optimum optimum) {
                optima++;
                assertThat(score(request, found.get(found.size() - 1)))
                        .isCloseTo(optimum.score().value(), within(1e-9));
            } else {
                assertThat(found).isEmpty();
            }
        }
        assertThat(optima).isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource(TimefoldModel.class)
    void keepsItsScoreRightAfterEachMove(TimefoldModel model) {
        PlacementRequest request = ProofShape.TIGHT.request(12, 8, 1);

        List<TimedPlacement> found = model.solve(request, Duration.ofMillis(300), 1, EnvironmentMode.FULL_ASSERT);

        assertThat(found).allSatisfy(each -> assertThat(score(request, each)).isPositive());
    }

    @ParameterizedTest
    @EnumSource(TimefoldModel.class)
    void placesTheShopOnARealNetworkBetterAndBetter(TimefoldModel model) {
        Infrastructure infrastructure =
                Instances.named("geant2010").infrastructure(500).with(ExternalEndpoint.of("users", "n003"));
        PlacementRequest request =
                PlacementRequest.of(infrastructure, Applications.onlineBoutique(100_000_000, 20_000, "users"));

        List<TimedPlacement> found = model.solve(request, Duration.ofMillis(400), 1);

        assertThat(found).isNotEmpty();
        double before = Double.POSITIVE_INFINITY;
        for (TimedPlacement each : found) {
            double score = score(request, each);
            assertThat(score).isLessThan(before);
            before = score;
        }
    }

    @Test
    void findsNothingWhereAMicroserviceFitsNowhere() {
        Infrastructure infrastructure = Instances.named("abilene").infrastructure(50);
        PlacementRequest request =
                PlacementRequest.of(infrastructure, Applications.onlineBoutique(1_000_000, 20_000, ""));

        assertThat(TimefoldModel.STREAMS.solve(request, Duration.ofSeconds(5), 1))
                .isEmpty();
    }

    private static double score(PlacementRequest request, TimedPlacement found) {
        Verification verification = PlacementVerifier.verify(request, found.placement());
        assertThat(verification.violations()).isEmpty();
        return verification.score().map(Score::value).orElseThrow();
    }
}
