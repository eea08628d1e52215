package io.fogatlas.placement.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ParetoFrontTest {
    private static final List<Term> TERMS = List.of(Term.NETWORK, Term.LATENCY);

    private static ParetoPoint point(double network, double latency) {
        return new ParetoPoint(
                new Decision(
                        ApplicationId.of("app"),
                        "pareto",
                        Outcome.FEASIBLE,
                        Optional.of(new Placement(Map.of(), List.of())),
                        Optional.of(new Score(network + latency, Map.of(Term.NETWORK, network, Term.LATENCY, latency))),
                        OptionalDouble.empty(),
                        List.of(),
                        Duration.ZERO),
                /* proved= */ true);
    }

    private static ParetoFront front(ParetoPoint... points) {
        return new ParetoFront(TERMS, List.of(points), List.of(), Optional.empty(), Duration.ZERO);
    }

    @Test
    void choosesTheEndsAndThenWhatIsFarthestFromThem() {
        ParetoFront front =
                front(point(0, 1000), point(1, 900), point(2, 800), point(50, 500), point(99, 1), point(100, 0));

        assertThat(front.evenly(1)).containsExactly(0);
        assertThat(front.evenly(2)).containsExactly(0, 5);
        assertThat(front.evenly(3)).containsExactly(0, 3, 5);
        assertThat(front.evenly(4)).containsExactly(0, 2, 3, 5);
        assertThat(front.evenly(100)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void choosesTheOnlyPoint() {
        assertThat(front(point(3, 4)).evenly(5)).containsExactly(0);
        assertThatThrownBy(() -> front(point(3, 4)).evenly(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least 1 point is to be chosen, but not 0.");
    }

    @Test
    void hasPointsOrSaysWhyNot() {
        assertThatThrownBy(() -> front()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesBoxesAndPointsThatMakeNoSense() {
        assertThatThrownBy(() -> new OpenBox(List.of(1.0), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class);
        Decision none = new Decision(
                ApplicationId.of("app"),
                "pareto",
                Outcome.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                Duration.ZERO);
        assertThatThrownBy(() -> new ParetoPoint(none, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The decision about default/app has no placement.");
    }
}
