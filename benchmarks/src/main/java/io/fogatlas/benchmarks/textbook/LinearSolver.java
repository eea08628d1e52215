package io.fogatlas.benchmarks.textbook;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.SolveStatus;
import com.google.ortools.modelbuilder.Variable;
import io.fogatlas.benchmarks.TimedPlacement;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Solvers that branch on linear relaxations, through OR-Tools' ModelBuilder. They are given the costs in units of the score: HiGHS is up to a
 * third faster so than with integers.
 */
enum LinearSolver implements TextbookSolver {
    /** HiGHS, which by default is content with a gap of 0.01 %, and uses several threads. */
    HIGHS("highs", "HIGHS", "output_flag=false,mip_rel_gap=0,threads=1"),
    /** SCIP, which by default is content with no gap, and uses one thread. */
    SCIP("scip", "SCIP", "");

    private final String key;
    private final String engine;
    private final String parameters;

    LinearSolver(String key, String engine, String parameters) {
        this.key = key;
        this.engine = engine;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public TextbookAnswer solve(TextbookModel model, Duration limit) {
        Loader.loadNativeLibraries();
        ModelBuilder builder = new ModelBuilder();
        Variable[] columns = write(model, builder);
        ModelSolver solver = new ModelSolver(engine);
        solver.setTimeLimit(limit);
        if (!parameters.isEmpty()) {
            solver.setSolverSpecificParameters(parameters);
        }
        long start = System.nanoTime();
        SolveStatus status = solver.solve(builder);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Outcome outcome = outcome(status);
        if (!solver.hasSolution()) {
            return new TextbookAnswer(outcome, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), time);
        }
        Placement placement = model.placement(column -> solver.getValue(columns[column]) > 0.5);
        // OR-Tools hands out HiGHS's objective as its bound, proved or not.
        boolean bounded = outcome == Outcome.OPTIMAL || this == SCIP;
        return new TextbookAnswer(
                outcome,
                Optional.of(placement),
                OptionalDouble.of(solver.getObjectiveValue()),
                bounded ? OptionalDouble.of(solver.getBestObjectiveBound()) : OptionalDouble.empty(),
                time);
    }

    @Override
    public List<TimedPlacement> improve(TextbookModel model, List<Duration> times) {
        List<TimedPlacement> found = new ArrayList<>();
        for (Duration time : times) {
            TextbookAnswer answer = solve(model, time);
            Duration taken = answer.solveTime();
            boolean late = taken.compareTo(time) > 0 && taken.compareTo(time.plus(time.dividedBy(5))) <= 0;
            answer.placement().ifPresent(placement -> found.add(new TimedPlacement(late ? time : taken, placement)));
            if (answer.outcome() == Outcome.OPTIMAL || answer.outcome() == Outcome.INFEASIBLE) {
                break;
            }
        }
        return found;
    }

    private static Variable[] write(TextbookModel model, ModelBuilder builder) {
        IntegerProgram program = model.program();
        long[] costs = program.costs();
        double unit = model.score(1);
        Variable[] columns = new Variable[costs.length];
        LinearExprBuilder objective = LinearExpr.newBuilder();
        for (int column = 0; column < costs.length; column++) {
            columns[column] = builder.newBoolVar("");
            objective.addTerm(columns[column], costs[column] * unit);
        }
        for (IntegerProgram.Row row : program.rows()) {
            LinearExprBuilder sum = LinearExpr.newBuilder();
            for (int term = 0; term < row.columns().size(); term++) {
                sum.addTerm(columns[row.columns().get(term)], row.weights().get(term));
            }
            double least = row.least() == IntegerProgram.NO_LEAST ? Double.NEGATIVE_INFINITY : (double) row.least();
            builder.addLinearConstraint(sum, least, (double) row.most());
        }
        builder.minimize(objective);
        return columns;
    }

    private static Outcome outcome(SolveStatus status) {
        return switch (status) {
            case OPTIMAL -> Outcome.OPTIMAL;
            case FEASIBLE -> Outcome.FEASIBLE;
            case INFEASIBLE -> Outcome.INFEASIBLE;
            case NOT_SOLVED, UNKNOWN_STATUS, CANCELLED_BY_USER -> Outcome.UNKNOWN;
            default -> throw new IllegalStateException("The solver ended with status " + status + ".");
        };
    }
}
