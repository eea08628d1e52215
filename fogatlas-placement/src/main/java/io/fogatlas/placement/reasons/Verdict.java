package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Reason;
import java.util.List;

/** What a {@link FeasibilityOracle} knows about a request. */
public sealed interface Verdict {
    /**
     * There is a placement.
     *
     * @param placement one that keeps every rule, as the verifier found
     */
    record Feasible(Placement placement) implements Verdict {}

    /**
     * It is proved that there is no placement.
     *
     * @param proof what proves it
     */
    record Infeasible(List<Reason> proof) implements Verdict {
        /**
         * Copies the list.
         *
         * @param proof what proves it
         */
        public Infeasible {
            proof = List.copyOf(proof);
        }
    }

    /** Neither was found in the time there was. */
    record Unknown() implements Verdict {}
}
