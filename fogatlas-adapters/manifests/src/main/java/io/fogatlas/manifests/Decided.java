package io.fogatlas.manifests;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementRequest;

/**
 * A decision together with the request it answers, which knows the names, capacities and latencies that go into output.
 *
 * @param request what was asked
 * @param decision what was answered
 */
public record Decided(PlacementRequest request, Decision decision) {
    /**
     * Checks that both are about one application.
     *
     * @param request what was asked
     * @param decision what was answered
     * @throws IllegalArgumentException if they are about different applications
     */
    public Decided {
        if (!request.application().id().equals(decision.application())) {
            throw new IllegalArgumentException("The decision about '%s' does not answer the request about '%s'."
                    .formatted(decision.application(), request.application().id()));
        }
    }
}
