package io.fogatlas.placement.problem;

import java.util.Arrays;
import java.util.List;

/**
 * A latency chain in compiled form.
 *
 * @param budgetMicros what is left for the routes when the processing times are taken off; may be negative
 * @param hops for each hop the legs of all flows that join its two vertices
 */
public record Chain(long budgetMicros, List<int[]> hops) {
    /**
     * Copies the list.
     *
     * @param budgetMicros what is left for the routes
     * @param hops the legs of each hop
     */
    public Chain {
        hops = List.copyOf(hops);
    }

    /**
     * Says whether a leg is on the chain.
     *
     * @param leg the leg
     * @return whether one of the hops has it
     */
    public boolean passes(Leg leg) {
        return hops.stream().flatMapToInt(Arrays::stream).anyMatch(index -> index == leg.index());
    }
}
