package io.fogatlas.placement.greedy;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.Comparator;

/** In which order slots are placed: those without a choice first, then by a notion of what is difficult. */
enum SlotOrder {
    /** The one with the widest flows to what is placed already, as in Prim's algorithm. */
    CONNECTED {
        @Override
        Comparator<Slot> within(Draft draft) {
            return mostConnected(draft).thenComparing(fewestCandidates()).thenComparing(largest(draft.problem()));
        }
    },
    /** The one with the fewest regions to choose from. */
    CONSTRAINED {
        @Override
        Comparator<Slot> within(Draft draft) {
            return fewestCandidates().thenComparing(largest(draft.problem())).thenComparing(mostConnected(draft));
        }
    },
    /** The one that needs the largest share of the nodes. */
    LARGEST {
        @Override
        Comparator<Slot> within(Draft draft) {
            return largest(draft.problem()).thenComparing(mostConnected(draft));
        }
    };

    /** Compares slots of a draft as it is now; ties go to the lower number. */
    abstract Comparator<Slot> within(Draft draft);

    private static Comparator<Slot> mostConnected(Draft draft) {
        return Comparator.comparingDouble(slot -> -pull(draft, slot));
    }

    private static Comparator<Slot> fewestCandidates() {
        return Comparator.comparingInt(slot -> slot.candidates().cardinality());
    }

    private static Comparator<Slot> largest(PlacementProblem problem) {
        return Comparator.comparingDouble(slot -> -share(problem, slot));
    }

    /** What the flows between a slot and what is placed cost for each link between them; bounded flows count a little more. */
    private static double pull(Draft draft, Slot slot) {
        Costs costs = draft.problem().costs();
        double pull = 0;
        for (Leg leg : draft.legsOf(slot.index())) {
            boolean connected = leg.source().slot() == slot.index()
                    ? draft.hasPlacedDestination(leg)
                    : draft.regionOf(leg.source()) != Draft.NOWHERE;
            if (connected) {
                pull += costs.perLink(leg.bandwidthBps()) + (leg.flow().hasLatencyBound() ? 2e-9 : 1e-9);
            }
        }
        return pull;
    }

    private static double share(PlacementProblem problem, Slot slot) {
        Hosts hosts = problem.hosts();
        int region = Math.max(0, slot.candidates().nextSetBit(0));
        double share = 0;
        for (int d = 0; d < hosts.dimensions(); d++) {
            double all = 0;
            for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
                all += hosts.allocatable(node, d);
            }
            share = Math.max(share, slot.service().demand(d, region) * slot.replicas() / Math.max(1, all));
        }
        return share;
    }
}
