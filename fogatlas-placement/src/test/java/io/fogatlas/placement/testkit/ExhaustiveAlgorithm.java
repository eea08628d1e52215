package io.fogatlas.placement.testkit;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Answers with the truth, where it can be told; shows that the contract can be kept. */
final class ExhaustiveAlgorithm implements PlacementAlgorithm {
    @Override
    public String name() {
        return "exhaustive";
    }

    @Override
    public String description() {
        return "tries everything";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        return BruteForce.solve(problem.request()) instanceof Truth.Optimum optimum
                ? new Answer(
                        Optional.of(optimum.placement()),
                        OptionalDouble.of(optimum.score().value()),
                        List.of(),
                        Set.of())
                : Answer.nothing(List.of());
    }
}
