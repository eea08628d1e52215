package io.fogatlas.placement.decomposition;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.stream.IntStream;

/** Makes placements of choices, where all rules permit it, and offers them to the search. */
final class Realisation {
    private final PlacementProblem problem;
    private final Search search;

    /** What comes of a choice. */
    enum Verdict {
        /** It is a placement, and was offered. */
        OFFERED,
        /** It breaks a rule, however its replicas are spread over nodes. */
        BROKEN,
        /** Its replicas could not be packed on nodes, but that does not prove that they cannot be. */
        UNCLEAR
    }

    Realisation(PlacementProblem problem, Search search) {
        this.problem = problem;
        this.search = search;
    }

    /** Offers a choice as it is. */
    Verdict offer(Choice choice) {
        Draft draft = new Draft(problem);
        for (Slot slot : problem.slots()) {
            int region = choice.regionOf(slot.index());
            if (!draft.place(slot, region)) {
                int nodes =
                        problem.hosts().firstNode(region + 1) - problem.hosts().firstNode(region);
                return nodes > 1 ? Verdict.UNCLEAR : Verdict.BROKEN;
            }
        }
        for (Leg leg : problem.legs()) {
            Leg.End end = choice.endOf(leg);
            for (int link : choice.routeOf(leg)) {
                if (draft.freeBps(link) < leg.bandwidthBps()) {
                    return Verdict.BROKEN;
                }
            }
            if (end == null) {
                return Verdict.BROKEN;
            }
            draft.route(leg, end, choice.routeOf(leg));
        }
        Placement placement = draft.toPlacement();
        if (!PlacementVerifier.verify(problem.request(), placement).isValid()) {
            return Verdict.BROKEN;
        }
        search.offer(placement);
        return Verdict.OFFERED;
    }

    /** Lists the links that a choice takes too much of. */
    int[] overloaded(Choice choice) {
        long[] free = problem.network().copyOfFreeBps();
        for (Leg leg : problem.legs()) {
            for (int link : choice.routeOf(leg)) {
                free[link] -= leg.bandwidthBps();
            }
        }
        return IntStream.range(0, free.length).filter(link -> free[link] < 0).toArray();
    }
}
