package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.CostSpread;
import io.fogatlas.placement.search.RouteSearch;

/**
 * A value no placement's score can be below, in milliseconds: what the {@link Relaxation} costs without prices. Slots are let share nodes
 * and legs share links as if each were alone.
 *
 * <p>O(l m log n) for l legs, n regions and m links. On large problems only legs between fixed ends count, and slots in their cheapest
 * regions.
 */
public final class LowerBound {
    /** Above so many regions × legs, trees take longer than a bound may that goes with every answer. */
    private static final long MOST_REGIONS_TIMES_LEGS = 20_000;

    private final PlacementProblem problem;

    private LowerBound(PlacementProblem problem) {
        this.problem = problem;
    }

    /**
     * Computes the bound.
     *
     * @param problem the problem
     * @return the bound, in units of the score; infinite if it shows that there is no placement
     */
    public static double of(PlacementProblem problem) {
        boolean small = (long) problem.network().regions() * problem.legs().size() <= MOST_REGIONS_TIMES_LEGS;
        return small
                ? new Relaxation(problem, new Prices(problem), () -> false).solve()
                : new LowerBound(problem).withoutTrees();
    }

    /**
     * Claims the bound, unless it was claimed for the same search before.
     *
     * @param problem the problem
     * @param search a search for its best placement
     */
    public static void claim(PlacementProblem problem, Search search) {
        search.raiseBoundOnce(LowerBound.class, () -> of(problem));
    }

    private double withoutTrees() {
        double bound = problem.costs().perRegion();
        if (problem.costs().hasSlotCosts()) {
            for (Slot slot : problem.slots()) {
                bound += slot.candidates().stream()
                        .mapToDouble(region -> problem.costs().ofSlot(slot, region))
                        .min()
                        .orElse(0);
            }
        }
        for (Leg leg : problem.legs()) {
            if (isFixed(leg.source()) && leg.destinations().stream().allMatch(this::isFixed)) {
                bound += alone(leg);
            }
        }
        return bound;
    }

    private boolean isFixed(Leg.End end) {
        return regionOf(end) >= 0;
    }

    private int regionOf(Leg.End end) {
        return end.slot() < 0 ? end.region() : problem.slots().get(end.slot()).onlyCandidate();
    }

    /** What a leg between fixed ends costs at least. */
    private double alone(Leg leg) {
        RouteSearch search =
                CostSpread.overEmptyLinks(problem).start(leg, RouteSearch.Direction.FORWARD, regionOf(leg.source()));
        for (int region = search.next(Double.MAX_VALUE); region >= 0; region = search.next(Double.MAX_VALUE)) {
            int reached = region;
            if (leg.destinations().stream().anyMatch(end -> regionOf(end) == reached)) {
                return search.cost(region);
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
