package io.fogatlas.placement.verification;

import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import java.util.List;

/** Finds conditions without which there is no placement, and that do not hold. */
public final class NecessaryConditions {
    private NecessaryConditions() {}

    /**
     * Checks the conditions.
     *
     * @param request what is to be placed where
     * @return why there can be no placement; empty if that is not proved
     */
    public static List<Reason> broken(PlacementRequest request) {
        return request.application().microservices().isEmpty() ? List.of(new Reason("", "")) : List.of();
    }
}
