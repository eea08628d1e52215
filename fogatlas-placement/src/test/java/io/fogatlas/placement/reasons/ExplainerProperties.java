package io.fogatlas.placement.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.testkit.Truth;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is said about infeasible requests is true, as brute force finds. */
final class ExplainerProperties {
    private static final long MOST_WORK = 30_000;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
    private final Explainer explainer = Explainer.of(engine);

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    private Explanation explanation(PlacementRequest request) {
        Assume.that(BruteForce.solve(request, MOST_WORK) instanceof Truth.Infeasible);
        Decision decision = engine.place(request, "greedy");
        return explainer.explain(request, decision, LONG);
    }

    private static boolean isInfeasible(PlacementRequest request) {
        Truth truth = BruteForce.solve(request, MOST_WORK);
        Assume.that(!(truth instanceof Truth.TooLarge));
        return truth instanceof Truth.Infeasible;
    }

    @Property(tries = 15)
    void aConflictIsInfeasibleAloneAndFeasibleLessAnyMember(@ForAll("requests") PlacementRequest request) {
        Explanation explanation = explanation(request);

        explanation.conflict().ifPresent(conflict -> {
            assertThat(isInfeasible(conflict.alone(request))).isTrue();
            if (conflict.minimal()) {
                assertThat(conflict.requirements())
                        .allSatisfy(member -> assertThat(isInfeasible(conflict.without(request, member)))
                                .isFalse());
            }
        });
        Statistics.label("members of the conflict, and whether it is minimal")
                .collect(explanation
                        .conflict()
                        .map(conflict -> conflict.requirements().size() + " " + conflict.minimal())
                        .orElse("not proved"));
    }

    @Property(tries = 15)
    void everyRelaxationMakesTheRequestFeasibleAndNoSmallerOneDoes(@ForAll("requests") PlacementRequest request) {
        Explanation explanation = explanation(request);

        for (Relaxation relaxation : explanation.relaxations()) {
            PlacementRequest relaxed = relaxation.appliedTo(request);
            assertThat(PlacementVerifier.verify(relaxed, relaxation.placement()).violations())
                    .isEmpty();
            assertThat(isInfeasible(relaxed)).isFalse();
            if (relaxation.smallest()) {
                assertThat(smaller(relaxation))
                        .allSatisfy(less -> assertThat(isInfeasible(less.appliedTo(request)))
                                .isTrue());
            }
            Statistics.label("kind of a relaxation, and whether it is the smallest")
                    .collect(relaxation.changes().stream().map(Change::kind).toList(), relaxation.smallest());
        }
        Statistics.label("number of relaxations")
                .collect(explanation.relaxations().size());
    }

    @Property(tries = 100)
    void theScoreIsTheSumOfItsPartsAndThePriceOfAMoveIsWhatItAdds(@ForAll("requests") PlacementRequest request) {
        Decision decision = engine.place(request, "greedy");
        Assume.that(decision.isPlaced());
        double score = decision.score().orElseThrow().value();

        ScoreExplanation why =
                explainer.explain(request, decision, LONG).score().orElseThrow();

        double tolerance = 1e-9 * Math.max(1, score);
        double sum =
                why.contributions().stream().mapToDouble(Contribution::value).sum();
        assertThat(sum).isCloseTo(score, within(tolerance));
        for (Alternative alternative : why.alternatives()) {
            assertThat(alternative.placement().isPresent())
                    .isEqualTo(alternative.price().isPresent());
            alternative.placement().ifPresent(moved -> {
                double there = PlacementVerifier.verify(request, moved)
                        .score()
                        .orElseThrow()
                        .value();
                assertThat(alternative.price().getAsDouble()).isCloseTo(there - score, within(tolerance));
                assertThat(moved.of(alternative.microservice()))
                        .extracting(Assignment::region)
                        .contains(alternative.to())
                        .doesNotContain(alternative.from());
            });
        }
        Statistics.label("has alternatives").collect(!why.alternatives().isEmpty());
    }

    /** The same without one of the changes, or with one unit less of one. */
    private static List<Relaxation> smaller(Relaxation relaxation) {
        List<Relaxation> smaller = new ArrayList<>();
        for (int index = 0; index < relaxation.changes().size(); index++) {
            List<Change> less = new ArrayList<>(relaxation.changes());
            Change change = less.remove(index);
            smaller.add(new Relaxation(less, false, relaxation.placement()));
            if (change instanceof AmountChange amount && amount.by() > 1) {
                List<Change> lessen = new ArrayList<>(relaxation.changes());
                lessen.set(index, amount.withBy(amount.by() - 1));
                smaller.add(new Relaxation(lessen, false, relaxation.placement()));
            }
        }
        return smaller;
    }
}
