package io.fogatlas.placement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class RunningScoreProperties {
    @Provide
    Arbitrary<PlacementRequest> requests() {
        // How much of what others take is overcommitted, and of what nobody asks for, is not the draft's to know.
        return RequestArbitraries.small()
                .filter(request -> request.objective().weight(Term.BALANCE) == 0
                        || request.occupancy().equals(Occupancy.NONE));
    }

    /** The draft is built, taken apart and built anew in another order, so that changes are taken back on the way. */
    @Property(tries = 1000)
    void isTheScoreTheVerifierWorksOut(@ForAll("requests") PlacementRequest request, @ForAll Random random) {
        Draft draft = new Draft(PlacementProblem.of(request));
        boolean complete = build(draft, random);
        for (int again = 0; again < 3; again++) {
            int mark = draft.mark();
            takeApart(draft, random);
            if (build(draft, random) || !complete) {
                complete = isComplete(draft);
            } else {
                draft.rollback(mark);
            }
        }

        Optional<Score> verified = complete ? verified(request, draft) : Optional.empty();
        Statistics.label("score is known").collect(verified.isPresent());
        verified.ifPresent(score ->
                assertThat(draft.cost()).isCloseTo(score.value(), within(1e-12 * Math.max(1, score.value()))));
    }

    private static Optional<Score> verified(PlacementRequest request, Draft draft) {
        Placement placement = draft.toPlacement();
        return PlacementVerifier.verify(request, placement).score();
    }

    private static void takeApart(Draft draft, Random random) {
        for (Slot slot : draft.problem().slots()) {
            if (draft.regionOf(slot.index()) != Draft.NOWHERE && random.nextBoolean()) {
                draft.remove(slot);
            }
        }
    }

    private static boolean build(Draft draft, Random random) {
        RegionChoice choice = new RegionChoice(draft);
        LegRouter router = new LegRouter(draft);
        List<Slot> slots = new ArrayList<>(draft.problem().slots());
        Collections.shuffle(slots, random);
        for (Slot slot : slots) {
            if (draft.regionOf(slot.index()) == Draft.NOWHERE) {
                int region = choice.cheapest(slot, new BitSet(), Double.POSITIVE_INFINITY);
                if (region < 0 || !draft.place(slot, region) || !router.routeAll(slot)) {
                    return false;
                }
            }
        }
        draft.problem().legs().stream().filter(router::canRoute).forEach(router::route);
        return isComplete(draft);
    }

    private static boolean isComplete(Draft draft) {
        return draft.problem().slots().stream().allMatch(slot -> draft.regionOf(slot.index()) != Draft.NOWHERE)
                && draft.problem().legs().stream().allMatch(draft::isRouted);
    }
}
