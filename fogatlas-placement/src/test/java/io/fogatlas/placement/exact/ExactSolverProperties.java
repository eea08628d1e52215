package io.fogatlas.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.testkit.Truth;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every engine finds the truth about small requests, over arcs as over paths. */
final class ExactSolverProperties {
    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Property(tries = 150)
    void cpSatFindsTheTruth(@ForAll("requests") PlacementRequest request) {
        assertFindsTheTruth(request, new CpSatEngine(/* presolve= */ true), 400);
    }

    @Property(tries = 100)
    void cpSatFindsTheTruthOverArcs(@ForAll("requests") PlacementRequest request) {
        assertFindsTheTruth(request, new CpSatEngine(/* presolve= */ true), 0);
    }

    @Property(tries = 100)
    void cpSatWithoutPresolveFindsTheTruth(@ForAll("requests") PlacementRequest request) {
        assertFindsTheTruth(request, new CpSatEngine(/* presolve= */ false), 400);
    }

    @Property(tries = 150)
    void scipTellsWhetherThereIsAPlacement(@ForAll("requests") PlacementRequest request) {
        Truth truth = BruteForce.solve(request);

        Solution solution = solve(request, new ScipEngine(), 400);

        assertThat(solution instanceof Solution.Infeasible).isEqualTo(truth instanceof Truth.Infeasible);
    }

    @Property(tries = 100)
    void scipTellsWhetherThereIsAPlacementOverArcs(@ForAll("requests") PlacementRequest request) {
        Truth truth = BruteForce.solve(request);

        Solution solution = solve(request, new ScipEngine(), 0);

        assertThat(solution instanceof Solution.Infeasible).isEqualTo(truth instanceof Truth.Infeasible);
    }

    @Property(tries = 100)
    void findsOnlyWhatIsBelowTheCutoff(@ForAll("requests") PlacementRequest request) {
        if (!(BruteForce.solve(request) instanceof Truth.Optimum optimum)) {
            return;
        }
        double best = optimum.score().value();

        assertThat(solveBelow(request, best))
                .isInstanceOfSatisfying(
                        Solution.NothingBelow.class,
                        nothing -> assertThat(nothing.bound()).isCloseTo(best, within(ROUNDING * Math.max(1, best))));
        assertThat(solveBelow(request, best + 0.001 * Math.max(1, best)))
                .isInstanceOfSatisfying(
                        Solution.Optimal.class,
                        optimal -> assertThat(optimal.score()).isCloseTo(best, within(ROUNDING * Math.max(1, best))));
    }

    private static Solution solveBelow(PlacementRequest request, double cutoff) {
        PlacementProblem problem = PlacementProblem.of(request);
        return new ExactSolver(problem, Restriction.none(problem))
                .solve(
                        new CpSatEngine(/* presolve= */ true),
                        new ExactSolver.Limits(
                                Duration.ofMinutes(1), () -> false, cutoff, 0, placement -> {}, bound -> {}));
    }

    @Property(tries = 100)
    void findsTheBestOfWhatIsLeft(@ForAll("requests") PlacementRequest request) {
        if (!(BruteForce.solve(request) instanceof Truth.Optimum optimum)) {
            return;
        }
        PlacementProblem problem = PlacementProblem.of(request);
        List<BitSet> left = new ArrayList<>();
        for (Slot slot : problem.slots()) {
            BitSet regions = new BitSet();
            optimum.placement()
                    .of(slot.service().microservice().name())
                    .forEach(assignment -> regions.set(problem.network().region(assignment.region())));
            regions.and(slot.candidates());
            left.add(regions);
        }

        Solution solution = new ExactSolver(problem, new Restriction(left, Map.of()))
                .solve(
                        new CpSatEngine(/* presolve= */ true),
                        ExactSolver.Limits.of(Duration.ofMinutes(1), () -> false));

        double best = optimum.score().value();
        assertThat(solution)
                .isInstanceOfSatisfying(
                        Solution.Optimal.class,
                        optimal -> assertThat(optimal.score()).isCloseTo(best, within(ROUNDING * Math.max(1, best))));
    }

    private static Solution solve(PlacementRequest request, Engine engine, int mostPaths) {
        PlacementProblem problem = PlacementProblem.of(request);
        ExactSolver solver = new ExactSolver(problem, Restriction.none(problem), mostPaths);
        return solver.solve(engine, ExactSolver.Limits.of(Duration.ofMinutes(1), () -> false));
    }

    private static void assertFindsTheTruth(PlacementRequest request, Engine engine, int mostPaths) {
        Solution solution = solve(request, engine, mostPaths);

        Truth truth = BruteForce.solve(request);
        if (truth instanceof Truth.Infeasible) {
            assertThat(solution).isInstanceOf(Solution.Infeasible.class);
        } else if (truth instanceof Truth.Optimum optimum) {
            double best = optimum.score().value();
            assertThat(solution).isInstanceOf(Solution.Optimal.class);
            Solution.Optimal optimal = (Solution.Optimal) solution;
            assertThat(optimal.score()).isCloseTo(best, within(ROUNDING * Math.max(1, best)));
            assertThat(optimal.bound()).isLessThanOrEqualTo(best + ROUNDING * Math.max(1, best));
            assertThat(PlacementVerifier.verify(request, optimal.placement()).isValid())
                    .isTrue();
        }
    }
}
