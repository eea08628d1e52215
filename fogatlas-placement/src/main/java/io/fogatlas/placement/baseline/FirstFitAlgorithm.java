package io.fogatlas.placement.baseline;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;

/** Takes the first region by id that has room and routes, as ioFog's {@code findAgent | first} does. */
public final class FirstFitAlgorithm implements PlacementAlgorithm {
    /** Made by {@link java.util.ServiceLoader}. */
    public FirstFitAlgorithm() {}

    @Override
    public String name() {
        return "first-fit";
    }

    @Override
    public String description() {
        return "baseline: the first region by id with room and routes (ioFog)";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        return OneByOne.place(problem, (draft, slot, regions) -> regions);
    }
}
