package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What is left of a problem after some choices were ruled out: regions of slots and arcs of legs. Nothing else may be ruled out by it, so
 * that an optimum under a restriction is the optimum as long as every better placement keeps it.
 *
 * @param candidates by slot the regions it may go to; not to be changed
 * @param arcs by leg the arcs of {@link io.fogatlas.placement.problem.Network#forward} it may pass; missing where it may pass all
 */
record Restriction(List<BitSet> candidates, Map<Integer, BitSet> arcs) {
    /**
     * Rules out nothing.
     *
     * @param problem the problem
     * @return all candidates and all arcs
     */
    static Restriction none(PlacementProblem problem) {
        return new Restriction(problem.slots().stream().map(Slot::candidates).toList(), Map.of());
    }

    boolean mayUse(Leg leg, int arc) {
        BitSet allowed = arcs.get(leg.index());
        return allowed == null || allowed.get(arc);
    }
}
