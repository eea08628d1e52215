package io.fogatlas.placement.exact;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.AlgorithmErrorException;
import io.fogatlas.placement.problem.PlacementProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Solves what is left of a problem exactly, by a solver of OR-Tools under a {@link Watchdog}. Every placement it gives out was verified.
 *
 * <p>Legs with up to 300 paths are a choice among all of them, others a flow over arcs. Measured on the tight and loose shapes of the
 * benchmarks, regions × microservices and seed, one thread, two busy cores, one run each; seconds until the optimum was proved (by SCIP and
 * HiGHS within their tolerance of 1e-6 only):
 *
 * <table>
 * <caption>Flows over arcs only / with paths where they are few</caption>
 * <tr><th>problem</th><th>CP-SAT</th><th>SCIP</th><th>HiGHS</th></tr>
 * <tr><td>loose 50 × 20, 1</td><td>1.0 / 1.5</td><td>0.4 / 0.6</td><td>0.9 / 0.4</td></tr>
 * <tr><td>loose 50 × 20, 2</td><td>0.8 / 0.8</td><td>0.3 / 0.8</td><td>0.4 / 0.8</td></tr>
 * <tr><td>tight 50 × 20, 1</td><td>4.1 / 2.2</td><td>12.5 / 5.8</td><td>14.5 / 2.2</td></tr>
 * <tr><td>tight 50 × 20, 2</td><td>0.6 / 1.0</td><td>0.5 / 0.3</td><td>0.6 / 0.4</td></tr>
 * <tr><td>tight 100 × 30, 1, some 10 regions left to each slot</td><td>4.7 / 5.0</td><td>8.2 / 6.9</td><td>14.5 / 5.6</td></tr>
 * <tr><td>tight 100 × 30, 2, the same</td><td>2.4 / 3.9</td><td>4.9 / 5.3</td><td>&gt; 20 / 17.4</td></tr>
 * <tr><td>tight 100 × 30, 3, the same</td><td>2.6 / 1.0</td><td>2.4 / 0.9</td><td>1.8 / 0.7</td></tr>
 * </table>
 *
 * <p>CP-SAT is the steadiest where it is hard, and the only one whose sums are exact. Up to 3,000 paths took longer to list than they
 * saved. HiGHS is left out: it greets on standard output.
 *
 * <p>Thread-safe; any number of threads may solve at once.
 */
final class ExactSolver {
    /** Scores that differ by less than this, relative to a cutoff of at least 1, count as equal. */
    private static final double SAME = 5e-10;

    /** Up to so many paths a leg is modelled as a choice among them. */
    static final int MOST_PATHS = 300;

    private final PlacementProblem problem;
    private final Restriction restriction;
    private final int mostPaths;

    /**
     * Takes a problem.
     *
     * @param problem the problem
     * @param restriction what of it is left
     */
    ExactSolver(PlacementProblem problem, Restriction restriction) {
        this(problem, restriction, MOST_PATHS);
    }

    ExactSolver(PlacementProblem problem, Restriction restriction, int mostPaths) {
        this.problem = problem;
        this.restriction = restriction;
        this.mostPaths = mostPaths;
    }

    /**
     * How long to search and for what.
     *
     * @param remaining the time there is
     * @param isOver whether to stop sooner; asked by the thread that calls
     * @param cutoff only placements that score lower are wanted; infinite if all are
     * @param seed where random choices start from
     * @param found hears of better placements, verified; called by the thread that calls
     * @param bounded hears of better bounds; called by the thread that calls
     * @param effort how much work to do, in seconds of a machine that is the same everywhere; infinite if only time counts
     */
    record Limits(
            Duration remaining,
            BooleanSupplier isOver,
            double cutoff,
            long seed,
            Consumer<Placement> found,
            DoubleConsumer bounded,
            double effort) {
        /** With time as the only limit. */
        Limits(
                Duration remaining,
                BooleanSupplier isOver,
                double cutoff,
                long seed,
                Consumer<Placement> found,
                DoubleConsumer bounded) {
            this(remaining, isOver, cutoff, seed, found, bounded, Double.POSITIVE_INFINITY);
        }

        /** No cutoff, no listeners. */
        static Limits of(Duration remaining, BooleanSupplier isOver) {
            return new Limits(remaining, isOver, Double.POSITIVE_INFINITY, 0, placement -> {}, bound -> {});
        }
    }

