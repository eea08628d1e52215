package io.fogatlas.placement.exact;

import io.fogatlas.model.placement.Placement;
import java.util.Optional;

/**
 * What a {@link TermSolver} found out.
 *
 * @param placement a verified placement within the bounds on the terms, if one was found
 * @param proved whether the placement is proved to be the best of those, or it is proved that there is none
 * @param effort how much work it took, in seconds of a machine that is the same everywhere
 */
public record TermSolution(Optional<Placement> placement, boolean proved, double effort) {
    static TermSolution nothing(double effort) {
        return new TermSolution(Optional.empty(), /* proved= */ true, effort);
    }

    static TermSolution unknown(double effort) {
        return new TermSolution(Optional.empty(), /* proved= */ false, effort);
    }

    static TermSolution found(Placement placement, boolean proved, double effort) {
        return new TermSolution(Optional.of(placement), proved, effort);
    }

    /**
     * Says whether it is proved that no placement is within the bounds.
     *
     * @return whether there is none
     */
    public boolean isNothing() {
        return proved && placement.isEmpty();
    }
}
