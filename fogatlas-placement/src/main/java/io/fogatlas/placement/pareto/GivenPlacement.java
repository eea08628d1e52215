package io.fogatlas.placement.pareto;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;

/**
 * Answers with a placement that is known, so that the engine verifies it and plans the way to it.
 *
 * @param placement the placement
 */
record GivenPlacement(Placement placement) implements PlacementAlgorithm {
    @Override
    public String name() {
        return "pareto";
    }

    @Override
    public String description() {
        return "answers with a point of a front";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        return Answer.placed(placement);
    }
}
