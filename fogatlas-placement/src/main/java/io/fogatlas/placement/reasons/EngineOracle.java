package io.fogatlas.placement.reasons;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.exact.MissingSolverException;
import io.fogatlas.placement.verification.NecessaryConditions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks, in this order, the necessary conditions, a fast algorithm, and one that can prove, until one knows. What the algorithms say has
 * gone through the {@link PlacementEngine}, which lets out only verified placements and proofs that were checked.
 */
final class EngineOracle implements FeasibilityOracle {
    private static final String FAST = "greedy";

    private static final String EXACT = "ilp";

    /** With less time than this the exact algorithm is not worth loading. */
    private static final Duration LEAST_FOR_EXACT = Duration.ofSeconds(1);

    /** The part of the time that an algorithm may take for one question. */
    private static final int PART = 4;

    private final PlacementEngine engine;
    private final List<PlacementAlgorithm> algorithms;

    private EngineOracle(PlacementEngine engine, List<PlacementAlgorithm> algorithms) {
        this.engine = engine;
        this.algorithms = algorithms;
    }

    /** Takes those of an engine; those that are not installed are left out. */
    static EngineOracle of(PlacementEngine engine) {
        return new EngineOracle(engine, named(engine.algorithms(), FAST, EXACT));
    }

    private static List<PlacementAlgorithm> named(List<PlacementAlgorithm> among, String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        among.stream().filter(algorithm -> algorithm.name().equals(name)))
                .toList();
    }

    @Override
    public FeasibilityOracle quick() {
        return new EngineOracle(engine, named(algorithms, FAST));
    }

    @Override
    public Verdict ask(PlacementRequest request, Duration limit) {
        long start = System.nanoTime();
        List<Reason> proof = NecessaryConditions.broken(request);
        if (!proof.isEmpty()) {
            return new Verdict.Infeasible(proof);
        }
        for (PlacementAlgorithm algorithm : algorithms) {
            Duration left = limit.minusNanos(System.nanoTime() - start).dividedBy(PART);
            if (algorithm.name().equals(EXACT) && limit.compareTo(LEAST_FOR_EXACT) < 0) {
                return new Verdict.Unknown();
            }
            Verdict verdict =
                    left.isNegative() ? new Verdict.Unknown() : ask(Edits.withDeadline(request, left), algorithm);
            if (!(verdict instanceof Verdict.Unknown)) {
                return verdict;
            }
        }
        return new Verdict.Unknown();
    }

    private Verdict ask(PlacementRequest request, PlacementAlgorithm algorithm) {
        try {
            Decision decision = engine.place(request, algorithm);
            if (decision.placement().isPresent()) {
                return new Verdict.Feasible(decision.placement().get());
            }
            return decision.outcome() == Outcome.INFEASIBLE
                    ? new Verdict.Infeasible(decision.reasons())
                    : new Verdict.Unknown();
        } catch (MissingSolverException notInstalled) {
            // explanations are of use without the exact algorithm too
            return new Verdict.Unknown();
        }
    }
}
