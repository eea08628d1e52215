package io.fogatlas.placement.exact;

import io.fogatlas.model.placement.Placement;

/** What an {@link ExactSolver} found out about what is left of a problem. */
sealed interface Solution {
    /**
     * There is a placement, and no other scores lower.
     *
     * @param placement a verified placement
     * @param score its score
     * @param bound a score that none is below; as good as the score
     */
    record Optimal(Placement placement, double score, double bound) implements Solution {}

    /**
     * There is a placement; a better one was not ruled out.
     *
     * @param placement a verified placement
     * @param score its score
     * @param bound a score that none is below
     */
    record Better(Placement placement, double score, double bound) implements Solution {}

    /**
     * There is a placement that scores lower than the solver says is possible, so nothing that it says is proved.
     *
     * @param placement a verified placement
     */
    record Contradiction(Placement placement) implements Solution {}

    /**
     * No placement scores below a cutoff, as far as scores are told apart.
     *
     * @param bound a score that none is below: the cutoff, or just below it
     */
    record NothingBelow(double bound) implements Solution {}

    /**
     * There is no placement at all, if one trusts a single solver.
     *
     * @param proof the name of the solver
     */
    record Infeasible(String proof) implements Solution {}

    /**
     * Time was up before anything was found.
     *
     * @param bound a score that no placement is below
     */
    record Stopped(double bound) implements Solution {}
}
