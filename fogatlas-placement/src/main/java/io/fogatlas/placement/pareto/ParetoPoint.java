package io.fogatlas.placement.pareto;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Term;
import java.util.Objects;

/**
 * A placement of a front.
 *
 * @param decision the placement, verified, scored by the sum of the front's terms; with a plan if the application runs already
 * @param proved whether it is proved that no placement is better in one of the terms and as good in the others
 */
public record ParetoPoint(Decision decision, boolean proved) {
    /**
     * Checks that there is a placement.
     *
     * @param decision the placement
     * @param proved whether it is proved to be efficient
     * @throws IllegalArgumentException if the decision has no placement
     */
    public ParetoPoint {
        Objects.requireNonNull(decision, "decision");
        if (!decision.isPlaced()) {
            throw new IllegalArgumentException("The decision about " + decision.application() + " has no placement.");
        }
    }

    /**
     * Says how much the placement has of a term.
     *
     * @param term a term of the front
     * @return the amount, as the verifier computed it, in the unit of the term
     */
    public double value(Term term) {
        return decision.score().orElseThrow().terms().getOrDefault(term, 0.0);
    }
}
