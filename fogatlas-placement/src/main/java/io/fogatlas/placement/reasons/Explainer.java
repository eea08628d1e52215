package io.fogatlas.placement.reasons;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.time.Duration;
import java.util.Objects;

/**
 * Explains decisions. Immutable and thread-safe.
 *
 * <p>For what cannot be placed: which regions fail by which rule, a minimal conflict, and relaxations. For what is placed: what the
 * score is made of, and the price of moving. Whatever is claimed was checked: conflicts by proofs and verified placements, relaxations
 * and moves by verified placements.
 */
public final class Explainer {
    private final FeasibilityOracle oracle;

    /**
     * Takes somebody who knows what is feasible.
     *
     * @param oracle is asked some dozens of times for one explanation
     */
    public Explainer(FeasibilityOracle oracle) {
        this.oracle = Objects.requireNonNull(oracle, "oracle");
    }

    /**
     * Takes the algorithms of an engine to find out what is feasible.
     *
     * @param engine the engine
     * @return an explainer
     */
    public static Explainer of(PlacementEngine engine) {
        return new Explainer(EngineOracle.of(engine));
    }

    /**
     * Explains a decision.
     *
     * @param request what was asked
     * @param decision what was answered
     * @param limit the time after which to stop; what there was no time for is listed in the explanation
     * @return why
     */
    public Explanation explain(PlacementRequest request, Decision decision, Duration limit) {
        Budget budget = Budget.of(limit);
        return decision.placement()
                .map(placement -> ScoreSearch.explain(request, placement, budget))
                .orElseGet(() -> new Refusal(request, decision, oracle, budget).explain());
    }
}
