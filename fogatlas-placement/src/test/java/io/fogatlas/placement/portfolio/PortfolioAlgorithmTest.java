package io.fogatlas.placement.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Answer;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Fixtures;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Progress;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.problem.PlacementProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The members are made up here; one microservice costs 2 in region a, where the first puts it, and 1 in region b. */
final class PortfolioAlgorithmTest {
    private static final Answer AS_OFFERED = Answer.asOffered();

    private final PlacementEngine engine = new PlacementEngine(List.of());
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();

    private static PlacementRequest request(SearchLimits limits) {
        return PlacementRequest.builder(
                        Fixtures.line(),
                        Fixtures.application().add(Fixtures.free("m", 100)).build())
                .objective(Objective.parse("regions=1,migration=1"))
                .current(in("b"))
                .limits(limits)
                .build();
    }

    private static PlacementRequest request() {
        return request(new SearchLimits(Duration.ofSeconds(20), 0));
    }

    private static Placement in(String region) {
        return new PlacementEngine(List.of())
                .place(
                        PlacementRequest.of(
                                Fixtures.line(),
                                Fixtures.application()
                                        .add(Fixtures.pinned("m", 100, region))
                                        .build()),
                        new GreedyAlgorithm())
                .placement()
                .orElseThrow();
    }

    private PlacementAlgorithm member(String name, BiFunction<PlacementProblem, Search, Answer> solver) {
        return new PlacementAlgorithm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return "made up";
            }

