package io.fogatlas.placement;

import java.util.Locale;

/** What is known when an algorithm has answered. */
public enum Outcome {
    /** A placement is there, and it is proved that none is better for the whole stated problem. */
    OPTIMAL,
    /** A placement is there. */
    FEASIBLE,
    /** It is proved, and checked again by other means, that there is no placement. */
    INFEASIBLE,
    /** The search ended without a placement and without proof. */
    UNKNOWN;

    /**
     * Says how the outcome is called in output.
     *
     * @return its name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
