package io.fogatlas.placement.reasons;

import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import java.util.List;

/**
 * Requirements that cannot hold together: proved infeasible if everything else were dropped.
 *
 * @param requirements the requirements; empty if there is no placement even without any
 * @param minimal whether it was shown that dropping any one of them leaves something feasible, each by a verified placement; if not,
 *     there may be fewer that conflict
 * @param proof what proves that they conflict
 */
public record Conflict(List<Requirement> requirements, boolean minimal, List<Reason> proof) {
    /**
     * Copies the lists.
     *
     * @param requirements the requirements
     * @param minimal whether none can be left out
     * @param proof what proves it
     */
    public Conflict {
        requirements = List.copyOf(requirements);
        proof = List.copyOf(proof);
    }

    /**
     * Gives the request of which nothing is left but these requirements.
     *
     * @param request the request the conflict is about
     * @return an infeasible request
     */
    public PlacementRequest alone(PlacementRequest request) {
        return new RequirementSet(request).keeping(requirements);
    }

    /**
     * Gives the request of which nothing is left but these requirements less one.
     *
     * @param request the request the conflict is about
     * @param member one of the requirements
     * @return a request that is feasible if the conflict is minimal
     */
    public PlacementRequest without(PlacementRequest request, Requirement member) {
        return new RequirementSet(request)
                .keeping(requirements.stream()
                        .filter(each -> !each.equals(member))
                        .toList());
    }
}
