package io.fogatlas.placement.testkit;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Score;

/** What {@link BruteForce} found out about a request. */
public sealed interface Truth {
    /**
     * There is a placement, and none has a better score.
     *
     * @param placement one of the best placements
     * @param score its score
     */
    record Optimum(Placement placement, Score score) implements Truth {}

    /** There is no placement. */
    record Infeasible() implements Truth {}

    /**
     * There are more possibilities than were to be tried.
     *
     * @param work how many steps were taken
     */
    record TooLarge(long work) implements Truth {}
}