    /**
     * Solves.
     *
     * @param engine by which solver
     * @param limits how long and for what
     * @return what was found out in time
     * @throws MissingSolverException if OR-Tools is not there
     * @throws AlgorithmErrorException if the model gave a placement that breaks a rule
     */
    Solution solve(Engine engine, Limits limits) {
        SolverLibrary.require();
        Attempt attempt = new Attempt(engine, limits);
        Optional<Solution> solution = Watchdog.run(attempt::solve, attempt::stop, attempt::isOver);
        return solution.orElseGet(attempt::soFar);
    }

    /** One solve, as far as it has come. */
    private final class Attempt implements Engine.Listener {
        private final Engine engine;
        private final Limits limits;
        private volatile boolean stopped;
        private volatile Engine.@Nullable Run run;
        private volatile @Nullable ExactModel model;
        private volatile @Nullable WholeCosts costs;
        private volatile long @Nullable [] values;
        private volatile double bound;
        private long @Nullable [] told;

        Attempt(Engine engine, Limits limits) {
            this.engine = engine;
            this.limits = limits;
        }

        void stop() {
            stopped = true;
            Engine.Run now = run;
            if (now != null) {
                now.stop();
            }
        }

        /** Tells what was found meanwhile, and asks whether to go on. */
        boolean isOver() {
            ExactModel built = model;
            long[] best = values;
            if (built != null && best != null && best != told) {
                told = best;
                if (known(built, best, false) instanceof Solution.Better better) {
                    limits.found().accept(better.placement());
                    limits.bounded().accept(better.bound());
                }
            }
            return limits.isOver().getAsBoolean();
        }

        Solution solve() {
            SolverLibrary.load();
            ExactModel built = new ExactModel(
                    problem, restriction, mostPaths, engine.minimises() ? Goal.SCORE : Goal.FEASIBILITY, () -> stopped);
            if (stopped || !built.isComplete()) {
                return new Solution.Stopped(0);
            }
            WholeCosts scaled = new WholeCosts(built.program(), built.terms());
            model = built;
            costs = scaled;
            double cutoff = limits.cutoff() < Double.POSITIVE_INFINITY && engine.minimises()
                    ? limits.cutoff() - Math.max(1, Math.abs(limits.cutoff())) * SAME
                    : Double.POSITIVE_INFINITY;
            long mostCost = scaled.unitsBelow(cutoff);
            if (mostCost < 0) {
                return new Solution.NothingBelow(Math.max(0, cutoff));
            }
            Engine.Run prepared = engine.prepare(
                    new Engine.Task(
                            built.program(),
                            scaled.byVariable(),
                            mostCost,
                            limits.remaining().toNanos() / 1e9,
                            limits.effort(),
                            limits.seed()),
                    this);
            run = prepared;
            if (stopped) {
                return new Solution.Stopped(0);
            }
            Engine.Result result = prepared.solve();
            if (result.status() == Engine.Status.INFEASIBLE) {
                return cutoff < Double.POSITIVE_INFINITY
                        ? new Solution.NothingBelow(Math.max(0, cutoff))
                        : new Solution.Infeasible(engine.name());
            }
            raise(scaled.scoreOf(result.bound()));
            long[] best = result.values();
            return best == null ? soFar() : known(built, best, result.status() == Engine.Status.OPTIMAL);
        }

        private Solution known(ExactModel built, long[] best, boolean optimal) {
            Optional<ExactModel.Verified> verified = built.verified(best, engine.name());
            if (verified.isEmpty()) {
                return new Solution.Stopped(bound);
            }
            Placement placement = verified.get().placement();
            double score = verified.get().score();
            double proved = bound;
            double rounding = 1e-9 * Math.max(1, Math.abs(proved));
            if (score < proved - rounding) {
                return new Solution.Contradiction(placement);
            }
            return optimal && score <= proved + rounding
                    ? new Solution.Optimal(placement, score, Math.min(proved, score))
                    : new Solution.Better(placement, score, Math.min(proved, score));
        }

        Solution soFar() {
            ExactModel built = model;
            long[] best = values;
            return built == null || best == null ? new Solution.Stopped(bound) : known(built, best, false);
        }

        @Override
        public void found(long[] better) {
            values = better;
        }

        @Override
        public void bounded(double cost) {
            WholeCosts scaled = costs;
            if (scaled != null) {
                raise(scaled.scoreOf(cost));
            }
        }

        /** With a cutoff, solvers speak of what is below it only: a bound above it says no more than that nothing is. */
        private synchronized void raise(double better) {
            bound = Math.max(bound, Math.min(better, limits.cutoff()));
        }
    }
}
