package io.fogatlas.placement.baseline;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Takes a random region that has room and routes, as fog05 does; the request's seed decides. */
public final class RandomAlgorithm implements PlacementAlgorithm {
    /** Made by {@link java.util.ServiceLoader}. */
    public RandomAlgorithm() {}

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String description() {
        return "baseline: a random region with room and routes (fog05)";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        Random random = new Random(problem.request().limits().seed());
        return OneByOne.place(problem, (draft, slot, regions) -> shuffled(regions, random));
    }

    private static List<Integer> shuffled(List<Integer> regions, Random random) {
        List<Integer> shuffled = new ArrayList<>(regions);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
