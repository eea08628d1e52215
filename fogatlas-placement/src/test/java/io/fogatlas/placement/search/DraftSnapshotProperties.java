package io.fogatlas.placement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.testkit.RequestArbitraries;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DraftSnapshotProperties {
    private final PlacementEngine engine = new PlacementEngine(List.of());

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Property(tries = 300)
    void aPlacementBecomesADraftAndTheSamePlacementAgain(@ForAll("requests") PlacementRequest request) {
        Decision decision = engine.place(request, new GreedyAlgorithm());
        Assume.that(decision.isPlaced());
        PlacementProblem problem = PlacementProblem.of(request);
        Draft draft = new Draft(problem);

        draft.restore(DraftSnapshot.of(problem, decision.placement().orElseThrow()));

        assertThat(draft.toPlacement()).isEqualTo(decision.placement().orElseThrow());
    }

    @Property(tries = 300)
    void aDraftReturnsToWhatItWas(@ForAll("requests") PlacementRequest request, @ForAll Random random) {
        Decision decision = engine.place(request, new GreedyAlgorithm());
        Assume.that(decision.isPlaced());
        PlacementProblem problem = PlacementProblem.of(request);
        Draft draft = new Draft(problem);
        draft.restore(DraftSnapshot.of(problem, decision.placement().orElseThrow()));
        DraftSnapshot before = draft.snapshot();
        double cost = draft.cost();

        SlotInsertion insertion = new SlotInsertion(draft, new LegRouter(draft));
        for (Slot slot : problem.slots()) {
            if (random.nextBoolean()) {
                draft.remove(slot);
            }
        }
        for (Slot slot : problem.slots()) {
            if (draft.regionOf(slot.index()) == Draft.NOWHERE && random.nextBoolean()) {
                insertion.insert(slot, Double.POSITIVE_INFINITY, random::nextBoolean);
            }
        }
        draft.restore(before);

        assertThat(draft.toPlacement()).isEqualTo(decision.placement().orElseThrow());
        assertThat(draft.cost()).isEqualTo(cost);
    }

    @Property(tries = 300)
    void whoGoesStraightFindsRoutesAsCheapAsWhoLooksEverywhere(@ForAll("requests") PlacementRequest request) {
        Decision decision = engine.place(request, new GreedyAlgorithm());
        Assume.that(decision.isPlaced());
        PlacementProblem problem = PlacementProblem.of(request);
        Draft draft = new Draft(problem);
        draft.restore(DraftSnapshot.of(problem, decision.placement().orElseThrow()));
        LegRouter everywhere = new LegRouter(draft);
        LegRouter straight = LegRouter.goingStraight(draft, new Distances(problem.network()));

        for (Leg leg : problem.legs()) {
            draft.unroute(leg);
            int mark = draft.mark();
            boolean found = everywhere.route(leg);
            double cost = draft.cost();
            draft.rollback(mark);
            assertThat(straight.route(leg)).isEqualTo(found).isTrue();
            assertThat(draft.cost()).isCloseTo(cost, within(1e-9 * Math.max(1, cost)));
            if (draft.routeOf(leg).length > 0) {
                draft.unroute(leg);
                assertThat(straight.routeWithin(leg, Double.MAX_VALUE)).isTrue();
            }
        }
    }
}
