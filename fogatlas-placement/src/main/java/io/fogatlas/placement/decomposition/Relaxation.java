package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.RouteSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The problem without the rules that couple choices beyond the application's tree: what slots and legs share has a price instead of an
 * end. What is left is solved exactly by dynamic programming over the regions, from the leaves of the tree to its root, where the
 * message of a leg is one search for routes that starts in every region of the slot below at what that costs (M. Held and R. Karp, 1971,
 * for the prices; A. Kolen, 1983, for location on trees).
 *
 * <p>Legs that close a circle, or may end at several slots, are charged to their source as if they ended wherever it is cheapest.
 */
final class Relaxation {
    private static final int NONE = -1;

    private final PlacementProblem problem;
    private final Prices prices;
    private final BooleanSupplier isOver;
    private final int regions;
    private final long[] freeBps;
    private final BitSet[] candidates;
    private final List<Forest.Branch> fromTheLeaves;
    private final List<List<Leg>> chargedTo = new ArrayList<>();
    private final List<Leg> lone = new ArrayList<>();
    private final RouteSearch[] searchOf;
    private final RouteSearch spare;
    private final Forest.@Nullable Branch[] branchOf;
    private final int[] near;
    private final BitSet everywhere = new BitSet();
    private final double[][] below;
    private final double[][] full;
    private final double[][] messages;
    private final double[] treeMin;
    private final int[] rootOf;
    private final double constant;
    private double value;
    private boolean stopped;

    Relaxation(PlacementProblem problem, Prices prices, BooleanSupplier isOver) {
        this.problem = problem;
        this.isOver = isOver;
        this.prices = prices;
        regions = problem.network().regions();
        freeBps = problem.network().copyOfFreeBps();
        int slots = problem.slots().size();
        candidates = new BitSet[slots];
        problem.slots().forEach(slot -> {
            candidates[slot.index()] = (BitSet) slot.candidates().clone();
            chargedTo.add(new ArrayList<>());
        });
        searchOf = new RouteSearch[problem.legs().size()];
        spare = new RouteSearch(problem.network());
        branchOf = new Forest.Branch[searchOf.length];
        near = new int[searchOf.length];
        Arrays.fill(near, NONE);
        everywhere.set(0, regions);
        below = new double[slots][regions];
        full = new double[slots][regions];
        messages = new double[problem.legs().size()][regions];
        treeMin = new double[slots];
        rootOf = new int[slots];
        fromTheLeaves = sortLegs();
        int most = problem.services().stream()
                .mapToInt(each -> each.slotCount())
                .max()
                .orElse(0);
        constant = problem.costs().perRegion() * most;
    }

    private List<Forest.Branch> sortLegs() {
        Forest forest = new Forest(problem.slots().size());
        List<Leg> widestFirst = new ArrayList<>(problem.legs());
        widestFirst.sort(Comparator.comparingLong(Leg::bandwidthBps).reversed().thenComparing(Leg::index));
        for (Leg leg : widestFirst) {
            searchOf[leg.index()] = new RouteSearch(problem.network());
            int from = leg.source().slot();
            boolean several = leg.destinations().size() > 1;
            int to = leg.destinations().get(0).slot();
            if (from < 0 && (several || to < 0)) {
                lone.add(leg);
            } else if (from < 0) {
                charge(leg, to);
            } else if (several || to < 0 || !forest.join(leg, from, to)) {
                charge(leg, from);
            }
        }
        List<Forest.Branch> branches = forest.fromTheLeaves();
        for (int i = branches.size() - 1; i >= 0; i--) {
            Forest.Branch branch = branches.get(i);
            rootOf[branch.lower()] = branch.leg() == null ? branch.lower() : rootOf[branch.upper()];
            if (branch.leg() != null) {
                branchOf[branch.leg().index()] = branch;
                near[branch.leg().index()] = branch.upper();
            }
        }
        return branches;
    }

    List<Forest.Branch> fromTheLeaves() {
        return fromTheLeaves;
    }

    private void charge(Leg leg, int slot) {
        chargedTo.get(slot).add(leg);
        near[leg.index()] = slot;
    }

    /** The slot a leg is charged to, or that is above it in the tree; -1 if both ends are fixed. */
    int near(int leg) {
        return near[leg];
    }

    /** The slot below a leg of the tree; -1 if it is not in the tree. */
    int far(int leg) {
        Forest.Branch branch = branchOf[leg];
        return branch == null ? NONE : branch.lower();
    }

