package io.fogatlas.manifests;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.reasons.Explanation;
import java.util.Objects;

/**
 * A decision together with the request it answers, which knows the names, capacities and latencies that go into output.
 *
 * @param request what was asked
 * @param decision what was answered
 * @param explanation what was found out about why
 */
public record Decided(PlacementRequest request, Decision decision, Explanation explanation) {
    /**
     * Checks that both are about one application.
     *
     * @param request what was asked
     * @param decision what was answered
     * @param explanation what was found out about why
     * @throws IllegalArgumentException if they are about different applications
     */
    public Decided {
        Objects.requireNonNull(explanation, "explanation");
        if (!request.application().id().equals(decision.application())) {
            throw new IllegalArgumentException("The decision about '%s' does not answer the request about '%s'."
                    .formatted(decision.application(), request.application().id()));
        }
    }

    /**
     * Joins a decision with its request, without explanation.
     *
     * @param request what was asked
     * @param decision what was answered
     * @throws IllegalArgumentException if they are about different applications
     */
    public Decided(PlacementRequest request, Decision decision) {
        this(request, decision, Explanation.NONE);
    }
}
