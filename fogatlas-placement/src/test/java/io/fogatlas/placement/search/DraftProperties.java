package io.fogatlas.placement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.arbitraries.Scenario;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DraftProperties {
    private static final String OBJECTIVE = "network=1,latency=0.01,compute=0.1,regions=2,migration=3";

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.ANY.arbitrary();
    }

    @Property(tries = 300)
    void rollbackTakesBackWhateverWasDone(@ForAll("scenarios") Scenario scenario, @ForAll Random random) {
        Draft draft = new Draft(problem(scenario));
        change(draft, random, 10);
        List<Object> before = contents(draft);
        int mark = draft.mark();

        change(draft, random, 30);
        draft.rollback(mark);

        assertThat(contents(draft)).isEqualTo(before);
    }

    @Property(tries = 300)
    void removingEverythingGivesEverythingBack(@ForAll("scenarios") Scenario scenario, @ForAll Random random) {
        Draft draft = new Draft(problem(scenario));
        List<Object> empty = contents(draft);

        change(draft, random, 30);
        draft.problem().slots().stream()
                .filter(slot -> draft.regionOf(slot.index()) != Draft.NOWHERE)
                .forEach(draft::remove);

        assertThat(contents(draft)).isEqualTo(empty);
        assertThat(draft.cost()).isEqualTo(0, within(1e-9));
    }

    private static PlacementProblem problem(Scenario scenario) {
        PlacementRequest.Builder request = PlacementRequest.builder(scenario.infrastructure(), scenario.application())
                .occupancy(scenario.occupancy())
                .objective(Objective.parse(OBJECTIVE));
        scenario.current().ifPresent(request::current);
        return PlacementProblem.of(request.build());
    }

    private static void change(Draft draft, Random random, int times) {
        RegionChoice choice = new RegionChoice(draft);
        LegRouter router = new LegRouter(draft);
        List<Slot> slots = draft.problem().slots();
        for (int i = 0; i < times; i++) {
            Slot slot = slots.get(random.nextInt(slots.size()));
            int region = random.nextInt(draft.problem().network().regions());
            if (draft.regionOf(slot.index()) != Draft.NOWHERE) {
                draft.remove(slot);
            } else if (random.nextBoolean()) {
                int cheapest = choice.cheapest(slot, new BitSet(), Double.POSITIVE_INFINITY);
                if (cheapest >= 0 && draft.place(slot, cheapest)) {
                    choice.takeRoutes(slot, cheapest);
                }
            } else if (slot.candidates().get(region) && draft.place(slot, region)) {
                router.routeAll(slot);
            }
        }
    }

    /** All that can be seen of a draft, but for legs between endpoints, which nothing here routes. */
    private static List<Object> contents(Draft draft) {
        List<Object> contents = new ArrayList<>();
        PlacementProblem problem = draft.problem();
        for (int link = 0; link < problem.network().links(); link++) {
            contents.add(draft.freeBps(link));
        }
        for (int region = 0; region < problem.network().regions(); region++) {
            for (int d = 0; d < problem.hosts().dimensions(); d++) {
                contents.add(draft.freeIn(region, d));
            }
            contents.add(
                    draft.slotsIn(region).stream().map(Slot::index).sorted().toList());
        }
        problem.slots().forEach(slot -> contents.add(draft.regionOf(slot.index())));
        problem.legs()
                .forEach(leg -> contents.add(
                        draft.isRouted(leg) ? List.of(draft.endOf(leg), draft.routeOf(leg).length) : "none"));
        return contents;
    }
}
