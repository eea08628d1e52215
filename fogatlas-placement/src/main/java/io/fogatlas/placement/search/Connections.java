package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * The legs between one slot and what is placed, each with a search for routes that goes outward from the placed end. They are numbered
 * from 0; sets of them are bits, and those beyond 64 count as being in every set.
 */
final class Connections {
    /** All of them, as a set. */
    static final long ALL = ~0L;

    private final Draft draft;
    private final List<RouteSearch> searches = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private int count;

    Connections(Draft draft) {
        this.draft = draft;
    }

    /**
     * Starts over for a slot. A leg that may still end at a slot which is not placed yet can wait. Of several sources that a sibling of the
     * slot can serve as well, only the first is followed, for a start.
     */
    void start(Slot slot) {
        count = 0;
        int followed = Draft.NOWHERE;
        for (Leg leg : draft.legsOf(slot.index())) {
            if (draft.isRouted(leg) || !startsSomewhere(leg, slot)) {
                continue;
            }
            if (draft.mayEndElsewhere(leg, slot.index())) {
                int source = draft.regionOf(leg.source());
                followed = followed == Draft.NOWHERE ? source : followed;
                if (isOutgoing(leg, slot) || source != followed) {
                    continue;
                }
            }
            start(leg, slot);
        }
    }

    private static boolean isOutgoing(Leg leg, Slot slot) {
        return leg.source().slot() == slot.index();
    }

    private boolean startsSomewhere(Leg leg, Slot slot) {
        return isOutgoing(leg, slot) ? draft.hasPlacedDestination(leg) : draft.regionOf(leg.source()) != Draft.NOWHERE;
    }

    private void start(Leg leg, Slot slot) {
        if (count == searches.size()) {
            Network network = draft.problem().network();
            searches.add(new RouteSearch(network));
            legs.add(leg);
        }
        legs.set(count, leg);
        RouteSearch search = searches.get(count++);
        boolean outgoing = isOutgoing(leg, slot);
        long bound = outgoing ? draft.boundMicros(leg) : draft.boundMicros(leg, endAt(leg, slot));
        search.start(
                outgoing ? RouteSearch.Direction.BACKWARD : RouteSearch.Direction.FORWARD,
                draft.freeBps(),
                RouteSearch.Demand.of(leg, draft.problem().costs(), bound),
                LegRouter.surcharge(draft, leg));
        for (Leg.End end : outgoing ? leg.destinations() : List.of(leg.source())) {
            if (draft.regionOf(end) != Draft.NOWHERE) {
                search.from(draft.regionOf(end));
            }
        }
    }

    int count() {
        return count;
    }

    private static boolean isIn(int connection, long set) {
        return connection >= Long.SIZE || (set & 1L << connection) != 0;
    }

    /** What a region must at least cost in the routes of a set of connections, if none of their searches has reached it. */
    double frontier(long set) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (isIn(i, set)) {
                sum += searches.get(i).nextCost();
            }
        }
        return sum;
    }

    /** The same without those beyond 64, of which it is not known whether they have reached it. */
    double knownFrontier(long set) {
        double sum = 0;
        for (int i = 0; i < Math.min(count, Long.SIZE); i++) {
            if (isIn(i, set)) {
                sum += searches.get(i).nextCost();
            }
        }
        return sum;
    }

    /** The connection of a set whose search has come least far. */
    int leastFar(long set) {
        int least = -1;
        double leastCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (isIn(i, set) && (least < 0 || searches.get(i).nextCost() < leastCost)) {
                least = i;
                leastCost = searches.get(i).nextCost();
            }
        }
        return least;
    }

    RouteSearch search(int connection) {
        return searches.get(connection);
    }

    /** Gives the legs their routes to a region that all searches have reached, in which the slot now is, as far as they still fit. */
    void takeRoutes(Slot slot, int region) {
        for (int i = 0; i < count; i++) {
            Leg leg = legs.get(i);
            RouteSearch search = searches.get(i);
            int[] path = search.path(region);
            Leg.End end = isOutgoing(leg, slot) ? endIn(leg, search.origin(region)) : endAt(leg, slot);
            if (draft.routes().hasRoom(leg, path) && search.latencyMicros(region) <= draft.boundMicros(leg, end)) {
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

    long steps() {
        return searches.stream().mapToLong(RouteSearch::steps).sum();
    }
}
