package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Leg;
import org.jspecify.annotations.Nullable;

/** A region for each slot, and a route for each leg; the routes of some legs may end where no destination is. */
final class Choice {
    private final int[] regionOf;
    private final int[][] routes;
    private final Leg.@Nullable End[] ends;

    /** Takes the region of each slot, and of each leg the links in the direction of flow and the end, null where there is none. */
    Choice(int[] regionOf, int[][] routes, Leg.@Nullable End[] ends) {
        this.regionOf = regionOf;
        this.routes = routes;
        this.ends = ends;
    }

    int regionOf(int slot) {
        return regionOf[slot];
    }

    /** The links of a leg; to be read, never changed. */
    int[] routeOf(Leg leg) {
        return routes[leg.index()];
    }

    /** Where a leg ends; null if its route leads nowhere. */
    Leg.@Nullable End endOf(Leg leg) {
        return ends[leg.index()];
    }
}
