package io.fogatlas.placement.greedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.arbitraries.Scenario;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.LegRouter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WaitingSlotsProperties {
    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.ANY.arbitrary();
    }

    @Property(tries = 100)
    void theNextIsTheOneThatAFreshLookAtAllOfThemFinds(
            @ForAll("scenarios") Scenario scenario, @ForAll SlotOrder order, @ForAll Random random) {
        PlacementRequest request = PlacementRequest.of(scenario.infrastructure(), scenario.application());
        Draft draft = new Draft(PlacementProblem.of(request));
        List<Slot> slots = draft.problem().slots();
        LegRouter router = new LegRouter(draft);
        WaitingSlots waiting =
                new WaitingSlots(draft, new Repair(draft, router, new Search(request, "greedy", SearchListener.NONE)));

        for (int step = 0; step < 20 && !slots.isEmpty(); step++) {
            Slot slot = slots.get(random.nextInt(slots.size()));
            int region = random.nextInt(draft.problem().network().regions());
            if (draft.regionOf(slot.index()) != Draft.NOWHERE) {
                draft.remove(slot);
            } else if (slot.candidates().get(region) && draft.place(slot, region)) {
                router.routeAll(slot);
            }

            assertThat(waiting.next(order)).isEqualTo(fresh(draft, order));
        }
    }

    private static Optional<Slot> fresh(Draft draft, SlotOrder order) {
        Comparator<Slot> widest = Comparator.comparingDouble(slot -> -WaitingSlots.pullOf(draft, slot.index()));
        Comparator<Slot> fewest =
                Comparator.comparingInt(slot -> slot.candidates().cardinality());
        Comparator<Slot> largest = Comparator.comparingDouble(slot -> -WaitingSlots.shareOf(draft.problem(), slot));
        Comparator<Slot> asked =
                switch (order) {
                    case CONNECTED -> widest.thenComparing(fewest).thenComparing(largest);
                    case CONSTRAINED -> fewest.thenComparing(largest).thenComparing(widest);
                    case LARGEST -> largest.thenComparing(widest);
                };
        return draft.problem().slots().stream()
                .filter(slot -> draft.regionOf(slot.index()) == Draft.NOWHERE)
                .min(Comparator.comparing((Slot slot) -> slot.onlyCandidate() < 0)
                        .thenComparing(asked)
                        .thenComparing(Slot::index));
    }
}
