package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Estimates what a choice for one slot will cost those that are placed after it. */
final class LookAhead {
    private final Draft draft;
    private final double flowCost;
    private final double[] wanted;

    /** Looks at all that hangs together with a slot and is not placed. */
    LookAhead(Draft draft, Slot slot) {
        this.draft = draft;
        PlacementProblem problem = draft.problem();
        wanted = new double[problem.hosts().dimensions()];
        double sum = 0;
        BitSet seen = new BitSet();
        Deque<Slot> open = new ArrayDeque<>();
        seen.set(slot.index());
        open.add(slot);
        while (!open.isEmpty()) {
            Slot next = open.remove();
            for (int d = 0; d < wanted.length; d++) {
                wanted[d] += (double) next.service().demand(d, 0) * next.replicas();
            }
            for (Leg leg : draft.legsOf(next.index())) {
                sum += problem.costs().perLink(leg.bandwidthBps()) / 2;
                int other = otherEnd(leg, next);
                if (other >= 0 && draft.regionOf(other) == Draft.NOWHERE && !seen.get(other)) {
                    seen.set(other);
                    open.add(problem.slots().get(other));
                }
            }
        }
        flowCost = sum;
    }

    /** The more of it all a region has room for, the less its flows will cost. */
    double costOfScattering(int region) {
        Hosts hosts = draft.problem().hosts();
        if (hosts.unlimited()) {
            return 0;
        }
        double share = 1;
        for (int d = 0; d < wanted.length; d++) {
            if (wanted[d] > 0) {
                share = Math.min(share, draft.freeIn(region, d) / wanted[d]);
            }
        }
        return (1 - share) * flowCost;
    }

    /** Charges one link for every neighbour that is not placed yet and could not come to the same region. */
    static double costOfNeighboursWithoutRoom(Draft draft, Slot slot, int region) {
        PlacementProblem problem = draft.problem();
        double cost = 0;
        for (Leg leg : draft.legsOf(slot.index())) {
            int other = otherEnd(leg, slot);
            if (other >= 0 && draft.regionOf(other) == Draft.NOWHERE) {
                Slot neighbour = problem.slots().get(other);
                if (!neighbour.candidates().get(region) || !roomForBoth(draft, slot, neighbour, region)) {
                    cost += problem.costs().perLink(leg.bandwidthBps());
                }
            }
        }
        return cost;
    }

    private static boolean roomForBoth(Draft draft, Slot slot, Slot neighbour, int region) {
        Hosts hosts = draft.problem().hosts();
        if (hosts.unlimited()) {
            return true;
        }
        for (int d = 0; d < hosts.dimensions(); d++) {
            double both = (double) slot.service().demand(d, region) * slot.replicas()
                    + (double) neighbour.service().demand(d, region) * neighbour.replicas();
            if (both > draft.freeIn(region, d)) {
                return false;
            }
        }
        return true;
    }

    /** The slot at the other end of a leg, if it is the only one there. */
    private static int otherEnd(Leg leg, Slot slot) {
        if (leg.source().slot() == slot.index()) {
            return leg.destinations().size() == 1 ? leg.destinations().get(0).slot() : -1;
        }
        return leg.source().slot();
    }
}
