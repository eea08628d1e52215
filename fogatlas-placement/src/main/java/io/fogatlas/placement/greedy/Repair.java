package io.fogatlas.placement.greedy;

import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Chain;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.ForcedChoice;
import io.fogatlas.placement.search.LegRouter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts a slot where it does not fit, by moving what stands in the way: slots leave a region that is too full, neighbours that are too far
 * away leave theirs, legs are routed around links that are needed, and those of a latency chain that is short of time take their fastest
 * routes. What has left is placed again later, and may make others leave.
 *
 * <p>After T. Müller's iterative forward search with conflict statistics (2005): who was made to leave more often is harder to make
 * leave, and is placed earlier. A number of repairs bounds the work.
 */
final class Repair {
    private final Draft draft;
    private final PlacementProblem problem;
    private final LegRouter router;
    private final ForcedChoice choice;
    private final int[] ejected;
    private final Search search;
    private int left;

    Repair(Draft draft, LegRouter router, Search search) {
        this.draft = draft;
        this.search = search;
        this.router = router;
        problem = draft.problem();
        choice = new ForcedChoice(draft);
        ejected = new int[problem.slots().size()];
        left = 40 + 12 * ejected.length;
    }

    int timesEjected(Slot slot) {
        return ejected[slot.index()];
    }

    /** Puts a slot somewhere; false if nothing helps or the repairs are used up. */
    boolean force(Slot slot) {
        while (left > 0 && !search.isOver()) {
            left--;
            int region = choice.best(slot, ejected);
            if (region < 0) {
                return false;
            }
            int mark = draft.mark();
            if (forceInto(slot, region)) {
                return true;
            }
            draft.rollback(mark);
        }
        return false;
    }

    private boolean forceInto(Slot slot, int region) {
        for (Slot other : choice.inTheWay(slot, region)) {
            eject(other);
        }
        if (!choice.mayJoin(slot, region)) {
            return false;
        }
        while (!draft.place(slot, region)) {
            Optional<Slot> victim = draft.slotsIn(region).stream()
                    .filter(other -> other.onlyCandidate() < 0)
                    .min(Comparator.comparingInt(this::timesEjected).thenComparing(Slot::index));
            if (victim.isEmpty()) {
                return false;
            }
            eject(victim.get());
        }
        for (Leg leg : draft.legsOf(slot.index())) {
            if (router.canRoute(leg)
                    && !router.route(leg)
                    && !draft.mayEndElsewhere(leg, slot.index())
                    && !hurry(leg)
                    && !forceRoute(leg)
                    && !giveWay(leg, slot)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the fastest routes for all legs of the chains that a leg is on, where cheaper ones leave it too little time. */
    private boolean hurry(Leg leg) {
        Set<Leg> mates = new TreeSet<>(Comparator.comparing(Leg::index));
        for (Chain chain : problem.chains()) {
            if (chain.passes(leg)) {
                chain.hops()
                        .forEach(hop -> Arrays.stream(hop)
                                .mapToObj(problem.legs()::get)
                                .filter(mate -> draft.isRouted(mate) || router.canRoute(mate))
                                .forEach(mates::add));
            }
        }
        int mark = draft.mark();
        mates.stream().filter(draft::isRouted).forEach(draft::unroute);
        if (!mates.isEmpty() && mates.stream().allMatch(router::routeFast)) {
            return true;
        }
        draft.rollback(mark);
        return false;
    }

    /** Routes a leg over links that others use; those are routed anew, or one of their ends leaves. */
    boolean forceRoute(Leg leg) {
        List<Leg> cleared = new ArrayList<>();
        if (!router.routeByForce(leg, cleared)) {
            return false;
        }
        Deque<Leg> open = new ArrayDeque<>(cleared);
        while (!open.isEmpty()) {
            Leg next = open.remove();
            if (router.canRoute(next) && !router.route(next) && !giveWay(next, null)) {
                if (left-- <= 0 || search.isOver()) {
                    return false;
                }
                List<Leg> more = new ArrayList<>();
                if (!router.routeByForce(next, more)) {
                    return false;
                }
                open.addAll(more);
            }
        }
        return !router.canRoute(leg);
    }

    /** Makes one end of a leg leave, if one may: not the slot that is being placed, and none that can only be where it is. */
    private boolean giveWay(Leg leg, @Nullable Slot kept) {
        List<Slot> movable = new ArrayList<>();
        addMovable(leg.source(), kept, movable);
        leg.destinations().forEach(end -> addMovable(end, kept, movable));
        if (movable.isEmpty()) {
            for (int slot : choice.chainMates(leg)) {
                addMovable(new Leg.End(slot, -1), kept, movable);
            }
        }
        if (movable.isEmpty()) {
            return false;
        }
        eject(movable.stream()
                .min(Comparator.comparingInt(this::timesEjected).thenComparing(Slot::index))
                .orElseThrow());
        return true;
    }

    private void addMovable(Leg.End end, @Nullable Slot kept, List<Slot> movable) {
        if (end.slot() >= 0) {
            Slot slot = problem.slots().get(end.slot());
            if (slot != kept && slot.onlyCandidate() < 0 && draft.regionOf(end.slot()) != Draft.NOWHERE) {
                movable.add(slot);
            }
        }
    }

    private void eject(Slot slot) {
        draft.remove(slot);
        ejected[slot.index()]++;
    }
}
