package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.Arrays;

/**
 * Says what the route of a leg adds to the cost of having one end somewhere, by the region of the other end: one search that goes outward
 * from every region at what it costs there, as facility location on trees needs it (A. Kolen, 1983).
 *
 * <p>Reusable, not thread-safe.
 */
public final class CostSpread {
    private final PlacementProblem problem;
    private final RouteSearch search;
    private final long[] freeBps;

    private CostSpread(PlacementProblem problem, long[] freeBps) {
        this.problem = problem;
        this.freeBps = freeBps;
        search = new RouteSearch(problem.network());
    }

    /**
     * Searches over links as if each leg were alone on them.
     *
     * @param problem the problem
     * @return searches over what others leave of the links
     */
    public static CostSpread overEmptyLinks(PlacementProblem problem) {
        return new CostSpread(problem, problem.network().copyOfFreeBps());
    }

    /**
     * Searches over links as a draft leaves them at the time of each search.
     *
     * @param draft the draft
     * @return searches over what the draft leaves of the links
     */
    public static CostSpread over(Draft draft) {
        return new CostSpread(draft.problem(), draft.freeBps());
    }

    /**
     * Starts the search for one leg.
     *
     * @param leg the leg; of its bounds only its own counts
     * @param direction which way it goes, seen from the regions to start from
     * @param starts what it costs to start, by region; infinite where it cannot start
     * @return the search, to be asked for regions in the order of cost
     */
    public RouteSearch start(Leg leg, RouteSearch.Direction direction, double[] starts) {
        begin(leg, direction);
        for (int region = 0; region < starts.length; region++) {
            if (starts[region] < Double.POSITIVE_INFINITY) {
                search.from(region, starts[region]);
            }
        }
        return search;
    }

    /**
     * Starts the search for one leg from one region.
     *
     * @param leg the leg; of its bounds only its own counts
     * @param direction which way it goes, seen from that region
     * @param region where one of its ends is
     * @return the search, to be asked for regions in the order of cost
     */
    public RouteSearch start(Leg leg, RouteSearch.Direction direction, int region) {
        begin(leg, direction);
        search.from(region);
        return search;
    }

    private void begin(Leg leg, RouteSearch.Direction direction) {
        search.start(direction, freeBps, RouteSearch.Demand.of(leg, problem.costs(), leg.boundMicros()), link -> 0);
    }

    /**
     * Finds the least cost of starting somewhere and routing a leg from there.
     *
     * @param leg the leg
     * @param direction which way it goes, seen from the regions to start from
     * @param starts what it costs to start, by region; infinite where it cannot start
     * @param limit costs above that are of no interest
     * @return the cost by the region of the other end; infinite where it cannot be or costs more than the limit
     */
    public double[] reach(Leg leg, RouteSearch.Direction direction, double[] starts, double limit) {
        start(leg, direction, starts);
        double[] reached = new double[starts.length];
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
        for (int region = search.next(limit); region >= 0; region = search.next(limit)) {
            reached[region] = search.cost(region);
        }
        return reached;
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
