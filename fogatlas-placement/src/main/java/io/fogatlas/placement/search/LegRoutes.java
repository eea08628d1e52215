package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.Arrays;

/** The routes of a draft's legs, and what they leave of the links; the running score hears of each change. */
final class LegRoutes {
    private static final int[] NO_ROUTE = {-1};

    private final Network network;
    private final RunningScore score;
    private final long[] freeBps;
    private final int[][] linksOf;
    private final int[] endOf;
    private final long[] latencyOf;

    LegRoutes(PlacementProblem problem, RunningScore score) {
        this.score = score;
        network = problem.network();
        freeBps = network.copyOfFreeBps();
        int legs = problem.legs().size();
        linksOf = new int[legs][];
        Arrays.fill(linksOf, NO_ROUTE);
        endOf = new int[legs];
        latencyOf = new long[legs];
    }

    /** Gives what every link can still carry, in bit/s; to be read, never changed. */
    long[] freeBps() {
        return freeBps;
    }

    boolean isRouted(Leg leg) {
        return linksOf[leg.index()] != NO_ROUTE;
    }

    /** Gives the links of a leg that has a route; to be read, never changed. */
    int[] of(Leg leg) {
        return linksOf[leg.index()];
    }

    /** Says at which slot the route of a leg ends; -1 at an external endpoint. */
    int endOf(Leg leg) {
        return endOf[leg.index()];
    }

    /** Says how long the route of a leg takes; 0 if it has none. */
    long latencyMicros(Leg leg) {
        return latencyOf[leg.index()];
    }

    void set(Leg leg, int end, int[] links) {
        long latency = 0;
        for (int link : links) {
            freeBps[link] -= leg.bandwidthBps();
            score.utilisation().link(link, freeBps[link]);
            latency += network.latencyMicros(link);
        }
        linksOf[leg.index()] = links;
        endOf[leg.index()] = end;
        latencyOf[leg.index()] = latency;
        score.route(leg, links.length, latency);
    }

    void clear(Leg leg) {
        for (int link : linksOf[leg.index()]) {
            freeBps[link] += leg.bandwidthBps();
            score.utilisation().link(link, freeBps[link]);
        }
        score.unroute(leg, linksOf[leg.index()].length, latencyOf[leg.index()]);
        linksOf[leg.index()] = NO_ROUTE;
        latencyOf[leg.index()] = 0;
    }

    int[][] copyOfLinks() {
        return linksOf.clone();
    }

    int[] copyOfEnds() {
        return endOf.clone();
    }

    /** Says whether links have the bandwidth a leg asks for. */
    boolean hasRoom(Leg leg, int[] links) {
        for (int link : links) {
            if (freeBps[link] < leg.bandwidthBps()) {
                return false;
            }
        }
        return true;
    }

    /** Says whether the route of a leg passes a link. */
    boolean uses(Leg leg, int link) {
        for (int passed : linksOf[leg.index()]) {
            if (passed == link) {
                return true;
            }
        }
        return false;
    }
}
