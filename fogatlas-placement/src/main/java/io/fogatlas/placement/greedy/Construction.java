package io.fogatlas.placement.greedy;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.LegRouter;
import io.fogatlas.placement.search.SlotInsertion;
import java.util.List;
import java.util.Optional;

/**
 * Builds a draft slot by slot, each in its cheapest region; a slot that finds none is put in by {@link Repair}, and what had to leave for
 * it is placed again.
 */
final class Construction {
    /** How often slots are placed again that had to leave for the last routes. */
    private static final int MOST_ROUNDS = 4;

    private final PlacementProblem problem;
    private final Draft draft;
    private final SlotInsertion insertion;
    private final LegRouter router;
    private final Repair repair;
    private final Search search;
    private Optional<Slot> stuck = Optional.empty();

    Construction(PlacementProblem problem, Search search) {
        this.problem = problem;
        this.search = search;
        draft = new Draft(problem);
        router = new LegRouter(draft);
        insertion = new SlotInsertion(draft, router);
        repair = new Repair(draft, router, search);
    }

    Draft draft() {
        return draft;
    }

    /** Builds the whole draft from what of the current placement can stay; false if it got stuck or ran out of time. */
    boolean buildFrom(Placement current) {
        new StayingPut(problem, draft, current).fill();
        return build(SlotOrder.CONNECTED);
    }

    SlotInsertion insertion() {
        return insertion;
    }

    /** Builds the whole draft; false if it got stuck or ran out of time. */
    boolean build(SlotOrder order) {
        if (!routeBetweenEndpoints()) {
            return false;
        }
        // the last routes may make a slot leave, which is then to be placed again
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!placeWaiting(order) || !routeRest()) {
                return false;
            }
            if (problem.slots().stream().allMatch(slot -> draft.regionOf(slot.index()) != Draft.NOWHERE)) {
                return true;
            }
        }
        return false;
    }

    private boolean placeWaiting(SlotOrder order) {
        WaitingSlots waiting = new WaitingSlots(draft, repair);
        for (Optional<Slot> next = waiting.next(order); next.isPresent(); next = waiting.next(order)) {
            if (search.isOver()) {
                return false;
            }
            if (!insertion.insert(next.get(), Double.POSITIVE_INFINITY) && !repair.force(next.get())) {
                stuck = next;
                return false;
            }
            draft.commit();
        }
        return true;
    }

    private boolean routeBetweenEndpoints() {
        for (Leg leg : problem.legs()) {
            if (leg.source().slot() < 0
                    && leg.destinations().get(0).slot() < 0
                    && !draft.isRouted(leg)
                    && !router.route(leg)) {
                return repair.forceRoute(leg);
            }
        }
        return true;
    }

    /** Routes what has no route yet; legs of slots that have to leave for that wait with them. */
    private boolean routeRest() {
        for (Leg leg : problem.legs()) {
            if (router.canRoute(leg) && !router.route(leg) && !repair.forceRoute(leg)) {
                return false;
            }
        }
        return true;
    }

    /** Says how far the search came. */
    List<Reason> reasons() {
        return stuck.map(slot -> List.of(new Reason(
                        slot.service().microservice().name(),
                        "greedy found no region for its " + slot.replicas()
                                + " replicas next to what it had placed, although "
                                + slot.candidates().cardinality() + " regions could host them alone")))
                .orElse(List.of());
    }

    long steps() {
        return insertion.steps() + router.steps();
    }
}
