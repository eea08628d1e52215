package io.fogatlas.placement.baseline;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.LegRouter;
import io.fogatlas.placement.search.RegionChoice;
import java.util.ArrayList;
import java.util.List;

/**
 * Places slots one by one, each in the first region of an order of preference that has room and from which its routes can be had. Nothing
 * is moved afterwards.
 */
final class OneByOne {
    /** In which order a slot tries regions. */
    interface Preference {
        /** Sorts the regions a slot may be in; the first is tried first. */
        List<Integer> sorted(Draft draft, Slot slot, List<Integer> regions);
    }

    private OneByOne() {}

    static Answer place(PlacementProblem problem, Preference preference) {
        Draft draft = new Draft(problem);
        LegRouter router = new LegRouter(draft);
        RegionChoice choice = new RegionChoice(draft);
        for (Slot slot : problem.slots()) {
            if (!place(slot, draft, router, choice, preference)) {
                String name = slot.service().microservice().name();
                return Answer.nothing(List.of(new Reason(
                        name,
                        "no region has room for it and routes to what was placed before it; nothing placed is moved")));
            }
        }
        for (Leg leg : problem.legs()) {
            if (!draft.isRouted(leg) && !router.route(leg)) {
                return Answer.nothing(List.of(new Reason(
                        "", "the data flow '" + leg.flow().name() + "' finds no route next to those before it")));
            }
        }
        return Answer.placed(draft.toPlacement());
    }

    private static boolean place(Slot slot, Draft draft, LegRouter router, RegionChoice choice, Preference preference) {
        List<Integer> regions = new ArrayList<>();
        slot.candidates().stream().filter(region -> choice.mayBe(slot, region)).forEach(regions::add);
        for (int region : preference.sorted(draft, slot, regions)) {
            int mark = draft.mark();
            if (draft.place(slot, region) && router.routeAll(slot)) {
                draft.commit();
                return true;
            }
            draft.rollback(mark);
        }
        return false;
    }
}
