package io.fogatlas.placement.greedy;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.BitSet;
import java.util.Optional;

/**
 * The slots of a draft that are not placed, and what they are ordered by. That is kept from one step to the next, and worked out anew only for the
 * neighbours of what was placed or had to leave, so that a step takes little more than a look at each slot.
 */
final class WaitingSlots {
    private final PlacementProblem problem;
    private final Draft draft;
    private final Repair repair;
    private final boolean[] placed;
    private final int[] candidates;
    private final double[] share;
    private final double[] pull;

    WaitingSlots(Draft draft, Repair repair) {
        this.draft = draft;
        this.repair = repair;
        problem = draft.problem();
        int slots = problem.slots().size();
        placed = new boolean[slots];
        candidates = new int[slots];
        share = new double[slots];
        pull = new double[slots];
        for (Slot slot : problem.slots()) {
            int index = slot.index();
            placed[index] = draft.regionOf(index) != Draft.NOWHERE;
            candidates[index] = slot.candidates().cardinality();
            share[index] = shareOf(problem, slot);
            pull[index] = pullOf(draft, index);
        }
    }

    /** Takes notice of what was placed and what left, and gives the slot to place next; ties go to the lower number. */
    Optional<Slot> next(SlotOrder order) {
        refresh();
        int best = -1;
        for (int slot = 0; slot < placed.length; slot++) {
            if (!placed[slot] && (best < 0 || compare(order, slot, best) < 0)) {
                best = slot;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(problem.slots().get(best));
    }

    private int compare(SlotOrder order, int a, int b) {
        int choice = Boolean.compare(candidates[a] != 1, candidates[b] != 1);
        if (choice != 0) {
            return choice;
        }
        int ejected = Integer.compare(
                repair.timesEjected(problem.slots().get(b)),
                repair.timesEjected(problem.slots().get(a)));
        return ejected != 0 ? ejected : order.compare(this, a, b);
    }

    private void refresh() {
        BitSet changed = new BitSet();
        for (int slot = 0; slot < placed.length; slot++) {
            boolean now = draft.regionOf(slot) != Draft.NOWHERE;
            if (now != placed[slot]) {
                placed[slot] = now;
                for (Leg leg : draft.legsOf(slot)) {
                    mark(leg.source(), changed);
                    leg.destinations().forEach(end -> mark(end, changed));
                }
            }
        }
        changed.stream().forEach(slot -> pull[slot] = pullOf(draft, slot));
    }

    private static void mark(Leg.End end, BitSet changed) {
        if (end.slot() >= 0) {
            changed.set(end.slot());
        }
    }

    /** How many regions could host a slot alone. */
    int candidates(int slot) {
        return candidates[slot];
    }

    /** See {@link #shareOf}. */
    double share(int slot) {
        return share[slot];
    }

    /** See {@link #pullOf}, as of the last step. */
    double pull(int slot) {
        return pull[slot];
    }

    /** What the flows between a slot and what is placed cost for each link between them; bounded flows count a little more. */
    static double pullOf(Draft draft, int slot) {
        Costs costs = draft.problem().costs();
        double sum = 0;
        for (Leg leg : draft.legsOf(slot)) {
            boolean connected = leg.source().slot() == slot
                    ? draft.hasPlacedDestination(leg)
                    : draft.regionOf(leg.source()) != Draft.NOWHERE;
            if (connected) {
                sum += costs.perLink(leg.bandwidthBps()) + (leg.flow().hasLatencyBound() ? 2e-9 : 1e-9);
            }
        }
        return sum;
    }

    /** The largest share of a resource of the first region that could host it which a slot takes. */
    static double shareOf(PlacementProblem problem, Slot slot) {
        Hosts hosts = problem.hosts();
        int region = Math.max(0, slot.candidates().nextSetBit(0));
        double most = 0;
        for (int d = 0; d < hosts.dimensions(); d++) {
            double all = 0;
            for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
                all += hosts.allocatable(node, d);
            }
            most = Math.max(most, slot.service().demand(d, region) * slot.replicas() / Math.max(1, all));
        }
        return most;
    }
}
