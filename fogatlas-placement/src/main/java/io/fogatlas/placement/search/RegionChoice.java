package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the cheapest region for one slot of a draft, given where the others are.
 *
 * <p>A search for routes goes outward from every placed vertex that the slot exchanges data with, all of them in step, the one that has
 * come least far first. A region is complete when all have reached it; its cost is the sum of its routes and of what the slot costs there.
 * A region that searches have not reached costs at least as much as the cheapest they have still to look at: when that leaves no region
 * cheaper than the best complete one, the choice is made (R. Fagin et al., "Optimal aggregation algorithms for middleware", 2003: no
 * random access). Slots not placed yet are looked ahead to: a region with no room for a neighbour is charged one link for it.
 */
public final class RegionChoice {
    private final Draft draft;
    private final AffinityRules affinities;
    private final List<RouteSearch> searches = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private int connected;
    private final int[] touched;
    private final long[] reachedBy;
    private final int[] reachedCount;
    private final double[] costSoFar;
    private final double[] leastSlotCost;
    private int[] live = new int[64];
    private int liveCount;
    private int round;
    private int best = -1;
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
        reachedBy = new long[regions];
        reachedCount = new int[regions];
        costSoFar = new double[regions];
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
     * @param limit regions that cost so much or more are not wanted; infinite if any will do
     * @return the region, or -1 if there is none
     */
    public int cheapest(Slot slot, BitSet banned, double limit) {
        round++;
        cost = limit;
        connected = startSearches(slot);
        return connected == 0 ? cheapestAlone(slot, banned) : cheapestConnected(slot, banned, connected);
    }

    /**
     * Gives the slot's legs the routes by which the region was chosen. A leg whose route does not fit next to the others any more gets none.
     *
     * @param slot the slot a region was found for last
     * @param region that region, in which the slot now is
     */
    public void takeRoutes(Slot slot, int region) {
        for (int i = 0; i < connected; i++) {
            Leg leg = legs.get(i);
            RouteSearch search = searches.get(i);
            int[] path = search.path(region);
            boolean outgoing = leg.source().slot() == slot.index();
            Leg.End end = outgoing ? endIn(leg, search.origin(region)) : endAt(leg, slot);
            if (draft.hasRoom(leg, path) && search.latencyMicros(region) <= draft.boundMicros(leg, end)) {
                draft.route(leg, end, path);
            }
        }
    }

    private Leg.End endIn(Leg leg, int region) {
        return leg.destinations().stream()
                .filter(end -> draft.regionOf(end) == region)
                .findFirst()
                .orElseThrow();
    }

