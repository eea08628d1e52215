package io.fogatlas.placement.reasons;

import io.fogatlas.placement.PlacementRequest;
import java.time.Duration;

/** Says whether a request has a placement, and never guesses. */
@FunctionalInterface
public interface FeasibilityOracle {
    /**
     * Answers.
     *
     * @param request what is to be placed where; its own limits do not count
     * @param limit after which time to answer with what is known
     * @return a verified placement, a proof that there is none, or that it is not known
     */
    Verdict ask(PlacementRequest request, Duration limit);

    /**
     * Gives one that answers in milliseconds and more often does not know, for questions that come by the dozen.
     *
     * @return the quick one; this one unless there is a difference
     */
    default FeasibilityOracle quick() {
        return this;
    }
}