            @Override
            public Answer solve(PlacementProblem problem, Search search) {
                threads.put(name, Thread.currentThread());
                return solver.apply(problem, search);
            }
        };
    }

    private PlacementAlgorithm answering(String name, Answer answer) {
        return member(name, (problem, search) -> answer);
    }

    /** Searches on and on without finding anything; spends its work. */
    private PlacementAlgorithm searching(String name) {
        return member(name, (problem, search) -> {
            while (!search.isOver()) {
                search.spend(100);
                Thread.onSpinWait();
            }
            return AS_OFFERED;
        });
    }

    private PlacementAlgorithm proving(double bound) {
        return member("exact", (problem, search) -> {
            search.offer(in("b"));
            search.raiseBound(bound);
            return AS_OFFERED;
        });
    }

    private static PortfolioAlgorithm portfolio(
            PlacementAlgorithm first, PlacementAlgorithm improving, PlacementAlgorithm exact) {
        return new PortfolioAlgorithm(first, Optional.of(improving), Optional.of(exact));
    }

    private PlacementAlgorithm first() {
        return answering("first", Answer.placed(in("a")));
    }

    @Test
    void endsLocalSearchOnceTheOptimumIsProved() {
        Decision decision = engine.place(request(), portfolio(first(), searching("improving"), proving(1)));

        assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(decision.score().orElseThrow().value()).isEqualTo(1);
        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(10));
        assertThat(threads.get("exact")).isSameAs(Thread.currentThread());
        assertThat(threads.get("improving")).isNotSameAs(Thread.currentThread());
    }

    @Test
    void endsTheExactAlgorithmOnceLocalSearchReachesTheBound() {
        PlacementAlgorithm exact = member("exact", (problem, search) -> {
            search.raiseBound(1);
            while (!search.isOver()) {
                Thread.onSpinWait();
            }
            return AS_OFFERED;
        });
        PlacementAlgorithm improving = member("improving", (problem, search) -> {
            while (!search.isOver()) {
                search.spend(100);
                if (search.bound() >= 1) {
                    search.offer(in("b"));
                }
            }
            return AS_OFFERED;
        });

        Decision decision = engine.place(request(), portfolio(first(), improving, exact));

        assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void goesOnImprovingUntilTheDeadlineWhenNothingIsProved() {
        PlacementRequest request = request(new SearchLimits(Duration.ofMillis(200), 0));

        Decision decision =
                engine.place(request, portfolio(first(), searching("improving"), answering("exact", AS_OFFERED)));

        assertThat(decision.outcome()).isEqualTo(Outcome.FEASIBLE);
        assertThat(decision.wallTime()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void endsLocalSearchOnceItIsProvedThatThereIsNoPlacement() {
        PlacementAlgorithm exact = answering("exact", Answer.infeasible(Set.of("one", "another")));

        Decision decision = engine.place(
                request(), portfolio(answering("first", Answer.nothing(List.of())), searching("improving"), exact));

        assertThat(decision.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void doesNotSearchForWhatIsPlainlyImpossible() {
        PlacementRequest request = PlacementRequest.of(
                Fixtures.line(),
                Fixtures.application().add(Fixtures.free("m", 5000)).build());

        Decision decision = engine.place(
                request, portfolio(new GreedyAlgorithm(), searching("improving"), answering("exact", AS_OFFERED)));

        assertThat(decision.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(threads).isEmpty();
    }

    @Test
    void tellsTheReasonsOfTheFirstWhenNobodyFindsAnything() {
        PlacementRequest request = request(new SearchLimits(Duration.ofMillis(50), 0));
        Reason reason = new Reason("m", "there is no room");

        Decision decision = engine.place(
                request,
                portfolio(
                        answering("first", Answer.nothing(List.of(reason))),
                        searching("improving"),
                        answering("exact", AS_OFFERED)));

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.reasons()).containsExactly(reason);
    }

    @Test
    void takesTurnsOnOneThreadWithAWorkBudget() {
        List<Long> spent = new ArrayList<>();
        PlacementAlgorithm improving = member("improving", (problem, search) -> {
            long steps = 0;
            while (!search.isOver()) {
                search.spend(1);
                steps++;
            }
            spent.add(steps);
            return AS_OFFERED;
        });
        PlacementAlgorithm exact = member("exact", (problem, search) -> {
            long steps = 0;
            while (!search.isOver()) {
                search.spend(1);
                steps++;
            }
            spent.add(-steps);
            return AS_OFFERED;
        });

        Decision decision = engine.place(
                request(new SearchLimits(Duration.ofHours(1), 0, 0, OptionalLong.of(8_000))),
                portfolio(first(), improving, exact));

        assertThat(decision.outcome()).isEqualTo(Outcome.FEASIBLE);
        assertThat(spent).containsExactly(1_000L, -4_000L, 3_000L);
        assertThat(threads.values()).containsOnly(Thread.currentThread());
    }

    @Test
    void endsAtTheGapThatIsWanted() {
        PlacementAlgorithm exact = member("exact", (problem, search) -> {
            search.raiseBound(1.5);
            return AS_OFFERED;
        });

        Decision decision = engine.place(
                request(new SearchLimits(Duration.ofSeconds(20), 0, 0.25, OptionalLong.empty())),
                portfolio(first(), searching("improving"), exact));

        assertThat(decision.outcome()).isEqualTo(Outcome.FEASIBLE);
        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void keepsTheDeadlineBesideAMemberThatDoesNot() {
        CountDownLatch done = new CountDownLatch(1);
        PlacementAlgorithm deaf = member("improving", (problem, search) -> {
            if (!Thread.currentThread().isDaemon()) {
                return AS_OFFERED;
            }
            boolean interrupted = false;
            while (done.getCount() > 0 && !interrupted) {
                try {
                    done.await();
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
            }
            return AS_OFFERED;
        });

        Decision decision = engine.place(
                request(new SearchLimits(Duration.ofMillis(100), 0)),
                portfolio(first(), deaf, answering("exact", AS_OFFERED)));
        done.countDown();

        assertThat(decision.outcome()).isEqualTo(Outcome.FEASIBLE);
        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void endsOnInterruptAndKeepsIt() {
        Thread caller = Thread.currentThread();
        PlacementAlgorithm exact = member("exact", (problem, search) -> {
            caller.interrupt();
            return AS_OFFERED;
        });

        Decision decision;
        boolean kept;
        try {
            decision = engine.place(request(), portfolio(first(), searching("improving"), exact));
        } finally {
            kept = Thread.interrupted();
        }

        assertThat(kept).isTrue();
        assertThat(decision.outcome()).isEqualTo(Outcome.FEASIBLE);
        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void hidesNoErrorOfAMember() {
        PlacementAlgorithm wrong = member("improving", (problem, search) -> {
            if (Thread.currentThread().isDaemon()) {
                throw new IllegalStateException("a bug");
            }
            return AS_OFFERED;
        });

        assertThatThrownBy(() -> engine.place(request(), portfolio(first(), wrong, answering("exact", AS_OFFERED))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThatThrownBy(() -> engine.place(request(), portfolio(first(), searching("improving"), proving(3))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("claims the bound 3.0");
    }

    @Test
    void tellsOfTheFirstPlacementThenOfTheBoundAndOfEveryImprovement() {
        List<Progress> told = new ArrayList<>();

        engine.place(request(), portfolio(first(), answering("improving", AS_OFFERED), proving(1)), told::add);

        assertThat(told.get(0).score()).hasValue(2);
        assertThat(told.get(0).bound()).isZero();
        assertThat(told).extracting(each -> each.score().orElse(9)).contains(2.0, 1.0);
        assertThat(told.get(told.size() - 1).gap()).isZero();
    }
}