    /** The regions a slot can still be in. */
    BitSet candidates(int slot) {
        return candidates[slot];
    }

    /** Says what no placement can cost less than, at today's prices; infinite if there is no placement. */
    double solve() {
        value = constant - prices.sum();
        for (Leg leg : lone) {
            value += cheapest(leg);
        }
        for (Slot slot : problem.slots()) {
            if (isOver()) {
                return value;
            }
            chargeAlone(slot);
        }
        for (Forest.Branch branch : fromTheLeaves) {
            if (isOver()) {
                return value;
            }
            double[] lower = below[branch.lower()];
            BitSet from = candidates[branch.lower()];
            Leg leg = branch.leg();
            if (leg == null) {
                treeMin[branch.lower()] = least(lower, from);
                value += treeMin[branch.lower()];
            } else {
                BitSet to = candidates[branch.upper()];
                double[] message = messages[leg.index()];
                spread(searchOf[leg.index()], leg, upwards(branch), lower, from, to, message);
                addAll(below[branch.upper()], message, to);
            }
        }
        return value;
    }

    /** Says whether the search was over before the last solution was whole; it then means nothing. */
    boolean isStopped() {
        return stopped;
    }

    private boolean isOver() {
        stopped |= isOver.getAsBoolean();
        return stopped;
    }

    private static RouteSearch.Direction upwards(Forest.Branch branch) {
        Leg leg = branch.leg();
        return leg != null && leg.source().slot() == branch.lower()
                ? RouteSearch.Direction.FORWARD
                : RouteSearch.Direction.BACKWARD;
    }

    private static RouteSearch.Direction opposite(RouteSearch.Direction direction) {
        return direction == RouteSearch.Direction.FORWARD
                ? RouteSearch.Direction.BACKWARD
                : RouteSearch.Direction.FORWARD;
    }

    private static double least(double[] costs, BitSet among) {
        double least = Double.POSITIVE_INFINITY;
        for (int region = among.nextSetBit(0); region >= 0; region = among.nextSetBit(region + 1)) {
            least = Math.min(least, costs[region]);
        }
        return least;
    }

    private static void addAll(double[] sum, double[] more, BitSet where) {
        for (int region = where.nextSetBit(0); region >= 0; region = where.nextSetBit(region + 1)) {
            sum[region] += more[region];
        }
    }

    /** What a slot costs by itself and by the legs charged to it alone. */
    private void chargeAlone(Slot slot) {
        double[] costs = below[slot.index()];
        BitSet where = candidates[slot.index()];
        for (int region = where.nextSetBit(0); region >= 0; region = where.nextSetBit(region + 1)) {
            costs[region] = problem.costs().ofSlot(slot, region) + prices.of(slot, region);
        }
        for (Leg leg : chargedTo.get(slot.index())) {
            double[] message = messages[leg.index()];
            BitSet ends = new BitSet(regions);
            boolean outgoing = leg.source().slot() == slot.index();
            if (outgoing) {
                leg.destinations().forEach(end -> addPossible(end, ends));
            } else {
                ends.set(leg.source().region());
            }
            RouteSearch.Direction direction = outgoing ? RouteSearch.Direction.BACKWARD : RouteSearch.Direction.FORWARD;
            spread(searchOf[leg.index()], leg, direction, null, ends, where, message);
            addAll(costs, message, where);
        }
    }

    private void addPossible(Leg.End end, BitSet regionsOfEnd) {
        if (end.slot() < 0) {
            regionsOfEnd.set(end.region());
        } else {
            regionsOfEnd.or(candidates[end.slot()]);
        }
    }

