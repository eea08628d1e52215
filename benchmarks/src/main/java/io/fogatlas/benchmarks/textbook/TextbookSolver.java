package io.fogatlas.benchmarks.textbook;

import io.fogatlas.benchmarks.TimedPlacement;
import java.time.Duration;
import java.util.List;

/**
 * A solver of OR-Tools that proves optima of the textbook model on one thread, with presolve and everything else as the solver has it by
 * default, except that it goes on until nothing better is left: no gap is good enough.
 */
public interface TextbookSolver {
    /**
     * Says how the solver is called in options and output.
     *
     * @return its name
     */
    String key();

    /**
     * Solves.
     *
     * @param model the model
     * @param limit after how much wall time it stops; some solvers notice late
     * @return what the solver answered, unverified
     */
    TextbookAnswer solve(TextbookModel model, Duration limit);

    /**
     * Looks for placements with both cores, and tells of each better one as far as the solver allows: one that calls back is asked once; the others
     * are asked anew for each time at which their best is wanted, until one of the answers is proved.
     *
     * @param model the model
     * @param times when to know the best so far, ascending; the last one is the limit
     * @return placements in order of time since the solver was called, unverified; one that comes too late by up to a fifth, as of a solver that
     *     looks at the clock rarely, counts as in time
     */
    List<TimedPlacement> improve(TextbookModel model, List<Duration> times);

    /**
     * Lists the solvers.
     *
     * @return HiGHS, SCIP and CP-SAT
     */
    static List<TextbookSolver> all() {
        return List.of(LinearSolver.HIGHS, LinearSolver.SCIP, new ConstraintSolver());
    }
}
