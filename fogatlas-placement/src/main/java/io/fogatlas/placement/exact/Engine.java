package io.fogatlas.placement.exact;

import org.jspecify.annotations.Nullable;

/** A solver for {@link IntegerProgram}s. Stateless; each {@link Run} is one solve. */
interface Engine {
    /** What it is called, for proofs and messages. */
    String name();

    /** Whether it looks for the best solution, and not only for whether there is any. */
    boolean minimises();

    /** Prepares a solve, without work. */
    Run prepare(Task task, Listener listener);

    /** What is to be solved. */
    final class Task {
        private final IntegerProgram program;
        private final long[] costs;
        private final long mostCost;
        private final double seconds;
        private final double effort;
        private final long seed;

        Task(IntegerProgram program, long[] costs, long mostCost, double seconds, double effort, long seed) {
            this.program = program;
            this.costs = costs;
            this.mostCost = mostCost;
            this.seconds = seconds;
            this.effort = effort;
            this.seed = seed;
        }

        IntegerProgram program() {
            return program;
        }

        /** What each variable costs; the sum is to be as small as possible. */
        long[] costs() {
            return costs;
        }

        /** What a solution may cost at most. */
        long mostCost() {
            return mostCost;
        }

        /** After how many seconds to stop; the solver may overrun that. */
        double seconds() {
            return seconds;
        }

        /** How much work to do, in seconds that are the same on every machine; heeded by engines that count so. */
        double effort() {
            return effort;
        }

        long seed() {
            return seed;
        }
    }

    /** Hears of what is found while it is searched for. Called by the thread that solves. */
    interface Listener {
        /** A solution that is better than those before. */
        void found(long[] values);

        /** A cost that no solution is below. */
        void bounded(double cost);
    }

    /** One solve. */
    interface Run {
        /** Solves; takes long. */
        Result solve();

        /** Makes the solve end soon; from any thread, at any time. */
        void stop();
    }

    /** What is known at the end. */
    enum Status {
        /** The solution is proved to be the best. */
        OPTIMAL,
        /** There is a solution. */
        FEASIBLE,
        /** There is no solution that costs no more than allowed. */
        INFEASIBLE,
        /** Nothing is known. */
        UNKNOWN
    }

    /** The end of a solve. */
    final class Result {
        static final Result NOTHING = new Result(Status.UNKNOWN, null, Double.NEGATIVE_INFINITY);

        private final Status status;
        private final long @Nullable [] values;
        private final double bound;
        private final double effort;

        Result(Status status, long @Nullable [] values, double bound) {
            this(status, values, bound, /* effort= */ 0);
        }

        Result(Status status, long @Nullable [] values, double bound, double effort) {
            this.status = status;
            this.values = values;
            this.bound = bound;
            this.effort = effort;
        }

        /** How much work it took, in seconds that are the same on every machine; 0 from engines that do not count. */
        double effort() {
            return effort;
        }

        Status status() {
            return status;
        }

        /** The values of all variables in the best solution; null if there is none. */
        long @Nullable [] values() {
            return values;
        }

        /** A cost that no solution is below. */
        double bound() {
            return bound;
        }
    }
}
