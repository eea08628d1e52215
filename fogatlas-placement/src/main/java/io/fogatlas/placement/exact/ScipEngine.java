package io.fogatlas.placement.exact;

import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;

/**
 * SCIP, as a second opinion on whether there is any solution at all: it looks at no costs and hands out no solution, since it
 * calculates in doubles. Its rounding lets rows be broken a little and lets whole numbers of a wide range be fractions, so what it
 * finds infeasible is.
 */
final class ScipEngine implements Engine {
    /** Above this, doubles do not tell whole numbers from others well enough. */
    private static final long MOST_WHOLE = 100_000;

    @Override
    public String name() {
        return "SCIP";
    }

    @Override
    public boolean minimises() {
        return false;
    }

    @Override
    public Run prepare(Task task, Listener listener) {
        return new ScipRun(task);
    }

    private static final class ScipRun extends StoppableRun<ModelSolverHelper> {
        private final Task task;

        ScipRun(Task task) {
            this.task = task;
        }

        @Override
        void interrupt(ModelSolverHelper solver) {
            solver.interruptSolve();
        }

        @Override
        public Result solve() {
            ModelBuilderHelper model = new ModelBuilderHelper();
            ModelSolverHelper solver = new ModelSolverHelper("scip");
            try {
                write(model);
                solver.setTimeLimitInSeconds(task.seconds());
                if (!enter(solver)) {
                    return Result.NOTHING;
                }
                solver.solve(model);
                return solver.hasResponse() && solver.getStatus() == SolveStatus.INFEASIBLE
                        ? new Result(Status.INFEASIBLE, null, Double.NEGATIVE_INFINITY)
                        : Result.NOTHING;
            } finally {
                leave();
                solver.delete();
                model.delete();
            }
        }

        /** What stands for 1 in a variable: it goes from 0 to about 1 if its range is wide. */
        private double scale(int variable) {
            long widest = Math.max(
                    Math.abs(task.program().lower(variable)), task.program().upper(variable));
            return widest > MOST_WHOLE ? (double) widest : 1;
        }

        private void write(ModelBuilderHelper model) {
            IntegerProgram program = task.program();
            for (int variable = 0; variable < program.variables(); variable++) {
                double scale = scale(variable);
                model.addVar();
                model.setVarLowerBound(variable, program.lower(variable) / scale);
                model.setVarUpperBound(variable, program.upper(variable) / scale);
                model.setVarIntegrality(variable, scale == 1);
            }
            program.rows().forEach(row -> write(model, row));
        }

        private void write(ModelBuilderHelper model, IntegerProgram.Row row) {
            IntegerProgram program = task.program();
            double least = 0;
            double most = 0;
            for (int i = 0; i < row.variables().length; i++) {
                double low = (double) row.coefficients()[i] * program.lower(row.variables()[i]);
                double high = (double) row.coefficients()[i] * program.upper(row.variables()[i]);
                least += Math.min(low, high);
                most += Math.max(low, high);
            }
            boolean conditional = row.enforcers().length > 0;
            if (row.low() != Long.MIN_VALUE) {
                double low = (double) row.low();
                add(model, row, low, Double.POSITIVE_INFINITY, conditional ? Math.min(0, least - low) : 0);
            }
            if (row.high() != Long.MAX_VALUE) {
                double high = (double) row.high();
                add(model, row, Double.NEGATIVE_INFINITY, high, conditional ? Math.max(0, most - high) : 0);
            }
        }

        /** A row that holds only sometimes gets, for each enforcer that is 0, so much slack that it cannot be broken. */
        private void add(ModelBuilderHelper model, IntegerProgram.Row row, double low, double high, double slack) {
            double largest = 1;
            for (int i = 0; i < row.variables().length; i++) {
                largest = Math.max(largest, Math.abs(row.coefficients()[i] * scale(row.variables()[i])));
            }
            int at = model.addLinearConstraint();
            for (int i = 0; i < row.variables().length; i++) {
                int variable = row.variables()[i];
                model.addConstraintTerm(at, variable, row.coefficients()[i] * scale(variable) / largest);
            }
            for (int enforcer : row.enforcers()) {
                model.addConstraintTerm(at, enforcer, slack / largest);
            }
            double all = slack * row.enforcers().length;
            model.setConstraintLowerBound(at, (low + all) / largest);
            model.setConstraintUpperBound(at, (high + all) / largest);
        }
    }
}
