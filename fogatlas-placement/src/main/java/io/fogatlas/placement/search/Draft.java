package io.fogatlas.placement.search;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A placement in the making: which slot is in which region and on which nodes, which leg takes which links, and what is left of all of
 * them. Every change can be taken back to a {@link #mark}.
 * Links and nodes are never over-committed; affinities, chains and completeness are for those who change it to see to.
 *
 * <p>Mutable, not thread-safe; one search owns one draft.
 */
public final class Draft {
    /** Stands for a slot that is in no region. */
    public static final int NOWHERE = -1;

    private final PlacementProblem problem;
    private final int[] regionOf;
    private final List<List<Slot>> slotsIn;
    private final NodePacking packing;
    private final RunningScore score;
    private final LegRoutes routes;
    private final List<List<Leg>> legsOf = new ArrayList<>();
    private final ChainTimes chains;
    private final List<Runnable> journal = new ArrayList<>();

    /**
     * Starts with nothing placed.
     *
     * @param problem what is to be placed where
     */
    public Draft(PlacementProblem problem) {
        this.problem = problem;
        int slots = problem.slots().size();
        regionOf = new int[slots];
        Arrays.fill(regionOf, NOWHERE);
        slotsIn = new ArrayList<>(Collections.nCopies(problem.network().regions(), List.of()));
        packing = new NodePacking(problem.hosts(), slots);
        score = new RunningScore(problem);
        routes = new LegRoutes(problem, score);
        score.utilisation().fill(routes, packing);
        for (int slot = 0; slot < slots; slot++) {
            legsOf.add(new ArrayList<>());
        }
        for (Leg leg : problem.legs()) {
            if (leg.source().slot() >= 0) {
                legsOf.get(leg.source().slot()).add(leg);
            }
            for (Leg.End end : leg.destinations()) {
                if (end.slot() >= 0) {
                    legsOf.get(end.slot()).add(leg);
                }
            }
        }
        chains = new ChainTimes(this);
    }

    /**
     * Gives the problem.
     *
     * @return what is to be placed where
     */
    public PlacementProblem problem() {
        return problem;
    }

    /**
     * Says where a slot is.
     *
     * @param slot its number
     * @return its region, or {@link #NOWHERE}
     */
    public int regionOf(int slot) {
        return regionOf[slot];
    }

    /**
     * Lists the slots in a region.
     *
     * @param region its number
     * @return the slots
     */
    public List<Slot> slotsIn(int region) {
        return slotsIn.get(region);
    }

    /**
     * Lists the legs that start or may end at a slot.
     *
     * @param slot its number
     * @return the legs by number
     */
    public List<Leg> legsOf(int slot) {
        return legsOf.get(slot);
    }

    /**
     * Says what a link can still carry.
     *
     * @param link its number
     * @return bit/s
     */
    public long freeBps(int link) {
        return routes.freeBps()[link];
    }

    /** Gives what every link can still carry, for searches to read. */
    long[] freeBps() {
        return routes.freeBps();
    }

    /**
     * Says whether a slot would fit into a region next to what is there, as far as can be told quickly.
     *
     * @param slot the slot
     * @param region the region
     * @return false if it does not fit; true if it does, or if only packing the region anew can tell
     */
    public boolean mayFit(Slot slot, int region) {
        return packing.fits(slot, region) || (!slotsIn.get(region).isEmpty() && packing.fitsInSum(slot, region));
    }

    /**
     * Says what is left of a region.
     *
     * @param region the region
     * @param dimension the dimension of {@link io.fogatlas.placement.problem.Hosts}
     * @return the sum over its ready nodes
     */
    public long freeIn(int region, int dimension) {
        return packing.freeIn(region, dimension);
    }

    /**
     * Puts a slot into a region.
     *
     * @param slot a slot that is nowhere
     * @param region the region
     * @return whether its replicas could be packed; if not, nothing has changed
     */
    public boolean place(Slot slot, int region) {
        List<Slot> others = slotsIn.get(region);
        int[][] before = new int[others.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = packing.nodesOf(others.get(i));
        }
        if (!packing.pack(slot, region, others)) {
            return false;
        }
        enter(slot, region);
        journal.add(() -> {
            packing.unpack(slot, region);
            leave(slot, region);
            for (int i = 0; i < before.length; i++) {
                if (packing.nodesOf(others.get(i)) != before[i]) {
                    packing.unpack(others.get(i), region);
                }
            }
            for (int i = 0; i < before.length; i++) {
                if (packing.nodesOf(others.get(i)) != before[i]) {
                    packing.restore(others.get(i), region, before[i]);
                }
            }
        });
        checkScore();
        return true;
    }

    private void enter(Slot slot, int region) {
        regionOf[slot.index()] = region;
        List<Slot> there = new ArrayList<>(slotsIn.get(region));
        there.add(slot);
        slotsIn.set(region, there);
        score.enter(slot, region, /* opens= */ there.size() == 1);
        score.utilisation().region(region, packing);
    }

    private void leave(Slot slot, int region) {
        regionOf[slot.index()] = NOWHERE;
        List<Slot> there = new ArrayList<>(slotsIn.get(region));
        there.remove(slot);
        slotsIn.set(region, there);
        score.leave(slot, region, /* closes= */ there.isEmpty());
        score.utilisation().region(region, packing);
    }

    /**
     * Takes a slot out of its region, and the routes of all legs that start or end at it.
     *
     * @param slot a slot that is somewhere
     */
    public void remove(Slot slot) {
        for (Leg leg : legsOf.get(slot.index())) {
            if (isRouted(leg) && (leg.source().slot() == slot.index() || endOf(leg) == slot.index())) {
                unroute(leg);
            }
        }
        int region = regionOf[slot.index()];
        int[] nodes = packing.nodesOf(slot);
        packing.unpack(slot, region);
        leave(slot, region);
        journal.add(() -> {
            packing.restore(slot, region, nodes);
            enter(slot, region);
        });
        checkScore();
    }

    /**
     * Remembers the draft as it is.
     *
     * @return a mark that {@link #rollback} returns to
     */
    public int mark() {
        return journal.size();
    }

    /**
     * Takes back every change made since a mark.
     *
     * @param mark the mark; earlier marks stay good, later ones are gone
     */
    public void rollback(int mark) {
        for (int change = journal.size() - 1; change >= mark; change--) {
            journal.remove(change).run();
        }
        checkScore();
    }

    /** Keeps all changes for good: every mark is gone. */
    public void commit() {
        journal.clear();
    }

    /**
     * Remembers the draft for longer than marks last.
     *
     * @return the draft as it is
     */
    public DraftSnapshot snapshot() {
        return new DraftSnapshot(regionOf.clone(), packing.copyOfNodes(), routes.copyOfLinks(), routes.copyOfEnds());
    }

    /**
     * Becomes as a draft of the same problem was, or as a placement is; every mark is gone. Takes time for what differs only.
     *
     * @param snapshot what to become
     */
    public void restore(DraftSnapshot snapshot) {
        for (Leg leg : problem.legs()) {
            if (isRouted(leg) && routes.of(leg) != snapshot.linksOf[leg.index()]) {
                routes.clear(leg);
            }
        }
        List<Slot> changed = problem.slots().stream()
                .filter(slot -> regionOf[slot.index()] != snapshot.regionOf[slot.index()]
                        || packing.nodesOf(slot) != snapshot.nodesOf[slot.index()])
                .toList();
        for (Slot slot : changed) {
            if (regionOf[slot.index()] != NOWHERE) {
                int region = regionOf[slot.index()];
                packing.unpack(slot, region);
                leave(slot, region);
            }
        }
        for (Slot slot : changed) {
            int region = snapshot.regionOf[slot.index()];
            if (region != NOWHERE) {
                packing.restore(slot, region, snapshot.nodesOf[slot.index()]);
                enter(slot, region);
            }
        }
        for (Leg leg : problem.legs()) {
            int[] links = snapshot.linksOf[leg.index()];
            if (routes.of(leg) != links) {
                routes.set(leg, snapshot.endOf[leg.index()], links);
            }
        }
        journal.clear();
        checkScore();
    }

    /**
     * Says where an end of a leg is.
     *
     * @param end the end
     * @return its region, or {@link #NOWHERE} if its slot is nowhere
     */
    public int regionOf(Leg.End end) {
        return end.slot() >= 0 ? regionOf[end.slot()] : end.region();
    }

    /**
     * Says whether a leg has a route.
     *
     * @param leg the leg
     * @return whether it has
     */
    public boolean isRouted(Leg leg) {
        return routes.isRouted(leg);
    }

    /**
     * Says whether a leg may still end at a slot that is not placed yet.
     *
     * @param leg the leg
     * @param besides a slot that does not count, by number
     * @return whether another of its destinations is nowhere
     */
    public boolean mayEndElsewhere(Leg leg, int besides) {
        for (Leg.End end : leg.destinations()) {
            if (end.slot() != besides && regionOf(end) == NOWHERE) {
                return true;
            }
        }
        return false;
    }

    /**
     * Says whether a leg has somewhere to end.
     *
     * @param leg the leg
     * @return whether one of its destinations is placed
     */
    public boolean hasPlacedDestination(Leg leg) {
        for (Leg.End end : leg.destinations()) {
            if (regionOf(end) != NOWHERE) {
                return true;
            }
        }
        return false;
    }

    /**
     * Gives the route of a leg.
     *
     * @param leg a leg that has a route
     * @return its links in the direction of flow
     */
    public int[] routeOf(Leg leg) {
        return routes.of(leg).clone();
    }

    /**
     * Says whether the route of a leg passes a link.
     *
     * @param leg a leg that has a route
     * @param link the link
     * @return whether it does
     */
    public boolean passes(Leg leg, int link) {
        return routes.uses(leg, link);
    }

    /** Gives what is known about routes, for searches to read. */
    LegRoutes routes() {
        return routes;
    }

    /**
     * Says where the route of a leg ends.
     *
     * @param leg a leg that has a route
     * @return the slot, or -1 at an external endpoint
     */
    public int endOf(Leg leg) {
        return routes.endOf(leg);
    }

    /**
     * Gives a leg a route.
     *
     * @param leg a leg that has none
     * @param end the destination it ends at
     * @param links links from the leg's source to that destination, with enough free bandwidth
     */
    public void route(Leg leg, Leg.End end, int[] links) {
        routes.set(leg, end.slot(), links);
        journal.add(() -> routes.clear(leg));
        checkScore();
    }

    /**
     * Takes the route of a leg away.
     *
     * @param leg a leg that has one
     */
    public void unroute(Leg leg) {
        int end = routes.endOf(leg);
        int[] links = routes.of(leg);
        routes.clear(leg);
        journal.add(() -> routes.set(leg, end, links));
        checkScore();
    }

    /**
     * Says how long the route of a leg takes.
     *
     * @param leg the leg
     * @return microseconds; 0 if it has no route
     */
    public long latencyMicros(Leg leg) {
        return routes.latencyMicros(leg);
    }

    /**
     * Says how long the route of a leg may take: by its own bound, and by what the routes made so far leave of its latency chains.
     *
     * @param leg the leg
     * @param end the destination it would end at
     * @return microseconds, {@link Leg#UNBOUNDED}, or a negative number if nothing is left
     */
    public long boundMicros(Leg leg, Leg.End end) {
        return chains.boundMicros(leg, end);
    }

    /** The longest that the route of a leg may take to any of its destinations that is placed. */
    long boundMicros(Leg leg) {
        long bound = Long.MIN_VALUE;
        for (Leg.End end : leg.destinations()) {
            if (regionOf(end) != NOWHERE) {
                bound = Math.max(bound, boundMicros(leg, end));
            }
        }
        return bound;
    }

    /**
     * Adds up what a slot and the routes of its legs cost.
     *
     * @param slot a slot that is in a region
     * @return the cost in units of the score, without what regions and utilisation cost
     */
    public double costOf(Slot slot) {
        Costs costs = problem.costs();
        double cost = costs.hasSlotCosts() ? costs.ofSlot(slot, regionOf[slot.index()]) : 0;
        for (Leg leg : legsOf.get(slot.index())) {
            if (leg.source().slot() == slot.index() || endOf(leg) == slot.index()) {
                cost += costOf(leg);
            }
        }
        return cost;
    }

    /**
     * Says what the route of a leg costs.
     *
     * @param leg the leg
     * @return the cost in units of the score; 0 if it has no route
     */
    public double costOf(Leg leg) {
        Costs costs = problem.costs();
        return isRouted(leg)
                ? costs.perLink(leg.bandwidthBps()) * routes.of(leg).length
                        + costs.perMicro() * routes.latencyMicros(leg)
                : 0;
    }

    /**
     * Says what the draft costs so far; takes no time, since it is kept up to date.
     *
     * @return the cost of its slots and routes, in units of the score
     */
    public double cost() {
        return score.value();
    }

    /** Gives how much of links and regions the draft takes, for searches to read. */
    Utilisation utilisation() {
        return score.utilisation();
    }

    private void checkScore() {
        ScoreAssertion.check(this, score, routes, packing);
    }

    /**
     * Makes the draft a placement.
     *
     * @return the placement; of a draft in which every slot is somewhere and every leg has a route
     */
    public Placement toPlacement() {
        return CompletedDraft.placement(this, packing);
    }
}
