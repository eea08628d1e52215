package io.fogatlas.placement.portfolio;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;

/** Runs algorithms as members of a larger search. */
final class Members {
    private Members() {}

    /** Runs an algorithm, and makes what it answers known to all. */
    static Answer run(PlacementAlgorithm algorithm, PlacementProblem problem, Search turn) {
        Answer answer = algorithm.solve(problem, turn);
        answer.placement().ifPresent(turn::offer);
        answer.bound().ifPresent(turn::raiseBound);
        return answer;
    }
}
