package io.fogatlas.model.placement;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.List;

/**
 * The way of one data flow from one Assignment of its source to one of its destination.
 *
 * @param flow the flow's name
 * @param sourceRegion the region it starts in
 * @param destinationRegion the region it ends in
 * @param links the ids of the links it passes, in order; empty inside one region
 */
public record Route(String flow, String sourceRegion, String destinationRegion, List<String> links) {
    /**
     * Checks the names and copies the list.
     *
     * @param flow the flow's name
     * @param sourceRegion the region it starts in
     * @param destinationRegion the region it ends in
     * @param links the links it passes
     * @throws InvalidModelException if a name is blank
     */
    public Route {
        Problems problems = new Problems();
        problems.text("Route", flow, "flow", flow);
        problems.text("Route", flow, "sourceRegion", sourceRegion);
        problems.text("Route", flow, "destinationRegion", destinationRegion);
        problems.throwIfAny();
        links = List.copyOf(links);
    }
}
