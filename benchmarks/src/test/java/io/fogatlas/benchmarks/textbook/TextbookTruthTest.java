package io.fogatlas.benchmarks.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.benchmarks.ProofShape;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.Truth;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every solver finds the textbook model's optimum, and it is what trying everything says. */
final class TextbookTruthTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    static List<TextbookSolver> solvers() {
        return TextbookSolver.all();
    }

    static Stream<Arguments> solversAndShapes() {
        return TextbookSolver.all().stream()
                .flatMap(solver -> Stream.of(ProofShape.values()).map(shape -> Arguments.of(solver, shape)));
    }

    @ParameterizedTest
    @MethodSource("solversAndShapes")
    void agreesWithBruteForceOnTinyRequests(TextbookSolver solver, ProofShape shape) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (long seed = 1; seed <= 20; seed++) {
            PlacementRequest request = shape.request(4 + (int) seed % 3, 2 + (int) seed % 2, seed);

            TextbookModel model = seed % 4 < 2 ? TextbookModel.of(request) : TextbookModel.pruned(request);
            TextbookAnswer answer = solver.solve(model, LIMIT);

            Truth truth = BruteForce.solve(request, 3_000_000);
            outcomes.merge(answer.outcome(), 1, Integer::sum);
            if (truth instanceof Truth.Optimum optimum) {
                assertOptimal(request, answer, optimum.score().value());
            } else {
                assertThat(truth).isInstanceOf(Truth.Infeasible.class);
                assertThat(answer.outcome()).isEqualTo(Outcome.INFEASIBLE);
            }
        }
        assertThat(outcomes.get(Outcome.OPTIMAL)).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void provesThatThereIsNoRoom(TextbookSolver solver) {
        PlacementRequest tooMuch = ProofShape.TIGHT.request(3, 14, 1);

        TextbookAnswer answer = solver.solve(TextbookModel.of(tooMuch), LIMIT);

        assertThat(answer.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(answer.placement()).isEmpty();
    }

    private static void assertOptimal(PlacementRequest request, TextbookAnswer answer, double optimum) {
        assertThat(answer.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(answer.score().orElseThrow()).isCloseTo(optimum, within(1e-6 * optimum));
        assertThat(answer.bound().orElseThrow()).isCloseTo(optimum, within(1e-6 * optimum));
        Verification verification =
                PlacementVerifier.verify(request, answer.placement().orElseThrow());
        assertThat(verification.violations()).isEqualTo(List.of());
        assertThat(verification.score().map(Score::value).orElseThrow()).isCloseTo(optimum, within(1e-6 * optimum));
    }
}
