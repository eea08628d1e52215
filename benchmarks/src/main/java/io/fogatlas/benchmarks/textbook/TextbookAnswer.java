package io.fogatlas.benchmarks.textbook;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a solver answered.
 *
 * @param outcome what the solver claims
 * @param placement its solution; present if and only if the outcome is optimal or feasible
 * @param score the objective it states for the solution, in units of the score; empty without one
 * @param bound what it states that no solution's objective is below, in units of the score; empty if it states none
 * @param solveTime how long the call took in which the solver solved; writing the model is not counted
 */
public record TextbookAnswer(
        Outcome outcome,
        Optional<Placement> placement,
        OptionalDouble score,
        OptionalDouble bound,
        Duration solveTime) {}
