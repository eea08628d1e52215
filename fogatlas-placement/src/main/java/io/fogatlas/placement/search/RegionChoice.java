package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the cheapest region for one slot of a draft, given where the others are.
 *
 * <p>A search for routes goes outward from every placed vertex that the slot exchanges data with, all of them in step, the one that has
 * come least far first. A region is complete when all have reached it; its cost is the sum of its routes and of what the slot costs there.
 * When no search can come back with anything below the best complete region, that region is the cheapest: no search looks further than
 * the best known. Slots not placed yet are looked ahead to: a region with no room for a neighbour is charged one link for it.
 */
public final class RegionChoice {
    private final Draft draft;
    private final AffinityRules affinities;
    private final List<RouteSearch> searches = new ArrayList<>();
    private final int[] touched;
    private final int[] reachedBy;
    private final double[] routesCost;
    private final double[] leastSlotCost;
    private int round;
    private double cost;

    /**
     * Prepares choices.
     *
     * @param draft the draft
     */
    public RegionChoice(Draft draft) {
        this.draft = draft;
        affinities = new AffinityRules(draft);
        PlacementProblem problem = draft.problem();
        int regions = problem.network().regions();
        touched = new int[regions];
        reachedBy = new int[regions];
        routesCost = new double[regions];
        leastSlotCost = new double[problem.slots().size()];
        if (problem.costs().hasSlotCosts()) {
            for (Slot slot : problem.slots()) {
                leastSlotCost[slot.index()] = slot.candidates().stream()
                        .mapToDouble(region -> problem.costs().ofSlot(slot, region))
                        .min()
                        .orElse(0);
            }
        }
    }

    /**
     * Finds the cheapest region that has room, that affinities allow, and that every neighbour can be reached from. Routes are judged one by
     * one, so two that share a link may still not fit together.
     *
     * @param slot a slot that is nowhere
     * @param banned regions that must not be chosen
     * @return the region, or -1 if there is none
     */
    public int cheapest(Slot slot, BitSet banned) {
        round++;
        cost = Double.POSITIVE_INFINITY;
        int connections = startSearches(slot);
        return connections == 0 ? cheapestAlone(slot, banned) : cheapestConnected(slot, banned, connections);
    }

    /**
     * Says what the region found last costs.
     *
     * @return the cost of the slot and its routes there, in units of the score, with what looking ahead adds
     */
    public double cost() {
        return cost;
    }

    /**
     * Counts the work done so far.
     *
     * @return the number of labels expanded
     */
    public long steps() {
        long steps = 0;
        for (RouteSearch search : searches) {
            steps += search.steps();
        }
        return steps;
    }

    private int startSearches(Slot slot) {
        int connections = 0;
        for (Leg leg : draft.legsOf(slot.index())) {
            if (!draft.isRouted(leg)) {
                RouteSearch search = search(connections);
                if (leg.source().slot() == slot.index()) {
                    start(search, RouteSearch.Direction.BACKWARD, leg);
                    leg.destinations().forEach(end -> startFrom(search, draft.regionOf(end)));
                } else {
                    start(search, RouteSearch.Direction.FORWARD, leg);
                    startFrom(search, draft.regionOf(leg.source()));
                }
                connections += startsSomewhere(leg, slot) ? 1 : 0;
            }
        }
        return connections;
    }

    private RouteSearch search(int index) {
        if (index == searches.size()) {
            searches.add(new RouteSearch(draft.problem().network()));
        }
        return searches.get(index);
    }

    private void start(RouteSearch search, RouteSearch.Direction direction, Leg leg) {
        search.start(
                direction,
                draft.freeBps(),
                LegRouter.demand(draft, leg, draft.boundMicros(leg)),
                LegRouter.surcharge(draft, leg));
    }

    private static void startFrom(RouteSearch search, int region) {
        if (region != Draft.NOWHERE) {
            search.from(region);
        }
    }

    private boolean startsSomewhere(Leg leg, Slot slot) {
        return leg.source().slot() == slot.index()
                ? leg.destinations().stream().anyMatch(end -> draft.regionOf(end) != Draft.NOWHERE)
                : draft.regionOf(leg.source()) != Draft.NOWHERE;
    }

    private int cheapestConnected(Slot slot, BitSet banned, int connections) {
        int best = -1;
        double least = leastSlotCost[slot.index()];
        while (true) {
            RouteSearch search = leastFar(connections);
            if (search.nextCost() + least >= cost) {
                return best;
            }
            int region = search.next(Double.MAX_VALUE);
            if (region >= 0
                    && isComplete(region, search.cost(region), connections)
                    && isAllowed(slot, region, banned)) {
                double here = routesCost[region] + costIn(slot, region);
                if (here < cost) {
                    cost = here;
                    best = region;
                }
            }
        }
    }

    private RouteSearch leastFar(int connections) {
        RouteSearch least = searches.get(0);
        for (int i = 1; i < connections; i++) {
            if (searches.get(i).nextCost() < least.nextCost()) {
                least = searches.get(i);
            }
        }
        return least;
    }

    private boolean isComplete(int region, double routeCost, int connections) {
        if (touched[region] != round) {
            touched[region] = round;
            reachedBy[region] = 0;
            routesCost[region] = 0;
        }
        routesCost[region] += routeCost;
        return ++reachedBy[region] == connections;
    }

    private int cheapestAlone(Slot slot, BitSet banned) {
        int best = -1;
        LookAhead lookAhead = new LookAhead(draft, slot);
        for (int region = slot.candidates().nextSetBit(0);
                region >= 0;
                region = slot.candidates().nextSetBit(region + 1)) {
            if (isAllowed(slot, region, banned)) {
                double here = costIn(slot, region) + lookAhead.costOfScattering(region);
                if (here < cost) {
                    cost = here;
                    best = region;
                }
            }
        }
        return best;
    }

    private boolean isAllowed(Slot slot, int region, BitSet banned) {
        return slot.candidates().get(region) && !banned.get(region) && mayBe(slot, region);
    }

    /**
     * Says whether a slot may join a candidate region, as far as room and affinities go.
     *
     * @param slot a slot that is nowhere
     * @param region one of its candidates
     * @return whether it may
     */
    public boolean mayBe(Slot slot, int region) {
        return draft.mayFit(slot, region) && affinities.mayJoin(slot, region);
    }

    private double costIn(Slot slot, int region) {
        Costs costs = draft.problem().costs();
        double here = costs.hasSlotCosts() ? costs.ofSlot(slot, region) : 0;
        if (costs.perRegion() > 0 && draft.slotsIn(region).isEmpty()) {
            here += costs.perRegion();
        }
        if (costs.perUtilisation() > 0) {
            here += costs.perUtilisation()
                    * Math.max(0, Utilisation.ofRegionWith(draft, region, slot) - Utilisation.highest(draft));
        }
        return here + LookAhead.costOfNeighboursWithoutRoom(draft, slot, region);
    }
}
