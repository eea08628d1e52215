package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A value no placement's score can be below.
 *
 * <p>Slots are let share nodes and legs share links as if each were alone. What is left is solved exactly where legs join slots to trees:
 * by dynamic programming from the leaves to a root, as for facility location on trees (A. Kolen, 1983). What a subtree costs at least,
 * by the region of its upper slot, goes up in one search for routes that starts from every region of the lower slot at what it costs
 * there. Legs that close a circle or have several destinations count by themselves, and one region is opened.
 *
 * <p>O(l m log n) for l legs, n regions and m links. On large problems only legs between fixed ends count, and slots in their cheapest
 * regions.
 */
public final class LowerBound {
    /** Above so many regions × legs, trees take longer than a bound may that goes with every answer. */
    private static final long MOST_REGIONS_TIMES_LEGS = 20_000;

    private final PlacementProblem problem;
    private final CostSpread spread;
    private final int regions;
    /** What a slot with all that hangs below it costs, by region. */
    private final double[][] costs;

    private LowerBound(PlacementProblem problem) {
        this.problem = problem;
        spread = CostSpread.overEmptyLinks(problem);
        regions = problem.network().regions();
        costs = new double[problem.slots().size()][];
    }

    /**
     * Computes the bound.
     *
     * @param problem the problem
     * @return the bound, in units of the score; infinite if it shows that there is no placement
     */
    public static double of(PlacementProblem problem) {
        LowerBound bound = new LowerBound(problem);
        boolean small = (long) bound.regions * problem.legs().size() <= MOST_REGIONS_TIMES_LEGS;
        return problem.costs().perRegion() + (small ? bound.withTrees() : bound.withoutTrees());
    }

    private double[] slotCosts(Slot slot) {
        double[] byRegion = new double[regions];
        Arrays.fill(byRegion, Double.POSITIVE_INFINITY);
        slot.candidates().stream()
                .forEach(region -> byRegion[region] =
                        problem.costs().hasSlotCosts() ? problem.costs().ofSlot(slot, region) : 0);
        return byRegion;
    }

    private static double least(double[] byRegion) {
        return Arrays.stream(byRegion).min().orElse(0);
    }

    private double withoutTrees() {
        double bound = 0;
        if (problem.costs().hasSlotCosts()) {
            for (Slot slot : problem.slots()) {
                bound += least(slotCosts(slot));
            }
        }
        for (Leg leg : problem.legs()) {
            if (isFixed(leg.source()) && leg.destinations().stream().allMatch(this::isFixed)) {
                bound += alone(leg);
            }
        }
        return bound;
    }

    private boolean isFixed(Leg.End end) {
        return end.slot() < 0 || problem.slots().get(end.slot()).onlyCandidate() >= 0;
    }

    private double withTrees() {
        problem.slots().forEach(slot -> costs[slot.index()] = slotCosts(slot));
        double bound = 0;
        Forest forest = new Forest(problem.slots().size());
        List<Leg> widestFirst = new ArrayList<>(problem.legs());
        widestFirst.sort(Comparator.comparingLong(Leg::bandwidthBps).reversed().thenComparing(Leg::index));
        for (Leg leg : widestFirst) {
            int to = leg.destinations().get(0).slot();
            if (leg.destinations().size() == 1 && (leg.source().slot() < 0) != (to < 0)) {
                addToSlot(leg);
            } else if (leg.destinations().size() > 1
                    || to < 0
                    || !forest.join(leg, leg.source().slot(), to)) {
                bound += alone(leg);
            }
        }
        for (Forest.Branch branch : forest.fromTheLeaves()) {
            if (branch.leg() == null) {
                bound += least(costs[branch.lower()]);
            } else {
                add(costs[branch.upper()], sent(branch.leg(), branch.lower(), costs[branch.lower()]));
            }
        }
        return bound;
    }

    /** Charges a slot for its leg to or from an endpoint. */
    private void addToSlot(Leg leg) {
        boolean outgoing = leg.source().slot() >= 0;
        double[] fromEndpoint = new double[regions];
        Arrays.fill(fromEndpoint, Double.POSITIVE_INFINITY);
        fromEndpoint[
                outgoing ? leg.destinations().get(0).region() : leg.source().region()] = 0;
        int slot = outgoing ? leg.source().slot() : leg.destinations().get(0).slot();
        add(
                costs[slot],
                spread.reach(
                        leg,
                        outgoing ? RouteSearch.Direction.BACKWARD : RouteSearch.Direction.FORWARD,
                        fromEndpoint,
                        Double.MAX_VALUE));
    }

    private double[] sent(Leg leg, int lower, double[] costsBelow) {
        boolean upwards = leg.source().slot() == lower;
        return spread.reach(
                leg,
                upwards ? RouteSearch.Direction.FORWARD : RouteSearch.Direction.BACKWARD,
                costsBelow,
                Double.MAX_VALUE);
    }

    private static void add(double[] sum, double[] more) {
        for (int region = 0; region < sum.length; region++) {
            sum[region] += more[region];
        }
    }

    /** What a leg costs at least, wherever its ends are. */
    private double alone(Leg leg) {
        RouteSearch search = spread.start(leg, RouteSearch.Direction.FORWARD, possible(List.of(leg.source())));
        double[] ends = possible(leg.destinations());
        for (int region = search.next(Double.MAX_VALUE); region >= 0; region = search.next(Double.MAX_VALUE)) {
            if (ends[region] == 0) {
                return search.cost(region);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Costs nothing where one of the ends may be. */
    private double[] possible(List<Leg.End> ends) {
        double[] possible = new double[regions];
        Arrays.fill(possible, Double.POSITIVE_INFINITY);
        for (Leg.End end : ends) {
            if (end.slot() < 0) {
                possible[end.region()] = 0;
            } else {
                problem.slots().get(end.slot()).candidates().stream().forEach(region -> possible[region] = 0);
            }
        }
        return possible;
    }
}
