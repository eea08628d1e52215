package io.fogatlas.placement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.placement.AlgorithmErrorException;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * What holds of every placement algorithm, as properties over small arbitrary requests whose truth is known by {@link BruteForce}. To
 * test an algorithm, extend this class in a class whose name ends in {@code Test}, and name the algorithm:
 *
 * <pre>{@code
 * final class BestFitContractTest extends PlacementAlgorithmContract {
 *     @Override
 *     protected PlacementAlgorithm algorithm() {
 *         return new BestFitAlgorithm();
 *     }
 * }
 * }</pre>
 *
 * <p>A failure reports the request, shrunk to a simple one, and the seed. What an algorithm may promise beyond the contract is said by
 * overriding {@link #isExact()} and {@link #mindsNames()}. Which outcomes came up how often is in the report of the tests.
 */
public abstract class PlacementAlgorithmContract {
    private static final double ROUNDING = 1e-9;
    private final PlacementEngine engine = new PlacementEngine(List.of());

    /** For subclasses. */
    protected PlacementAlgorithmContract() {}

    /**
     * Names the algorithm.
     *
     * @return the algorithm to be tested
     */
    protected abstract PlacementAlgorithm algorithm();

    /**
     * Says whether the algorithm finds the optimum, and says so, whenever there is a placement.
     *
     * @return whether it does; false unless overridden
     */
    protected boolean isExact() {
        return false;
    }

    /**
     * Says whether the score may change when ids change: ties may be broken by them. The order in which things are given must never
     * matter.
     *
     * @return whether it may; false unless overridden
     */
    protected boolean mindsNames() {
        return false;
    }

    /**
     * Draws the requests of all properties. To be overridden where an algorithm does not take all kinds.
     *
     * @return requests that {@link BruteForce} can solve
     */
    @Provide
    protected Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    private Decision place(PlacementRequest request) {
        return engine.place(request, algorithm());
    }

    /**
     * Every decision is true, as far as the truth is known: its placement keeps every rule (otherwise the engine throws), is not
     * better than the optimum, its bound is not above the optimum, and {@code infeasible} is said only if there is no placement.
     *
     * @param request a request
     * @throws AlgorithmErrorException if a placement breaks a rule
     */
    @Property
    public void everyDecisionIsTrue(@ForAll("requests") PlacementRequest request) {
        Decision decision = place(request);
        Truth truth = BruteForce.solve(request);

        if (truth instanceof Truth.Optimum optimum) {
            double best = optimum.score().value();
            double rounding = ROUNDING * Math.max(1, best);
            assertThat(decision.outcome()).isNotEqualTo(Outcome.INFEASIBLE);
            decision.score()
                    .map(Score::value)
                    .ifPresent(value -> assertThat(value).isGreaterThanOrEqualTo(best - rounding));
            decision.bound().ifPresent(bound -> assertThat(bound).isLessThanOrEqualTo(best + rounding));
            if (decision.outcome() == Outcome.OPTIMAL || isExact()) {
                assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
                assertThat(decision.score().orElseThrow().value()).isCloseTo(best, within(rounding));
            }
        } else if (truth instanceof Truth.Infeasible) {
            assertThat(decision.isPlaced()).isFalse();
        }
        Statistics.label("truth and decision of " + algorithm().name())
                .collect(truth.getClass().getSimpleName(), decision.outcome().key());
    }

    /**
     * The same request gets the same decision.
     *
     * @param request a request
     */
    @Property(tries = 250)
    public void theSameRequestGetsTheSameDecision(@ForAll("requests") PlacementRequest request) {
        assertThat(withoutTime(place(Renaming.copied(request)))).isEqualTo(withoutTime(place(request)));
    }

    /**
     * The order in which regions, nodes, links, microservices, flows and so on are given changes neither outcome nor score.
     *
     * @param request a request
     * @param seed makes the order
     */
    @Property(tries = 250)
    public void theOrderOfListsChangesNothing(@ForAll("requests") PlacementRequest request, @ForAll long seed) {
        assertSameWorth(place(request), place(Renaming.reordered(request, seed)));
    }

    /**
     * Other ids change neither outcome nor score, unless the algorithm minds names.
     *
     * @param request a request
     * @param seed makes the ids
     */
    @Property(tries = 250)
    public void otherNamesChangeNothing(@ForAll("requests") PlacementRequest request, @ForAll long seed) {
        Decision decision = place(request);
        Decision renamed = place(Renaming.renamed(request, seed));

        if (!mindsNames()) {
            assertSameWorth(decision, renamed);
        }
    }

    /**
     * What the application holds itself is available to it: holding the placement it was given changes nothing.
     *
     * @param request a request
     */
    @Property(tries = 250)
    public void whatTheApplicationHoldsItselfChangesNothing(@ForAll("requests") PlacementRequest request) {
        Decision decision = place(request);
        if (!decision.isPlaced()) {
            return;
        }
        ApplicationId id = request.application().id();
        Holding holding = Holding.of(
                request.infrastructure(),
                request.application(),
                decision.placement().orElseThrow());

        PlacementRequest holdingIt = new PlacementRequest(
                request.infrastructure(),
                request.application(),
                request.occupancy().with(id, holding),
                request.objective(),
                request.current(),
                request.limits());

        assertThat(withoutTime(place(holdingIt))).isEqualTo(withoutTime(decision));
    }

    /**
     * With no time at all the algorithm still answers, soon and with nothing that is wrong.
     *
     * @param request a request
     */
    @Property(tries = 250)
    public void withoutTimeItStillAnswers(@ForAll("requests") PlacementRequest request) {
        PlacementRequest hurried = new PlacementRequest(
                request.infrastructure(),
                request.application(),
                request.occupancy(),
                request.objective(),
                request.current(),
                new SearchLimits(Duration.ZERO, request.limits().seed()));

        Decision decision = place(hurried);

        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(1));
        Optional<Truth> truth =
                decision.outcome() == Outcome.INFEASIBLE ? Optional.of(BruteForce.solve(request)) : Optional.empty();
        assertThat(truth.filter(Truth.Optimum.class::isInstance)).isEmpty();
    }

    private static void assertSameWorth(Decision decision, Decision other) {
        assertThat(other.outcome()).isEqualTo(decision.outcome());
        if (decision.isPlaced()) {
            double value = decision.score().orElseThrow().value();
            assertThat(other.score().orElseThrow().value()).isCloseTo(value, within(ROUNDING * Math.max(1, value)));
        }
    }

    private static Decision withoutTime(Decision decision) {
        return new Decision(
                decision.application(),
                decision.algorithm(),
                decision.outcome(),
                decision.placement(),
                decision.score(),
                decision.bound(),
                decision.reasons(),
                Duration.ZERO,
                decision.plan());
    }
}
