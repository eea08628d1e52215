package io.fogatlas.placement;

import io.fogatlas.placement.problem.PlacementProblem;
import java.util.List;

/**
 * Searches for a placement. Found by name through {@link java.util.ServiceLoader}: a class outside this library takes part by a
 * public constructor without arguments and a line in {@code META-INF/services/io.fogatlas.placement.PlacementAlgorithm}.
 *
 * <p>Stateless and thread-safe; the same problem gives the same answer.
 */
public interface PlacementAlgorithm {
    /**
     * Says by which name users ask for it.
     *
     * @return its name, in lower case with hyphens
     */
    String name();

    /**
     * Says by which other names it answers, such as those of FogAtlas.
     *
     * @return further names; may be empty
     */
    default List<String> aliases() {
        return List.of();
    }

    /**
     * Says what it does.
     *
     * @return one line of text
     */
    String description();

    /**
     * Searches. An algorithm that takes long offers each better placement to the search as it finds it, and answers soon after
     * {@link Search#isOver} turns true.
     *
     * @param problem what to place where
     * @param search what is known so far, and whether to go on
     * @return a placement, or what is known about why there is none; of several that were found the best one is decided on
     */
    Answer solve(PlacementProblem problem, Search search);
}
