package io.fogatlas.placement.reasons;

import io.fogatlas.placement.PlacementRequest;
import java.util.Optional;

/**
 * One thing that a request insists on and could do without. What is left when every requirement is dropped is fixed: that each
 * microservice has a replica on a ready node, and where endpoints, nodes and links that are up are.
 */
public sealed interface Requirement permits MicroserviceRequirement, FlowRequirement, SharedRequirement {
    /**
     * Says of which kind it is.
     *
     * @return a word in lower case with hyphens, such as {@code memory} or {@code latency}
     */
    String kind();

    /**
     * Says what is required.
     *
     * @return a line of text
     */
    String text();

    /**
     * Says which microservice requires it.
     *
     * @return its name; empty if it is not a microservice's
     */
    default Optional<String> microservice() {
        return Optional.empty();
    }

    /**
     * Says which data flow requires it.
     *
     * @return its name; empty if it is not a flow's
     */
    default Optional<String> flow() {
        return Optional.empty();
    }

    /**
     * Drops it.
     *
     * @param request a request, perhaps less other requirements already
     * @return the request without it; whatever keeps the rules of the first keeps those of the second
     */
    PlacementRequest droppedFrom(PlacementRequest request);
}
