package io.fogatlas.placement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.arbitraries.RepeatableProperties;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
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
@AddLifecycleHook(RepeatableProperties.class)
public abstract class PlacementAlgorithmContract {
    private static final double ROUNDING = 1e-9;

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
        return Witness.place(request, algorithm());
    }

    /**
     * Every decision is true, as far as the truth is known: its placement keeps every rule, is not
     * better than the optimum, its bound is not above the optimum, and {@code infeasible} is said only if there is no placement.
     *
     * @param request a request
     */
    @Property
    public void everyDecisionIsTrue(@ForAll("requests") PlacementRequest request) {
        Decision decision = place(request);
        Truth truth = BruteForce.solve(request);

        if (truth instanceof Truth.Optimum optimum) {
            double best = optimum.score().value();
            double rounding = ROUNDING * Math.max(1, best);
            assertThat(decision.outcome()).as(though("outcome", request)).isNotEqualTo(Outcome.INFEASIBLE);
            decision.score()
                    .map(Score::value)
                    .ifPresent(value ->
                            assertThat(value).as(though("score", request)).isGreaterThanOrEqualTo(best - rounding));
            decision.bound()
                    .ifPresent(bound ->
                            assertThat(bound).as(though("bound", request)).isLessThanOrEqualTo(best + rounding));
            if (decision.outcome() == Outcome.OPTIMAL || isExact()) {
                assertThat(decision.outcome()).as(though("outcome", request)).isEqualTo(Outcome.OPTIMAL);
                assertThat(decision.score().orElseThrow().value())
                        .as(though("score", request))
                        .isCloseTo(best, within(rounding));
            }
        } else if (truth instanceof Truth.Infeasible) {
            assertThat(decision.isPlaced())
                    .as("whether '%s' finds a placement where there is none", name())
                    .isFalse();
        }
        Statistics.label("truth and decision of " + name())
                .collect(truth.getClass().getSimpleName(), decision.outcome().key());
    }

    /**
     * The same request gets the same decision.
     *
     * @param request a request
     */
    @Property(tries = 250)
    public void theSameRequestGetsTheSameDecision(@ForAll("requests") PlacementRequest request) {
        assertThat(withoutTime(place(Renaming.copied(request))))
                .as("second decision of '%s' about the same", name())
                .isEqualTo(withoutTime(place(request)));
    }

    /**
     * The order in which regions, nodes, links, microservices, flows and so on are given changes neither outcome nor score.
     *
     * @param request a request
     * @param seed makes the order
     */
    @Property(tries = 250)
    public void theOrderOfListsChangesNothing(@ForAll("requests") PlacementRequest request, @ForAll long seed) {
        assertSameWorth("in another order", place(request), place(Renaming.reordered(request, seed)));
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
            assertSameWorth("by other names", decision, renamed);
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

        assertThat(withoutTime(place(holdingIt)))
                .as("decision of '%s' where the application holds already what it was given", name())
                .isEqualTo(withoutTime(decision));
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

        assertThat(decision.wallTime())
                .as("time of '%s', which was to answer at once", name())
                .isLessThan(Duration.ofSeconds(1));
        Optional<Truth> truth =
                decision.outcome() == Outcome.INFEASIBLE ? Optional.of(BruteForce.solve(request)) : Optional.empty();
        assertThat(truth.filter(Truth.Optimum.class::isInstance))
                .as("the truth where '%s' says infeasible", name())
                .isEmpty();
    }

    private Supplier<String> though(String what, PlacementRequest request) {
        return () -> "%s of '%s', though %s".formatted(what, name(), Witness.truth(request));
    }

    private String name() {
        return algorithm().name();
    }

    private void assertSameWorth(String how, Decision decision, Decision other) {
        assertThat(other.outcome())
                .as("outcome of '%s' if the same is given %s", name(), how)
                .isEqualTo(decision.outcome());
        if (decision.isPlaced()) {
            double value = decision.score().orElseThrow().value();
            assertThat(other.score().orElseThrow().value())
                    .as("score of '%s' if the same is given %s", name(), how)
                    .isCloseTo(value, within(ROUNDING * Math.max(1, value)));
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
