package com.example.roomiest;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.LegRouter;
import io.fogatlas.placement.search.RegionChoice;
import java.util.Comparator;
import java.util.List;

// tag::own-algorithm[]
/** Spreads the load: puts each microservice where most CPU is left, and never moves it again. */
public final class RoomiestAlgorithm implements PlacementAlgorithm {
    @Override
    public String name() {
        return "roomiest";
    }

    @Override
    public String description() {
        return "each microservice where most CPU is left";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        Draft draft = new Draft(problem);
        LegRouter router = new LegRouter(draft);
        RegionChoice choice = new RegionChoice(draft);
        for (Slot slot : problem.slots()) { // what one microservice runs in one region
            if (!place(slot, draft, router, choice)) {
                return Answer.nothing(List.of(new Reason(
                        slot.service().microservice().name(),
                        "no region has room for it and routes to what is placed")));
            }
        }
        // What is left are the data flows between two endpoints.
        boolean routed = problem.legs().stream().allMatch(leg -> draft.isRouted(leg) || router.route(leg));
        return routed ? Answer.placed(draft.toPlacement()) : Answer.nothing(List.of());
    }

    private static boolean place(Slot slot, Draft draft, LegRouter router, RegionChoice choice) {
        List<Integer> roomiestFirst = slot.candidates().stream()
                .filter(region -> choice.mayBe(slot, region))
                .boxed()
                .sorted(Comparator.comparing(region -> -draft.freeIn(region, Hosts.CPU)))
                .toList();
        for (int region : roomiestFirst) {
            int before = draft.mark();
            if (draft.place(slot, region) && router.routeAll(slot)) {
                return true;
            }
            draft.rollback(before);
        }
        return false;
    }
}
// end::own-algorithm[]
