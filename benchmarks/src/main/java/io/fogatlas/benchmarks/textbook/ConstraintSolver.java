package io.fogatlas.benchmarks.textbook;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import io.fogatlas.benchmarks.TimedPlacement;
import io.fogatlas.placement.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** CP-SAT, which learns clauses and uses linear relaxations beside. */
final class ConstraintSolver implements TextbookSolver {
    /** More than any sum comes to, and small enough for the solver's arithmetic. */
    private static final long NO_SUM = 1L << 50;

    @Override
    public String key() {
        return "cp-sat";
    }

    @Override
    public TextbookAnswer solve(TextbookModel model, Duration limit) {
        Loader.loadNativeLibraries();
        CpModel written = new CpModel();
        BoolVar[] columns = write(model.program(), written);
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setMaxTimeInSeconds(limit.toMillis() / 1e3);
        long start = System.nanoTime();
        CpSolverStatus status = solver.solve(written);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Outcome outcome = outcome(status);
        if (outcome != Outcome.OPTIMAL && outcome != Outcome.FEASIBLE) {
            return new TextbookAnswer(outcome, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), time);
        }
        return new TextbookAnswer(
                outcome,
                Optional.of(model.placement(column -> solver.booleanValue(columns[column]))),
                OptionalDouble.of(model.score(solver.objectiveValue())),
                OptionalDouble.of(model.score(solver.bestObjectiveBound())),
                time);
    }

    @Override
    public List<TimedPlacement> improve(TextbookModel model, List<Duration> times) {
        Loader.loadNativeLibraries();
        CpModel written = new CpModel();
        BoolVar[] columns = write(model.program(), written);
        CpSolver solver = new CpSolver();
        Duration limit = times.get(times.size() - 1);
        solver.getParameters().setNumWorkers(2).setMaxTimeInSeconds(limit.toMillis() / 1e3);
        Incumbents incumbents = new Incumbents(columns);
        solver.solve(written, incumbents);
        List<TimedPlacement> found = new ArrayList<>();
        for (int each = 0; each < incumbents.solutions.size(); each++) {
            found.add(new TimedPlacement(
                    incumbents.times.get(each), model.placement(incumbents.solutions.get(each)::get)));
        }
        return found;
    }

    /** Keeps each better solution. */
    private static final class Incumbents extends CpSolverSolutionCallback {
        private final BoolVar[] columns;
        private final long start = System.nanoTime();
        private final List<Duration> times = new ArrayList<>();
        private final List<BitSet> solutions = new ArrayList<>();

        private Incumbents(BoolVar[] columns) {
            this.columns = columns;
        }

        @Override
        public void onSolutionCallback() {
            times.add(Duration.ofNanos(System.nanoTime() - start));
            BitSet chosen = new BitSet(columns.length);
            for (int column = 0; column < columns.length; column++) {
                chosen.set(column, booleanValue(columns[column]));
            }
            solutions.add(chosen);
        }
    }

    private static BoolVar[] write(IntegerProgram program, CpModel model) {
        long[] costs = program.costs();
        BoolVar[] columns = new BoolVar[costs.length];
        LinearExprBuilder objective = LinearExpr.newBuilder();
        for (int column = 0; column < costs.length; column++) {
            columns[column] = model.newBoolVar("");
            objective.addTerm(columns[column], costs[column]);
        }
        for (IntegerProgram.Row row : program.rows()) {
            LinearExprBuilder sum = LinearExpr.newBuilder();
            for (int term = 0; term < row.columns().size(); term++) {
                sum.addTerm(columns[row.columns().get(term)], row.weights().get(term));
            }
            model.addLinearConstraint(sum, Math.max(row.least(), -NO_SUM), row.most());
        }
        model.minimize(objective);
        return columns;
    }

    private static Outcome outcome(CpSolverStatus status) {
        return switch (status) {
            case OPTIMAL -> Outcome.OPTIMAL;
            case FEASIBLE -> Outcome.FEASIBLE;
            case INFEASIBLE -> Outcome.INFEASIBLE;
            case UNKNOWN -> Outcome.UNKNOWN;
            default -> throw new IllegalStateException("CP-SAT ended with status " + status + ".");
        };
    }
}
