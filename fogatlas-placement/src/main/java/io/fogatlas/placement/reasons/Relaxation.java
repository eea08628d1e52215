package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes that together make a request feasible.
 *
 * @param changes the changes; at least one
 * @param smallest whether it is proved that none of them can be left out, and none be smaller by one unit while the others stay
 * @param placement a placement of the changed request, verified
 */
public record Relaxation(List<Change> changes, boolean smallest, Placement placement) {
    /**
     * Copies the list.
     *
     * @param changes the changes
     * @param smallest whether less is proved not to be enough
     * @param placement a placement of the changed request
     */
    public Relaxation {
        changes = List.copyOf(changes);
    }

    /**
     * Makes the changes.
     *
     * @param request the request that is infeasible
     * @return the request that is feasible
     */
    public PlacementRequest appliedTo(PlacementRequest request) {
        PlacementRequest changed = request;
        for (Change change : changes) {
            changed = change.appliedTo(changed);
        }
        return changed;
    }

    /**
     * Measures it: the sum of the sizes of its changes, by which relaxations are sorted.
     *
     * @return the size; a dropped requirement counts 1
     */
    public double size() {
        return changes.stream().mapToDouble(Change::size).sum();
    }

    /**
     * Says what to change.
     *
     * @return a line of text
     */
    public String text() {
        return changes.stream().map(Change::text).collect(Collectors.joining(" and "));
    }
}
