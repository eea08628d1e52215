package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Chain;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the region in which a slot that fits nowhere does the least harm.
 *
 * <p>Bandwidth that other legs of the draft use counts as free, since they can be routed anew; what counts is how many slots would have to
 * leave: neighbours that cannot be reached within their bounds, and others that lack room or must not be there. Those that left before
 * weigh more, and so does a region the slot was forced into before.
 */
public final class ForcedChoice {
    /** How many regions are reached from one neighbour before the search for regions stops: repairs stay local. */
    private static final int MOST_REACHED = 2_000;

    /** What a slot that has to leave costs; above what routes are likely to cost in these units. */
    private static final double EJECTION = 1e6;

    private final Draft draft;
    private final PlacementProblem problem;
    private final RouteSearch search;
    private final long[] wholeBps;
    private final Map<Long, Integer> forcedBefore = new HashMap<>();
    private final AffinityRules affinities;

    /**
     * Prepares choices.
     *
     * @param draft the draft
     */
    public ForcedChoice(Draft draft) {
        this.draft = draft;
        problem = draft.problem();
        search = new RouteSearch(problem.network());
        wholeBps = problem.network().copyOfFreeBps();
        affinities = new AffinityRules(draft);
    }

    /**
     * Finds the region.
     *
     * @param slot a slot that is nowhere
     * @param ejected how often each slot had to leave so far
     * @return the region; -1 if there is none that the neighbours which cannot move allow
     */
    public int best(Slot slot, int[] ejected) {
        double[] harm = new double[problem.network().regions()];
        for (Leg leg : draft.legsOf(slot.index())) {
            addRoutes(leg, slot, ejected, harm);
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int region = slot.candidates().nextSetBit(0);
                region >= 0;
                region = slot.candidates().nextSetBit(region + 1)) {
            double here = harm[region] + harmInside(slot, region, ejected);
            if (here < least) {
                least = here;
                best = region;
            }
        }
        if (best >= 0) {
            forcedBefore.merge(key(slot, best), 1, Integer::sum);
        }
        return best;
    }

    private long key(Slot slot, int region) {
        return (long) slot.index() * problem.network().regions() + region;
    }

    private double harmInside(Slot slot, int region, int[] ejected) {
        double harm = EJECTION * forcedBefore.getOrDefault(key(slot, region), 0);
        boolean crowded = !draft.mayFit(slot, region);
        double lightest = Double.POSITIVE_INFINITY;
        for (Slot other : draft.slotsIn(region)) {
            double leaving = weight(other, ejected);
            if (AffinityRules.clash(slot, other)) {
                harm += leaving;
            }
            lightest = Math.min(lightest, leaving);
        }
        harm += crowded ? lightest : 0;
        return affinities.mayJoin(slot, region) ? harm : harm + EJECTION;
    }

    private double weight(Slot slot, int[] ejected) {
        return slot.onlyCandidate() >= 0 ? Double.POSITIVE_INFINITY : EJECTION * (1 + ejected[slot.index()]);
    }

    private void addRoutes(Leg leg, Slot slot, int[] ejected, double[] harm) {
        boolean outgoing = leg.source().slot() == slot.index();
        List<Leg.End> others = outgoing ? leg.destinations() : List.of(leg.source());
        boolean canWait = draft.mayEndElsewhere(leg, slot.index());
        boolean otherIsPlaced =
                outgoing ? draft.hasPlacedDestination(leg) : draft.regionOf(leg.source()) != Draft.NOWHERE;
        if (canWait || draft.isRouted(leg) || !otherIsPlaced) {
            return;
        }
        double farAway = 0;
        for (Leg.End end : others) {
            farAway += end.slot() < 0
                    ? Double.POSITIVE_INFINITY
                    : weight(problem.slots().get(end.slot()), ejected);
        }
        search.start(
                outgoing ? RouteSearch.Direction.BACKWARD : RouteSearch.Direction.FORWARD,
                wholeBps,
                RouteSearch.Demand.of(leg, draft.problem().costs(), boundWithoutOthers(leg)),
                link -> 0);
        for (Leg.End end : others) {
            if (draft.regionOf(end) != Draft.NOWHERE) {
                search.from(draft.regionOf(end));
            }
        }
        int reached = 0;
        while (reached < MOST_REACHED && search.next(Double.MAX_VALUE) >= 0) {
            reached++;
        }
        for (int region = 0; region < harm.length; region++) {
            harm[region] += search.isReached(region) ? search.cost(region) : farAway;
        }
    }

    /** The bound of a leg if all other legs of its chains took no time. */
    private long boundWithoutOthers(Leg leg) {
        long bound = leg.boundMicros();
        for (Chain chain : problem.chains()) {
            if (chain.passes(leg)) {
                bound = Math.min(bound, chain.budgetMicros());
            }
        }
        return bound;
    }

    /**
     * Lists the slots that must leave before a slot may join a region, whether there is room or not.
     *
     * @param slot the slot
     * @param region the region
     * @return its siblings and others that must not be there with it, and neighbours that are out of reach
     */
    public List<Slot> inTheWay(Slot slot, int region) {
        List<Slot> inTheWay = new ArrayList<>();
        for (Slot other : draft.slotsIn(region)) {
            if (AffinityRules.clash(slot, other)) {
                inTheWay.add(other);
            }
        }
        if (inTheWay.isEmpty() && !affinities.mayJoin(slot, region)) {
            for (Slot other : problem.slots()) {
                boolean related = other.service().companions().stream()
                                .anyMatch(companions ->
                                        companions.services().get(slot.service().index()))
                        || slot.service().companions().stream()
                                .anyMatch(companions -> companions
                                        .services()
                                        .get(other.service().index()));
                int there = draft.regionOf(other.index());
                if (related
                        && other != slot
                        && there != Draft.NOWHERE
                        && there != region
                        && other.onlyCandidate() < 0) {
                    inTheWay.add(other);
                }
            }
        }
        return inTheWay;
    }

    /**
     * Says whether other slots and affinities let a slot join a region, whether there is room or not.
     *
     * @param slot a slot that is nowhere
     * @param region the region
     * @return whether they do
     */
    public boolean mayJoin(Slot slot, int region) {
        return affinities.mayJoin(slot, region);
    }

    /**
     * Lists the slots at the ends of all legs that share a chain with a leg.
     *
     * @param leg the leg
     * @return the numbers of the slots, each once
     */
    public int[] chainMates(Leg leg) {
        BitSet mates = new BitSet();
        for (Chain chain : problem.chains()) {
            if (chain.passes(leg)) {
                for (int[] hop : chain.hops()) {
                    for (int other : hop) {
                        addSlots(problem.legs().get(other), mates);
                    }
                }
            }
        }
        return mates.stream().toArray();
    }

    private static void addSlots(Leg leg, BitSet slots) {
        if (leg.source().slot() >= 0) {
            slots.set(leg.source().slot());
        }
        leg.destinations().stream().filter(end -> end.slot() >= 0).forEach(end -> slots.set(end.slot()));
    }
}
