package io.fogatlas.placement;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.flow;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static io.fogatlas.placement.Fixtures.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.problem.PlacementProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlacementEngineTest {
    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();

    @Test
    void findsTheAlgorithmsOfThisLibraryByNameAndByTheirFogAtlasNames() {
        assertThat(engine.algorithms())
                .extracting(PlacementAlgorithm::name)
                .containsExactly(
                        "first-fit", "greedy", "ilp", "local-search", "nearest", "pinned", "portfolio", "random");
        assertThat(engine.algorithm("Silly").name()).isEqualTo("pinned");
        assertThat(engine.algorithm("DAG").name()).isEqualTo("portfolio");
    }

    @Test
    void namesTheAlgorithmsThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> engine.algorithm("magic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'magic'")
                .hasMessageContaining("greedy");
    }

    @Test
    void refusesTwoAlgorithmsOfOneName() {
        PlacementAlgorithm one = answering("same", problem -> Answer.nothing(List.of()));

        assertThatThrownBy(() -> new PlacementEngine(List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named 'same'");
    }

    @Test
    void saysOptimalWhenTheScoreReachesTheBound() {
        Decision decision = engine.place(PlacementRequest.of(
                line(),
                application().add(free("m", 100)).add(flow("cam", "m", 1)).build()));

        assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(decision.score().orElseThrow().value()).isZero();
        assertThat(decision.bound()).hasValue(0);
    }

    @Test
    void plansTheWayFromTheCurrentPlacementAndLeavesReplicasOnTheirNodes() {
        Placement current = new Placement(
                Map.of("m", List.of(new Assignment("c", 1, Map.of("node-c", 1)))),
                List.of(new Route("cam->m", "a", "c", List.of("ab", "bc"))));
        Application application =
                application().add(free("m", 100)).add(flow("cam", "m", 1)).build();

        Decision moving = engine.place(
                PlacementRequest.builder(line(), application).current(current).build());
        Decision staying = engine.place(PlacementRequest.builder(line(), application)
                .current(current)
                .objective(Objective.parse("network=1,migration=10"))
                .build());

        assertThat(moving.plan().orElseThrow().steps()).hasSize(4);
        assertThat(staying.plan().orElseThrow().steps()).isEmpty();
        assertThat(staying.placement()).contains(current);
        assertThat(engine.place(PlacementRequest.of(line(), application)).plan())
                .isEmpty();
    }

    @Test
    void countsForcedRoutesInTheBound() {
        Decision decision = engine.place(PlacementRequest.of(
                line(),
                application()
                        .add(pinned("m", 100, "c"))
                        .add(flow("cam", "m", 3))
                        .build()));

        assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(decision.score().orElseThrow().value()).isEqualTo(2 * 3 + 0.001 * 10);
    }

    @Test
    void neverHandsOutAPlacementThatBreaksARule() {
        Placement nowhere = new Placement(Map.of("m", List.of(new Assignment("mars", 1, Map.of()))), List.of());
        PlacementRequest request =
                PlacementRequest.of(line(), application().add(free("m", 100)).build());

        assertThatThrownBy(() -> engine.place(request, answering("liar", problem -> Answer.placed(nowhere))))
                .isInstanceOfSatisfying(
                        AlgorithmErrorException.class,
                        error -> assertThat(error.violations()).isNotEmpty())
                .hasMessageContaining("'liar'")
                .hasMessageContaining("mars");
    }

    @Test
    void neverHandsOutABoundAboveTheScore() {
        PlacementRequest request =
                PlacementRequest.of(line(), application().add(free("m", 100)).build());
        Placement good = engine.place(request).placement().orElseThrow();

        assertThatThrownBy(() -> engine.place(
                        request,
                        answering(
                                "boaster",
                                problem -> new Answer(Optional.of(good), OptionalDouble.of(7), List.of(), Set.of()))))
                .isInstanceOf(AlgorithmErrorException.class)
                .hasMessageContaining("bound 7.0");
    }

    @Test
    void doesNotTakeAnAlgorithmsWordForInfeasibility() {
        PlacementRequest request =
                PlacementRequest.of(line(), application().add(free("m", 100)).build());
        Reason excuse = new Reason("m", "I do not like it");

        Decision decision = engine.place(request, answering("lazy", problem -> Answer.nothing(List.of(excuse))));

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.reasons()).containsExactly(excuse);
    }

    @Test
    void asksForTwoProofsOfInfeasibility() {
        PlacementRequest request =
                PlacementRequest.of(line(), application().add(free("m", 100)).build());

        assertThat(engine.place(request, answering("one", problem -> Answer.infeasible(Set.of("solver"))))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(engine.place(request, answering("two", problem -> Answer.infeasible(Set.of("solver", "search"))))
                        .outcome())
                .isEqualTo(Outcome.INFEASIBLE);
    }

    @Test
    void saysInfeasibleWithReasonsWhenANecessaryConditionIsBroken() {
        Decision decision = engine.place(
                PlacementRequest.of(line(), application().add(free("m", 1001)).build()));

        assertThat(decision.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(decision.reasons()).isNotEmpty();
        assertThat(decision.reasons().get(0).microservice()).isEqualTo("m");
    }

    @Test
    void answersUnknownWhenThereIsNoTimeAtAll() {
        PlacementRequest request = PlacementRequest.builder(
                        line(), application().add(free("m", 100)).build())
                .limits(new SearchLimits(Duration.ZERO, 0))
                .build();

        assertThat(engine.place(request).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static PlacementAlgorithm answering(String name, Function<PlacementProblem, Answer> answer) {
        return new PlacementAlgorithm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return "answers what the test wants";
            }

            @Override
            public Answer solve(PlacementProblem problem, Search search) {
                return answer.apply(problem);
            }
        };
    }
}
