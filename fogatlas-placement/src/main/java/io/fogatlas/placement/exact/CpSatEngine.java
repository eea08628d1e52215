package io.fogatlas.placement.exact;

import com.google.ortools.sat.ConstraintProto;
import com.google.ortools.sat.CpModelProto;
import com.google.ortools.sat.CpObjectiveProto;
import com.google.ortools.sat.CpSolverResponse;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntegerVariableProto;
import com.google.ortools.sat.LinearConstraintProto;
import com.google.ortools.sat.SatParameters;
import com.google.ortools.sat.SolutionCallback;
import com.google.ortools.sat.SolveWrapper;

/**
 * CP-SAT: one thread for each solve, and its native memory is given back when the solve ends.
 *
 * @param presolve whether to simplify the rows first; a solve without it checks one with it
 */
record CpSatEngine(boolean presolve) implements Engine {
    @Override
    public String name() {
        return presolve ? "CP-SAT" : "CP-SAT without presolve";
    }

    @Override
    public boolean minimises() {
        return true;
    }

    @Override
    public Run prepare(Task task, Listener listener) {
        return new CpSatRun(task, presolve, listener);
    }

    private static final class CpSatRun extends StoppableRun<SolveWrapper> {
        private final Task task;
        private final boolean presolve;
        private final Listener listener;

        CpSatRun(Task task, boolean presolve, Listener listener) {
            this.task = task;
            this.presolve = presolve;
            this.listener = listener;
        }

        @Override
        void interrupt(SolveWrapper solver) {
            solver.stopSearch();
        }

        @Override
        public Result solve() {
            CpModelProto model = model();
            SolveWrapper solver = new SolveWrapper();
            Improvements improvements = new Improvements(task.program().variables(), listener);
            try {
                solver.setParameters(parameters());
                solver.addSolutionCallback(improvements);
                return enter(solver) ? result(solver.solve(model)) : Result.NOTHING;
            } finally {
                leave();
                solver.clearSolutionCallback(improvements);
                solver.delete();
                improvements.delete();
            }
        }

        private SatParameters parameters() {
            return SatParameters.newBuilder()
                    .setNumWorkers(1)
                    .setRandomSeed((int) (task.seed() & Integer.MAX_VALUE))
                    .setMaxTimeInSeconds(task.seconds())
                    .setMaxDeterministicTime(task.effort())
                    .setCpModelPresolve(presolve)
                    // This part of the presolve of OR-Tools 9.15 proves what is not so: google/or-tools#5293.
                    .setPresolveInclusionWorkLimit(0)
                    // Signals belong to the program that this library is part of.
                    .setCatchSigintSignal(false)
                    .build();
        }

        private CpModelProto model() {
            IntegerProgram program = task.program();
            CpModelProto.Builder model = CpModelProto.newBuilder();
            CpObjectiveProto.Builder objective = CpObjectiveProto.newBuilder();
            for (int variable = 0; variable < program.variables(); variable++) {
                model.addVariables(IntegerVariableProto.newBuilder()
                        .addDomain(program.lower(variable))
                        .addDomain(program.upper(variable)));
                if (task.costs()[variable] != 0) {
                    objective.addVars(variable).addCoeffs(task.costs()[variable]);
                }
            }
            if (objective.getVarsCount() > 0) {
                model.setObjective(objective.addDomain(0).addDomain(task.mostCost()));
            }
            for (IntegerProgram.Row row : program.rows()) {
                model.addConstraints(constraint(row));
            }
            return model.build();
        }

        private static ConstraintProto.Builder constraint(IntegerProgram.Row row) {
            ConstraintProto.Builder constraint = ConstraintProto.newBuilder();
            for (int enforcer : row.enforcers()) {
                constraint.addEnforcementLiteral(enforcer);
            }
            LinearConstraintProto.Builder linear = LinearConstraintProto.newBuilder();
            for (int i = 0; i < row.variables().length; i++) {
                linear.addVars(row.variables()[i]).addCoeffs(row.coefficients()[i]);
            }
            return constraint.setLinear(linear.addDomain(row.low()).addDomain(row.high()));
        }

        private static Result result(CpSolverResponse response) {
            Status status = status(response.getStatus());
            if (status == Status.UNKNOWN && response.getStatus() == CpSolverStatus.MODEL_INVALID) {
                throw new IllegalStateException("CP-SAT refuses the model: " + response.getSolutionInfo());
            }
            boolean solved = status == Status.OPTIMAL || status == Status.FEASIBLE;
            return new Result(
                    status,
                    solved
                            ? response.getSolutionList().stream()
                                    .mapToLong(Long::longValue)
                                    .toArray()
                            : null,
                    solved ? response.getBestObjectiveBound() : Double.NEGATIVE_INFINITY,
                    response.getDeterministicTime());
        }

        private static Status status(CpSolverStatus status) {
            return switch (status) {
                case OPTIMAL -> Status.OPTIMAL;
                case FEASIBLE -> Status.FEASIBLE;
                case INFEASIBLE -> Status.INFEASIBLE;
                default -> Status.UNKNOWN;
            };
        }
    }

    /**
     * Is called by CP-SAT for each better solution, and tells the bound of that moment. The callback that OR-Tools 9.15 has for bounds
     * alone crashes the Java virtual machine.
     */
    private static final class Improvements extends SolutionCallback {
        private final int variables;
        private final Listener listener;

        Improvements(int variables, Listener listener) {
            this.variables = variables;
            this.listener = listener;
        }

        @Override
        public void onSolutionCallback() {
            long[] values = new long[variables];
            for (int variable = 0; variable < variables; variable++) {
                values[variable] = solutionIntegerValue(variable);
            }
            listener.found(values);
            listener.bounded(bestObjectiveBound());
        }
    }
}
