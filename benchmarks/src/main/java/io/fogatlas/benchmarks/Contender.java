package io.fogatlas.benchmarks;

import io.fogatlas.benchmarks.textbook.TextbookAnswer;
import io.fogatlas.benchmarks.textbook.TextbookModel;
import io.fogatlas.benchmarks.textbook.TextbookSolver;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Somebody who places: a solver on the textbook model, or an installed algorithm. */
public interface Contender {
    /** How far a solver's sum of doubles may be from the verifier's, relative to it. */
    double TOLERANCE = 1e-6;

    /**
     * Says how the contender is called in options and output.
     *
     * @return its name
     */
    String name();

    /**
     * Solves a request, from the request to the placement.
     *
     * @param request what is to be placed where
     * @param limit how long it may take
     * @return what came of it
     * @throws IllegalStateException if its placement breaks a rule or is not worth what it says
     */
    Attempt attempt(PlacementRequest request, Duration limit);

    /**
     * Says whether the contender is a solver that others are compared with.
     *
     * @return whether it solves the textbook model
     */
    boolean isTextbook();

    /**
     * Finds contenders by name.
     *
     * @param names {@code highs}, {@code scip}, {@code cp-sat}, each with {@code -pruned} after it for the model without columns that are
     *     out of reach, or names of installed algorithms
     * @return the contenders in that order
     * @throws IllegalArgumentException if there is none of a name
     */
    static List<Contender> named(List<String> names) {
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
        List<Contender> found = new ArrayList<>();
        for (String name : names) {
            found.add(Stream.of(false, true)
                    .flatMap(pruned -> TextbookSolver.all().stream().map(solver -> new Textbook(solver, pruned)))
                    .filter(contender -> contender.name().equals(name))
                    .<Contender>map(contender -> contender)
                    .findFirst()
                    .orElseGet(() -> new Installed(engine, engine.algorithm(name))));
        }
        return found;
    }

    /**
     * A solver. Its time is that of the solving alone: writing the model and reading the placement are given to it for free.
     *
     * @param solver the solver
     * @param pruned whether the model leaves out what is out of reach
     */
    record Textbook(TextbookSolver solver, boolean pruned) implements Contender {
        @Override
        public String name() {
            return pruned ? solver.key() + "-pruned" : solver.key();
        }

        @Override
        public boolean isTextbook() {
            return true;
        }

        @Override
        public Attempt attempt(PlacementRequest request, Duration limit) {
            TextbookModel model = pruned ? TextbookModel.pruned(request) : TextbookModel.of(request);
            ProcessClock clock = ProcessClock.start();
            TextbookAnswer answer = solver.solve(model, limit);
            Duration cpu = clock.cpu();
            OptionalDouble score = answer.placement()
                    .map(placement -> OptionalDouble.of(verified(request, placement)))
                    .orElse(OptionalDouble.empty());
            if (score.isPresent()) {
                double stated = answer.score().orElseThrow();
                double slack = TOLERANCE * Math.max(1, stated);
                // Only a proved optimum is sure to hold no circles, which cost and are not part of the placement.
                require(
                        score.getAsDouble() <= stated + slack
                                && (answer.outcome() != Outcome.OPTIMAL || score.getAsDouble() >= stated - slack),
                        () -> "%s states %s, but its placement is worth %s".formatted(name(), stated, score));
            }
            return new Attempt(answer.outcome(), score, answer.bound(), answer.solveTime(), cpu);
        }

        private double verified(PlacementRequest request, Placement placement) {
            Verification verification = PlacementVerifier.verify(request, placement);
            require(
                    verification.isValid(),
                    () -> name() + " answered with a placement that breaks rules: " + verification.violations());
            return verification.score().map(Score::value).orElseThrow();
        }

        private static void require(boolean condition, Supplier<String> message) {
            if (!condition) {
                throw new IllegalStateException(message.get());
            }
        }
    }

    /**
     * An installed algorithm. Its time is that of everything: compiling the request, searching, verifying.
     *
     * @param engine the engine that runs it
     * @param algorithm the algorithm
     */
    record Installed(PlacementEngine engine, PlacementAlgorithm algorithm) implements Contender {
        @Override
        public String name() {
            return algorithm.name();
        }

        @Override
        public boolean isTextbook() {
            return false;
        }

        @Override
        public Attempt attempt(PlacementRequest request, Duration limit) {
            PlacementRequest limited = request.toBuilder()
                    .limits(new SearchLimits(limit, request.limits().seed()))
                    .build();
            ProcessClock clock = ProcessClock.start();
            Decision decision = engine.place(limited, algorithm);
            return new Attempt(
                    decision.outcome(),
                    decision.score()
                            .map(score -> OptionalDouble.of(score.value()))
                            .orElse(OptionalDouble.empty()),
                    decision.bound(),
                    clock.wall(),
                    clock.cpu());
        }
    }
}
