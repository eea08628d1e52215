package io.fogatlas.benchmarks.textbook;

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
     * Lists the solvers.
     *
     * @return HiGHS, SCIP and CP-SAT
     */
    static List<TextbookSolver> all() {
        return List.of(LinearSolver.HIGHS, LinearSolver.SCIP, new ConstraintSolver());
    }
}
