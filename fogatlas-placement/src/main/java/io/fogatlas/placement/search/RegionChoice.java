package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.Arrays;
import java.util.BitSet;

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
    private final Connections connections;
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
        connections = new Connections(draft);
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
        best = -1;
        cost = limit;
        connections.start(slot);
        if (connections.count() == 0) {
            chooseAlone(slot, banned);
        } else {
            chooseConnected(slot, banned);
        }
        return best;
    }

    /**
     * Gives the slot's legs the routes by which the region was chosen. A leg whose route does not fit next to the others any more gets none.
     *
     * @param slot a slot a region was found for last
     * @param region that region, in which the slot now is
     */
    public void takeRoutes(Slot slot, int region) {
        connections.takeRoutes(slot, region);
    }

    /**
     * Counts the work done so far.
     *
     * @return the number of labels expanded
     */
    public long steps() {
        return connections.steps();
    }

    private void chooseConnected(Slot slot, BitSet banned) {
        liveCount = 0;
        double least = leastSlotCost[slot.index()];
        while (connections.frontier(Connections.ALL) + least < cost) {
            advance(slot, banned, Connections.ALL, /* newRegionsCount= */ true);
        }
        // No region that is still unknown can be better. Those that some searches have reached may be.
        while (dropHopeless()) {
            long missing = ~reachedBy[live[0]];
            for (int step = 0; step <= liveCount / 4; step++) {
                advance(slot, banned, missing, /* newRegionsCount= */ false);
            }
        }
    }

    private void advance(Slot slot, BitSet banned, long among, boolean newRegionsCount) {
        int connection = connections.leastFar(among);
        int region = connections.search(connection).next(Double.MAX_VALUE);
        if (region >= 0 && (touched[region] == round || newRegionsCount)) {
            reach(slot, banned, region, connection);
        }
    }

    private void reach(Slot slot, BitSet banned, int region, int connection) {
        if (touched[region] != round) {
            touched[region] = round;
            reachedBy[region] = 0;
            reachedCount[region] = 0;
            if (isAllowed(slot, region, banned)) {
                costSoFar[region] = costIn(slot, region);
                addLive(region);
            } else {
                costSoFar[region] = Double.POSITIVE_INFINITY;
            }
        }
        costSoFar[region] += connections.search(connection).cost(region);
        reachedBy[region] |= connection < Long.SIZE ? 1L << connection : 0;
        if (++reachedCount[region] == connections.count() && costSoFar[region] < cost) {
            cost = costSoFar[region];
            best = region;
        }
    }

    private void addLive(int region) {
        if (liveCount == live.length) {
            live = Arrays.copyOf(live, 2 * liveCount);
        }
        live[liveCount++] = region;
    }

    /** Forgets regions that are complete or cannot become the best; says whether any is left. */
    private boolean dropHopeless() {
        int kept = 0;
        for (int i = 0; i < liveCount; i++) {
            int region = live[i];
            if (reachedCount[region] < connections.count()
                    && costSoFar[region] < cost
                    && costSoFar[region] + connections.knownFrontier(~reachedBy[region]) < cost) {
                live[kept++] = region;
            }
        }
        liveCount = kept;
        return kept > 0;
    }

    private void chooseAlone(Slot slot, BitSet banned) {
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
                    * Math.max(
                            0,
                            draft.utilisation().ofRegionWith(draft, region, slot)
                                    - draft.utilisation().highest());
        }
        return here + LookAhead.costOfNeighboursWithoutRoom(draft, slot, region);
    }
}