    private double cheapest(Leg leg) {
        RouteSearch search = searchOf[leg.index()];
        BitSet ends = new BitSet(regions);
        leg.destinations().forEach(end -> addPossible(end, ends));
        start(search, leg, RouteSearch.Direction.FORWARD, leg.boundMicros());
        search.from(leg.source().region());
        for (int at = search.next(Double.MAX_VALUE); at >= 0; at = search.next(Double.MAX_VALUE)) {
            if (ends.get(at)) {
                return search.cost(at);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private void start(RouteSearch search, Leg leg, RouteSearch.Direction direction, long boundMicros) {
        search.start(
                direction,
                freeBps,
                RouteSearch.Demand.of(leg, problem.costs(), boundMicros),
                link -> prices.of(leg, link));
    }

    /**
     * The least cost of starting somewhere and routing a leg, by the region where the route ends. A search without the latency bound is
     * tried first, which is far quicker: where all its routes keep the bound, they are the cheapest with it, too.
     */
    private void spread(
            RouteSearch search,
            Leg leg,
            RouteSearch.Direction direction,
            double @Nullable [] starts,
            BitSet from,
            BitSet to,
            double[] reached) {
        if (starts == null
                || leg.boundMicros() == Leg.UNBOUNDED
                || !keepsBound(search, leg, direction, starts, from, to, reached)) {
            spread(search, leg, direction, starts, from, to, reached, leg.boundMicros());
        }
    }

    private boolean keepsBound(
            RouteSearch search,
            Leg leg,
            RouteSearch.Direction direction,
            double[] starts,
            BitSet from,
            BitSet to,
            double[] reached) {
        spread(search, leg, direction, starts, from, to, reached, Leg.UNBOUNDED);
        for (int region = to.nextSetBit(0); region >= 0; region = to.nextSetBit(region + 1)) {
            if (search.isReached(region) && search.latencyMicros(region) > leg.boundMicros()) {
                return false;
            }
        }
        return true;
    }

    private void spread(
            RouteSearch search,
            Leg leg,
            RouteSearch.Direction direction,
            double @Nullable [] starts,
            BitSet from,
            BitSet to,
            double[] reached,
            long boundMicros) {
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
        start(search, leg, direction, boundMicros);
        for (int region = from.nextSetBit(0); region >= 0; region = from.nextSetBit(region + 1)) {
            double cost = starts == null ? 0 : starts[region];
            if (cost < Double.POSITIVE_INFINITY) {
                search.from(region, cost);
            }
        }
        int left = to.cardinality();
        while (left > 0) {
            int region = search.next(Double.MAX_VALUE);
            if (region < 0) {
                return;
            }
            reached[region] = search.cost(region);
            if (to.get(region)) {
                left--;
            }
        }
    }

    /** The choice that the value of the last {@link #solve} comes from. */
    Choice choice() {
        int[] regionOf = new int[candidates.length];
        int[][] routes = new int[problem.legs().size()][];
        Leg.End[] ends = new Leg.End[routes.length];
        for (int i = fromTheLeaves.size() - 1; i >= 0; i--) {
            Forest.Branch branch = fromTheLeaves.get(i);
            Leg leg = branch.leg();
            if (leg == null) {
                regionOf[branch.lower()] = cheapestRegion(branch.lower());
            } else {
                int upper = regionOf[branch.upper()];
                RouteSearch search = searchOf[leg.index()];
                regionOf[branch.lower()] = search.origin(upper);
                routes[leg.index()] = search.path(upper);
                ends[leg.index()] = leg.destinations().get(0);
            }
        }
        for (Slot slot : problem.slots()) {
            int region = regionOf[slot.index()];
            for (Leg leg : chargedTo.get(slot.index())) {
                routes[leg.index()] = searchOf[leg.index()].path(region);
                boolean outgoing = leg.source().slot() == slot.index();
                int end = outgoing ? searchOf[leg.index()].origin(region) : region;
                ends[leg.index()] = endIn(leg, end, regionOf);
            }
        }
        for (Leg leg : lone) {
            RouteSearch search = searchOf[leg.index()];
            BitSet possible = new BitSet(regions);
            leg.destinations().forEach(end -> addPossible(end, possible));
            int end = possible.stream()
                    .filter(search::isReached)
                    .boxed()
                    .min(Comparator.comparingDouble(search::cost))
                    .orElseThrow();
            routes[leg.index()] = search.path(end);
            ends[leg.index()] = endIn(leg, end, regionOf);
        }
        return new Choice(regionOf, routes, ends);
    }

    private static Leg.@Nullable End endIn(Leg leg, int region, int[] regionOf) {
        for (Leg.End end : leg.destinations()) {
            if ((end.slot() < 0 ? end.region() : regionOf[end.slot()]) == region) {
                return end;
            }
        }
        return null;
    }

    private int cheapestRegion(int slot) {
        int best = -1;
        BitSet where = candidates[slot];
        for (int region = where.nextSetBit(0); region >= 0; region = where.nextSetBit(region + 1)) {
            if (best < 0 || below[slot][region] < below[slot][best]) {
                best = region;
            }
        }
        return best;
    }

    /** Works out what the best solution costs for every slot in every region, after {@link #solve}. */
    void solveMarginals() {
        for (int i = fromTheLeaves.size() - 1; i >= 0; i--) {
            Forest.Branch branch = fromTheLeaves.get(i);
            int lower = branch.lower();
            Leg leg = branch.leg();
            if (isOver()) {
                return;
            }
            if (leg == null) {
                System.arraycopy(below[lower], 0, full[lower], 0, regions);
                continue;
            }
            int upper = branch.upper();
            double[] starts = new double[regions];
            BitSet from = candidates[upper];
            for (int region = from.nextSetBit(0); region >= 0; region = from.nextSetBit(region + 1)) {
                starts[region] = without(upper, leg, region);
            }
            spread(spare, leg, opposite(upwards(branch)), starts, from, candidates[lower], full[lower]);
            addAll(full[lower], below[lower], candidates[lower]);
        }
    }

    /** What the best solution with a slot in a region costs within its tree, less what comes in by one of its legs. */
    private double without(int slot, Leg leg, int region) {
        double all = full[slot][region];
        return all < Double.POSITIVE_INFINITY ? all - messages[leg.index()][region] : all;
    }

    /** What no placement with a slot in a region can cost less than, after {@link #solveMarginals}. */
    double marginal(int slot, int region) {
        return full[slot][region] + restOf(slot);
    }

    /** What the value has besides the tree of a slot. */
    private double restOf(int slot) {
        return value - treeMin[rootOf[slot]];
    }

    /** Drops the candidates with which no placement costs less than a limit; says whether every slot still has one. */
    boolean dropAbove(double limit) {
        boolean allHave = true;
        for (int slot = 0; slot < candidates.length; slot++) {
            BitSet where = candidates[slot];
            for (int region = where.nextSetBit(0); region >= 0; region = where.nextSetBit(region + 1)) {
                if (marginal(slot, region) >= limit) {
                    where.clear(region);
                }
            }
            allHave &= !where.isEmpty();
        }
        return allHave;
    }

    List<BitSet> copyOfCandidates() {
        return Arrays.stream(candidates).map(each -> (BitSet) each.clone()).toList();
    }

    void restore(List<BitSet> copy) {
        for (int slot = 0; slot < candidates.length; slot++) {
            candidates[slot].or(copy.get(slot));
        }
    }

    /**
     * Lists the routes of a leg that a placement can use which costs less than a limit, after {@link #solveMarginals}.
     *
     * @param scarce the links that can be short
     * @param mostSteps after how many labels it is given up
     * @return the routes; nothing if it was given up
     */
    Optional<List<ListedRoute>> routes(Leg leg, double limit, BitSet scarce, int mostSteps) {
        int slot = near[leg.index()];
        BitSet from = new BitSet(regions);
        double[] before = new double[regions];
        double[] beyond = new double[regions];
        BitSet to = new BitSet(regions);
        RouteSearch.Direction direction = RouteSearch.Direction.FORWARD;
        Forest.Branch branch = branchOf[leg.index()];
        if (branch != null) {
            from.or(candidates[branch.upper()]);
            to.or(candidates[branch.lower()]);
            direction = opposite(upwards(branch));
            from.stream().forEach(r -> before[r] = without(branch.upper(), leg, r) + restOf(branch.upper()));
            System.arraycopy(below[branch.lower()], 0, beyond, 0, regions);
        } else if (slot >= 0) {
            boolean outgoing = leg.source().slot() == slot;
            from.or(candidates[slot]);
            direction = outgoing ? RouteSearch.Direction.FORWARD : RouteSearch.Direction.BACKWARD;
            if (outgoing) {
                leg.destinations().forEach(end -> addPossible(end, to));
            } else {
                to.set(leg.source().region());
            }
            from.stream().forEach(r -> before[r] = without(slot, leg, r) + restOf(slot));
        } else {
            from.set(leg.source().region());
            leg.destinations().forEach(end -> addPossible(end, to));
            before[leg.source().region()] = value - cheapest(leg);
        }
        double[] onward = new double[regions];
        spread(spare, leg, opposite(direction), beyond, to, everywhere, onward, Leg.UNBOUNDED);
        RouteListing listing = new RouteListing(
                problem,
                leg,
                direction,
                prices,
                scarce,
                new RouteListing.Guide(to, before, beyond, onward),
                limit,
                mostSteps,
                this::isOver);
        from.stream().forEach(listing::from);
        return listing.isGivenUp() ? Optional.empty() : Optional.of(listing.routes());
    }
}