    private static Leg.End endAt(Leg leg, Slot slot) {
        return leg.destinations().stream()
                .filter(end -> end.slot() == slot.index())
                .findFirst()
                .orElseThrow();
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

    /**
     * A leg that may still end at a slot which is not placed yet can wait. Of several sources that a sibling of the slot can serve as well,
     * only the first is followed, for a start.
     */
    private int startSearches(Slot slot) {
        int connections = 0;
        int followed = Draft.NOWHERE;
        for (Leg leg : draft.legsOf(slot.index())) {
            if (draft.isRouted(leg) || !startsSomewhere(leg, slot)) {
                continue;
            }
            boolean outgoing = leg.source().slot() == slot.index();
            if (draft.mayEndElsewhere(leg, slot.index())) {
                int source = draft.regionOf(leg.source());
                followed = followed == Draft.NOWHERE ? source : followed;
                if (outgoing || source != followed) {
                    continue;
                }
            }
            start(connections++, leg, slot);
        }
        return connections;
    }

    private void start(int connection, Leg leg, Slot slot) {
        boolean outgoing = leg.source().slot() == slot.index();
        if (connection == searches.size()) {
            searches.add(new RouteSearch(draft.problem().network()));
            legs.add(leg);
        }
        legs.set(connection, leg);
        RouteSearch search = searches.get(connection);
        long bound = outgoing ? draft.boundMicros(leg) : draft.boundMicros(leg, endAt(leg, slot));
        search.start(
                outgoing ? RouteSearch.Direction.BACKWARD : RouteSearch.Direction.FORWARD,
                draft.freeBps(),
                LegRouter.demand(draft, leg, bound),
                LegRouter.surcharge(draft, leg));
        for (Leg.End end : outgoing ? leg.destinations() : List.of(leg.source())) {
            if (draft.regionOf(end) != Draft.NOWHERE) {
                search.from(draft.regionOf(end));
            }
        }
    }

    private boolean startsSomewhere(Leg leg, Slot slot) {
        return leg.source().slot() == slot.index()
                ? leg.destinations().stream().anyMatch(end -> draft.regionOf(end) != Draft.NOWHERE)
                : draft.regionOf(leg.source()) != Draft.NOWHERE;
    }

    private int cheapestConnected(Slot slot, BitSet banned, int connections) {
        best = -1;
        liveCount = 0;
        double least = leastSlotCost[slot.index()];
        while (frontier(connections, ~0L) + least < cost) {
            int connection = leastFar(connections, ~0L);
            int region = searches.get(connection).next(Double.MAX_VALUE);
            if (region >= 0) {
                reach(slot, banned, region, connection, connections, /* newRegionsCount= */ true);
            }
        }
        // No region that is still unknown can be better. Those that some searches have reached may be.
        while (dropHopeless(connections)) {
            long missing = ~reachedBy[live[0]];
            for (int step = 0; step <= liveCount / 4; step++) {
                int connection = leastFar(connections, missing);
                int region = searches.get(connection).next(Double.MAX_VALUE);
                if (region >= 0) {
                    reach(slot, banned, region, connection, connections, /* newRegionsCount= */ false);
                }
            }
        }
        return best;
    }

    /** Says what a region must at least cost in routes that so many searches, as a set of bits, have not reached it by. */
    private double frontier(int connections, long missing) {
        double sum = 0;
        for (int i = 0; i < connections; i++) {
            if (i >= Long.SIZE || (missing & 1L << i) != 0) {
                sum += searches.get(i).nextCost();
            }
        }
        return sum;
    }

    private int leastFar(int connections, long among) {
        int least = -1;
        double leastCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < connections; i++) {
            boolean counts = i >= Long.SIZE || (among & 1L << i) != 0;
            if (counts && (least < 0 || searches.get(i).nextCost() < leastCost)) {
                least = i;
                leastCost = searches.get(i).nextCost();
            }
        }
        return least;
    }

    private void reach(Slot slot, BitSet banned, int region, int connection, int connections, boolean newRegionsCount) {
        if (touched[region] != round) {
            if (!newRegionsCount) {
                return;
            }
            touched[region] = round;
            reachedBy[region] = 0;
            reachedCount[region] = 0;
            if (!isAllowed(slot, region, banned)) {
                costSoFar[region] = Double.POSITIVE_INFINITY;
                return;
            }
            costSoFar[region] = costIn(slot, region);
            if (liveCount == live.length) {
                live = Arrays.copyOf(live, 2 * liveCount);
            }
            live[liveCount++] = region;
        }
        costSoFar[region] += searches.get(connection).cost(region);
        reachedBy[region] |= connection < Long.SIZE ? 1L << connection : 0;
        if (++reachedCount[region] == connections && costSoFar[region] < cost) {
            cost = costSoFar[region];
            best = region;
        }
    }

    /** Forgets regions that are complete or cannot become the best; says whether any is left. */
    private boolean dropHopeless(int connections) {
        int kept = 0;
        for (int i = 0; i < liveCount; i++) {
            int region = live[i];
            if (reachedCount[region] < connections
                    && costSoFar[region] < cost
                    && costSoFar[region] + missingCost(region, connections) < cost) {
                live[kept++] = region;
            }
        }
        liveCount = kept;
        return kept > 0;
    }

    /** Beyond 64 connections it is not known which of them have reached a region: they are taken to have. */
    private double missingCost(int region, int connections) {
        return frontier(Math.min(connections, Long.SIZE), ~reachedBy[region]);
    }

    private int cheapestAlone(Slot slot, BitSet banned) {
        best = -1;
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
