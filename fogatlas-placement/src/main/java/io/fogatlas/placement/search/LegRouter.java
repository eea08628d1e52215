package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives legs of a draft the cheapest routes that links, bounds and chains allow. */
public final class LegRouter {
    private final Draft draft;
    private final RouteSearch search;
    private final @Nullable Distances distances;

    /**
     * Prepares routing.
     *
     * @param draft the draft whose legs are routed
     */
    public LegRouter(Draft draft) {
        this(draft, /* distances= */ null);
    }

    private LegRouter(Draft draft, @Nullable Distances distances) {
        this.draft = draft;
        this.distances = distances;
        search = new RouteSearch(draft.problem().network());
    }

    /**
     * Prepares routing that goes straight for where it has to: worth it where many routes are asked for.
     *
     * @param draft the draft whose legs are routed
     * @param distances the distances in its network
     * @return routing that finds routes as cheap as any
     */
    public static LegRouter goingStraight(Draft draft, Distances distances) {
        return new LegRouter(draft, distances);
    }

    /** What a link costs a leg on top: what it adds to the highest utilisation, if that counts. */
    static RouteSearch.Surcharge surcharge(Draft draft, Leg leg) {
        double perUtilisation = draft.problem().costs().perUtilisation();
        if (perUtilisation == 0) {
            return link -> 0;
        }
        Utilisation utilisation = draft.utilisation();
        double highest = utilisation.highest();
        return link -> perUtilisation
                * Math.max(0, utilisation.ofLink(link, draft.freeBps(link) - leg.bandwidthBps()) - highest);
    }

    /**
     * Routes all legs at a slot that have no route yet and whose other end is placed. One that may still end at a slot which is not placed
     * yet can wait.
     *
     * @param slot a slot that is in a region
     * @return whether all that cannot wait have a route now; if not, some may have one
     */
    public boolean routeAll(Slot slot) {
        List<Leg> waiting = new ArrayList<>();
        for (Leg leg : draft.legsOf(slot.index())) {
            if (canRoute(leg)) {
                waiting.add(leg);
            }
        }
        // The hardest first: a wide flow has fewer links to choose from.
        waiting.sort(Comparator.comparingLong(Leg::bandwidthBps).reversed().thenComparing(Leg::index));
        for (Leg leg : waiting) {
            if (!route(leg) && !draft.mayEndElsewhere(leg, slot.index())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Says whether a route can be looked for.
     *
     * @param leg the leg
     * @return whether it has none, its source is placed, and one of its destinations is
     */
    public boolean canRoute(Leg leg) {
        return !draft.isRouted(leg) && draft.regionOf(leg.source()) != Draft.NOWHERE && draft.hasPlacedDestination(leg);
    }

    /**
     * Gives a leg the cheapest route to any of its destinations that is placed.
     *
     * @param leg a leg without a route whose source is placed
     * @return whether there is one
     */
    public boolean route(Leg leg) {
        Optional<Leg.End> end = nearest(leg, draft.freeBps(), surcharge(draft, leg));
        end.ifPresent(found -> draft.route(leg, found, search.path(draft.regionOf(found))));
        return end.isPresent();
    }

    /**
     * Gives a leg the cheapest route, if that costs little more than it must.
     *
     * @param leg a leg without a route whose source is placed
     * @param slack how much more it may cost than the shortest path in an empty network, as far as distances tell
     * @return whether it has a route now
     */
    public boolean routeWithin(Leg leg, double slack) {
        Optional<Leg.End> end = nearest(
                leg,
                draft.freeBps(),
                RouteSearch.Demand.of(leg, draft.problem().costs(), draft.boundMicros(leg)),
                surcharge(draft, leg),
                slack);
        end.ifPresent(found -> draft.route(leg, found, search.path(draft.regionOf(found))));
        return end.isPresent();
    }

    /**
     * Gives a leg the fastest route to any of its destinations that is placed, whatever it costs.
     *
     * @param leg a leg without a route whose source is placed
     * @return whether there is one
     */
    public boolean routeFast(Leg leg) {
        RouteSearch.Demand fast =
                new RouteSearch.Demand(leg.bandwidthBps(), /* perLink= */ 0, /* perMicro= */ 1, draft.boundMicros(leg));
        Optional<Leg.End> end = nearest(leg, draft.freeBps(), fast, link -> 0);
        end.ifPresent(found -> draft.route(leg, found, search.path(draft.regionOf(found))));
        return end.isPresent();
    }

    private Optional<Leg.End> nearest(Leg leg, long[] freeBps, RouteSearch.Surcharge surcharge) {
        return nearest(
                leg, freeBps, RouteSearch.Demand.of(leg, draft.problem().costs(), draft.boundMicros(leg)), surcharge);
    }

    private Optional<Leg.End> nearest(
            Leg leg, long[] freeBps, RouteSearch.Demand demand, RouteSearch.Surcharge surcharge) {
        return nearest(leg, freeBps, demand, surcharge, Double.MAX_VALUE);
    }

    private Optional<Leg.End> nearest(
            Leg leg, long[] freeBps, RouteSearch.Demand demand, RouteSearch.Surcharge surcharge, double slack) {
        search.start(RouteSearch.Direction.FORWARD, freeBps, demand, surcharge);
        if (distances != null && leg.destinations().size() == 1) {
            search.towards(distances.to(draft.regionOf(leg.destinations().get(0))));
        }
        search.from(draft.regionOf(leg.source()));
        double limit = Math.min(Double.MAX_VALUE, search.nextCost() + slack);
        for (int region = search.next(limit); region >= 0; region = search.next(limit)) {
            for (Leg.End end : leg.destinations()) {
                if (draft.regionOf(end) == region && search.latencyMicros(region) <= draft.boundMicros(leg, end)) {
                    return Optional.of(end);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Makes way for a leg and gives it a route: legs that stand in the way lose theirs.
     *
     * @param leg a leg without a route whose source and at least one destination are placed
     * @param cleared where the legs that lost their route are added
     * @return whether there is a route now
     */
    public boolean routeByForce(Leg leg, List<Leg> cleared) {
        double perClearing = 1 + 1000 * draft.problem().costs().perLink(leg.bandwidthBps());
        Optional<Leg.End> end = nearest(
                leg,
                draft.problem().network().copyOfFreeBps(),
                link -> draft.freeBps(link) < leg.bandwidthBps() ? perClearing : 0);
        end.ifPresent(found -> {
            int[] path = search.path(draft.regionOf(found));
            for (int link : path) {
                clear(link, leg.bandwidthBps(), cleared);
            }
            draft.route(leg, found, path);
        });
        return end.isPresent();
    }

    /** Takes routes off a link until it has so much bandwidth: the single leg that suffices and is smallest, else the largest. */
    private void clear(int link, long bandwidthBps, List<Leg> cleared) {
        while (draft.freeBps(link) < bandwidthBps) {
            long missing = bandwidthBps - draft.freeBps(link);
            Leg victim = draft.problem().legs().stream()
                    .filter(leg -> leg.bandwidthBps() > 0
                            && draft.isRouted(leg)
                            && draft.routes().uses(leg, link))
                    .min(Comparator.comparing((Leg leg) -> leg.bandwidthBps() < missing)
                            .thenComparing(
                                    leg -> leg.bandwidthBps() < missing ? -leg.bandwidthBps() : leg.bandwidthBps())
                            .thenComparing(Leg::index))
                    .orElseThrow();
            draft.unroute(victim);
            cleared.add(victim);
        }
    }

    /**
     * Counts the work done so far.
     *
     * @return the number of labels expanded
     */
    public long steps() {
        return search.steps();
    }
}
