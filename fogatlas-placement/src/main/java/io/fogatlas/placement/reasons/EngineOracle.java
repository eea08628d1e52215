package io.fogatlas.placement.reasons;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.verification.NecessaryConditions;
import java.time.Duration;
import java.util.List;

/**
 * Asks, in this order, the necessary conditions, a fast algorithm, and one that can prove, until one knows. What the algorithms say has
 * gone through the {@link PlacementEngine}, which lets out only verified placements and proofs that were checked.
 */
final class EngineOracle implements FeasibilityOracle {
    /** The engine's names for the algorithms to ask, the fast one first; those that are not installed are left out. */
    private static final List<String> ALGORITHMS = List.of("greedy", "ilp");

    /** The part of the time that an algorithm may take for one question. */
    private static final int PART = 4;

    private final PlacementEngine engine;
    private final List<PlacementAlgorithm> algorithms;

    EngineOracle(PlacementEngine engine) {
        this.engine = engine;
        algorithms = ALGORITHMS.stream()
                .flatMap(name -> engine.algorithms().stream()
                        .filter(algorithm -> algorithm.name().equals(name)))
                .toList();
    }

    @Override
    public Verdict ask(PlacementRequest request, Duration limit) {
        List<Reason> proof = NecessaryConditions.broken(request);
        if (!proof.isEmpty()) {
            return new Verdict.Infeasible(proof);
        }
        PlacementRequest limited = Edits.withDeadline(request, limit.dividedBy(PART));
        for (PlacementAlgorithm algorithm : algorithms) {
            Decision decision = engine.place(limited, algorithm);
            if (decision.placement().isPresent()) {
                return new Verdict.Feasible(decision.placement().get());
            }
            if (decision.outcome() == Outcome.INFEASIBLE) {
                return new Verdict.Infeasible(decision.reasons());
            }
        }
        return new Verdict.Unknown();
    }
}
