package io.fogatlas.placement.exact;

import io.fogatlas.placement.AlgorithmErrorException;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minimises weighted sums of terms among the placements that have no more than so much of each: the scalar problems of which a trade-off
 * is made. Terms are counted in whole units, so that a bound on a term is a row of the integer program, and nothing is lost by rounding.
 *
 * <p>By CP-SAT, whose sums are exact, on the model of {@link ExactSolver}, which is built once. Not thread-safe.
 */
public final class TermSolver {
    /** Of so many parts of one a highest utilisation is counted. */
    public static final long PARTS = 1_000_000_000L;

    /** Stands for no bound on a term. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** About what the costs of all terms add up to at most, where their steps are not finer than that. */
    private static final double COST_RANGE = 1e9;

    /** What the costs may add up to at most. */
    private static final long MOST_COST = 1L << 58;

    private final PlacementProblem problem;
    private final List<Term> terms;
    private volatile @Nullable Prepared prepared;

    /**
     * Takes a problem; the model of it is built when it is first solved.
     *
     * @param problem the problem
     * @param terms the terms, none twice
     * @throws MissingSolverException if OR-Tools is not there
     */
    public TermSolver(PlacementProblem problem, List<Term> terms) {
        SolverLibrary.require();
        this.problem = problem;
        this.terms = List.copyOf(terms);
    }

    /** The model with each term written in it. */
    private record Prepared(ExactModel model, List<WholeSum.Steps> sums) {}

    /**
     * Says how many units of a term make one in scores.
     *
     * @param term the term
     * @return 1,000,000 for bit/s in Mbit/s, 1,000 for µs in ms, …
     */
    public static long unitsPerOne(Term term) {
        return switch (term) {
            case NETWORK, COMPUTE -> 1_000_000;
            case LATENCY -> 1_000;
            case REGIONS, MIGRATION -> 1;
            case BALANCE -> PARTS;
        };
    }

    /**
     * Rounds an amount up to one that a placement can have: amounts go in steps, such as the bandwidth that all data flows are multiples of.
     *
     * @param term which of the terms, by its place
     * @param amount an amount, in units
     * @return the next possible amount that is no less, in units; the same amount until the model is built
     */
    public long possible(int term, long amount) {
        Prepared ready = prepared;
        return ready == null ? amount : ready.sums.get(term).atLeast(amount);
    }

    /**
     * Solves.
     *
     * @param weights for each term how much a unit of it costs; none negative
     * @param most for each term how much of it there may be, in units, or {@link #UNBOUNDED}
     * @param limits how long
     * @return what was found out in time
     * @throws AlgorithmErrorException if the model gave a placement that breaks a rule
     */
    public TermSolution solve(double[] weights, long[] most, TermLimits limits) {
        Attempt attempt = new Attempt(weights.clone(), most.clone(), limits);
        return Watchdog.run(attempt::solve, attempt::stop, limits.isOver()).orElseGet(attempt::soFar);
    }

    /** One solve, as far as it has come. */
    private final class Attempt implements Engine.Listener {
        private final double[] weights;
        private final long[] most;
        private final TermLimits limits;
        private volatile boolean stopped;
        private volatile Engine.@Nullable Run run;
        private volatile long @Nullable [] values;

        Attempt(double[] weights, long[] most, TermLimits limits) {
            this.weights = weights;
            this.most = most;
            this.limits = limits;
        }

        void stop() {
            stopped = true;
            Engine.Run now = run;
            if (now != null) {
                now.stop();
            }
        }

        TermSolution solve() {
            SolverLibrary.load();
            Prepared ready = prepare();
            if (ready == null || stopped) {
                return TermSolution.unknown(0);
            }
            IntegerProgram program = new IntegerProgram(ready.model.program());
            boolean exact = !program.isRelaxed();
            for (int term = 0; term < most.length; term++) {
                WholeSum.Steps sum = ready.sums.get(term);
                exact &= sum.exact();
                long steps = most[term] == UNBOUNDED ? sum.most() : sum.within(most[term]);
                if (steps < 0) {
                    return TermSolution.nothing(0);
                }
                if (steps < sum.most()) {
                    program.atMost(sum.terms(), steps);
                }
            }
            Engine.Run started = new CpSatEngine(/* presolve= */ true)
                    .prepare(
                            new Engine.Task(
                                    program,
                                    costs(ready, program),
                                    MOST_COST,
                                    limits.remaining().toNanos() / 1e9,
                                    limits.effort(),
                                    limits.seed()),
                            this);
            run = started;
            if (stopped) {
                return TermSolution.unknown(0);
            }
            Engine.Result result = started.solve();
            if (result.status() == Engine.Status.INFEASIBLE) {
                return TermSolution.nothing(result.effort());
            }
            long[] best = result.values();
            return best == null
                    ? found(ready, values, /* proved= */ false, result.effort())
                    : found(ready, best, exact && result.status() == Engine.Status.OPTIMAL, result.effort());
        }

        private @Nullable Prepared prepare() {
            Prepared ready = prepared;
            if (ready == null) {
                ExactModel model = new ExactModel(
                        problem, Restriction.none(problem), ExactSolver.MOST_PATHS, Goal.EACH_TERM, () -> stopped);
                if (!model.isComplete()) {
                    return null;
                }
                TermRows rows = new TermRows(problem, model);
                // All are written before any is counted in steps, since rows of one may tell more about variables of
                // another.
                List<WholeSum> sums = terms.stream().map(rows::of).toList();
                ready = new Prepared(
                        model,
                        sums.stream().map(sum -> sum.inSteps(model.program())).toList());
                prepared = ready;
            }
            return ready;
        }

        /** Whole costs, at least 1 for each step of a term that weighs: whatever they are, the best placement is efficient. */
        private long[] costs(Prepared ready, IntegerProgram program) {
            double[] perStep = new double[weights.length];
            double range = 0;
            for (int term = 0; term < weights.length; term++) {
                perStep[term] = weights[term] * ready.sums.get(term).size().doubleValue();
                range = Math.max(range, perStep[term] * ready.sums.get(term).most());
            }
            long[] costs = new long[program.variables()];
            for (int term = 0; term < weights.length; term++) {
                if (weights[term] > 0) {
                    double cost = range > 0 ? Math.rint(perStep[term] / range * COST_RANGE) : 1;
                    Terms steps = ready.sums.get(term).terms();
                    for (int i = 0; i < steps.size(); i++) {
                        costs[steps.variable(i)] += steps.coefficient(i) * (long) Math.max(1, cost);
                    }
                }
            }
            return costs;
        }

        private TermSolution found(Prepared ready, long @Nullable [] best, boolean proved, double effort) {
            if (best == null) {
                return TermSolution.unknown(effort);
            }
            return ready.model
                    .verified(best, "CP-SAT")
                    .map(verified -> TermSolution.found(verified.placement(), proved, effort))
                    .orElse(TermSolution.unknown(effort));
        }

        TermSolution soFar() {
            Prepared ready = prepared;
            return ready == null ? TermSolution.unknown(0) : found(ready, values, /* proved= */ false, 0);
        }

        @Override
        public void found(long[] better) {
            values = better;
        }

        @Override
        public void bounded(double cost) {
            // Bounds of weighted sums say little about the single terms.
        }
    }

    @Override
    public String toString() {
        return "TermSolver" + Arrays.toString(terms.toArray());
    }
}
