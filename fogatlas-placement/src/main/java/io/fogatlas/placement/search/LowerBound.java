package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.BitSet;

/**
 * A value no placement's score can be below: every slot in its cheapest region, every leg on the cheapest route that is possible at all
 * between the regions its ends may be in, each as if it were alone, and one region opened.
 */
public final class LowerBound {
    private LowerBound() {}

    /**
     * Computes the bound. Legs between two slots that could share a region cost nothing here; the others take one bounded search each.
     *
     * @param problem the problem
     * @return the bound, in units of the score; infinite if some leg has no possible route at all
     */
    public static double of(PlacementProblem problem) {
        double bound = problem.costs().perRegion();
        if (problem.costs().hasSlotCosts()) {
            for (Slot slot : problem.slots()) {
                bound += slot.candidates().stream()
                        .mapToDouble(region -> problem.costs().ofSlot(slot, region))
                        .min()
                        .orElse(0);
            }
        }
        RouteSearch search = new RouteSearch(problem.network());
        long[] freeBps = problem.network().copyOfFreeBps();
        for (Leg leg : problem.legs()) {
            BitSet from = regions(problem, leg.source());
            BitSet to = new BitSet();
            leg.destinations().forEach(end -> to.or(regions(problem, end)));
            if (!from.intersects(to)) {
                bound += cheapest(problem, search, freeBps, leg, from, to);
            }
        }
        return bound;
    }

    private static BitSet regions(PlacementProblem problem, Leg.End end) {
        if (end.slot() >= 0) {
            return problem.slots().get(end.slot()).candidates();
        }
        BitSet region = new BitSet();
        region.set(end.region());
        return region;
    }

    private static double cheapest(
            PlacementProblem problem, RouteSearch search, long[] freeBps, Leg leg, BitSet from, BitSet to) {
        search.start(
                RouteSearch.Direction.FORWARD,
                freeBps,
                new RouteSearch.Demand(
                        leg.bandwidthBps(),
                        problem.costs().perLink(leg.bandwidthBps()),
                        problem.costs().perMicro(),
                        leg.boundMicros()),
                link -> 0);
        from.stream().forEach(search::from);
        for (int region = search.next(Double.MAX_VALUE); region >= 0; region = search.next(Double.MAX_VALUE)) {
            if (to.get(region)) {
                return search.cost(region);
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
