package io.fogatlas.placement.exact;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.decomposition.Decomposition;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.Set;

/**
 * Finds the optimum and proves it. Says that there is no placement only if two different solves say so.
 */
public final class IlpAlgorithm implements PlacementAlgorithm {
    /** About how many elementary steps of our own algorithms take as long as one of CP-SAT's deterministic seconds. */
    private static final double STEPS_PER_SECOND = 1e7;

    /** For {@link java.util.ServiceLoader}. */
    public IlpAlgorithm() {}

    @Override
    public String name() {
        return "ilp";
    }

    @Override
    public String description() {
        return "finds the optimum and proves it, if given the time";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        SolverLibrary.require();
        Decomposition.Ending ending = Decomposition.run(problem, search);
        if (ending == Decomposition.Ending.PROVED || search.isOver()) {
            return Answer.asOffered();
        }
        ExactSolver solver = new ExactSolver(problem, Restriction.none(problem));
        Solution solution = solver.solve(new CpSatEngine(/* presolve= */ true), limits(search));
        if (solution instanceof Solution.Contradiction contradiction) {
            search.offer(contradiction.placement());
            solution = solver.solve(new CpSatEngine(/* presolve= */ false), limits(search));
        }
        if (solution instanceof Solution.Optimal optimal) {
            search.offer(optimal.placement());
            search.raiseBound(optimal.bound());
        } else if (solution instanceof Solution.Better better) {
            search.offer(better.placement());
            search.raiseBound(better.bound());
        } else if (solution instanceof Solution.NothingBelow nothing) {
            search.raiseBound(nothing.bound());
        } else if (solution instanceof Solution.Stopped stopped) {
            search.raiseBound(stopped.bound());
        } else if (solution instanceof Solution.Infeasible first && ending == Decomposition.Ending.NO_PLACEMENT) {
            return Answer.infeasible(Set.of(first.proof(), "branch and bound on a decomposition"));
        } else if (solution instanceof Solution.Infeasible first
                && solver.solve(new ScipEngine(), limits(search)) instanceof Solution.Infeasible second) {
            return Answer.infeasible(Set.of(first.proof(), second.proof()));
        }
        return Answer.asOffered();
    }

    private static ExactSolver.Limits limits(Search search) {
        return new ExactSolver.Limits(
                search.remaining(),
                search::isOver,
                search.score(),
                search.seed(),
                placement -> search.offer(placement),
                search::raiseBound,
                search.workLeft().stream()
                        .mapToDouble(work -> work / STEPS_PER_SECOND)
                        .findAny()
                        .orElse(Double.POSITIVE_INFINITY));
    }
}
