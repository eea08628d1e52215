package io.fogatlas.placement.testkit;

import io.fogatlas.model.arbitraries.Applications;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.arbitraries.Scenario;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.Term;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary requests, small enough for {@link BruteForce}. */
public final class RequestArbitraries {
    /** So small that the truth is found in milliseconds: 1 to 5 regions, 1 to 5 microservices. */
    public static final Scenarios SMALL = new Scenarios(
            Infrastructures.ANY.regions(1, 5),
            Applications.ANY.microservices(1, 5).furtherFlows(2),
            /* occupied= */ true);

    private static final List<Double> WEIGHTS = List.of(0.0, 1.0, 0.001, 0.25, 10.0);

    private RequestArbitraries() {}

    /**
     * Draws small requests of any kind.
     *
     * @return the arbitrary
     */
    public static Arbitrary<PlacementRequest> small() {
        return of(SMALL);
    }

    /**
     * Draws requests, half of them with the default objective and half with one of any terms.
     *
     * @param scenarios what is placed where
     * @return the arbitrary
     */
    public static Arbitrary<PlacementRequest> of(Scenarios scenarios) {
        return Combinators.combine(
                        scenarios.arbitrary(),
                        Arbitraries.oneOf(List.of(Arbitraries.just(Objective.DEFAULT), objectives())))
                .as(RequestArbitraries::request);
    }

    /**
     * Draws objectives.
     *
     * @return the arbitrary; it shrinks to one without terms
     */
    public static Arbitrary<Objective> objectives() {
        return Arbitraries.of(WEIGHTS)
                .list()
                .ofSize(Term.values().length)
                .withoutEdgeCases()
                .map(weights -> {
                    Map<Term, Double> byTerm = new EnumMap<>(Term.class);
                    for (Term term : Term.values()) {
                        byTerm.put(term, weights.get(byTerm.size()));
                    }
                    return new Objective(byTerm);
                });
    }

    private static PlacementRequest request(Scenario scenario, Objective objective) {
        return new PlacementRequest(
                scenario.infrastructure(),
                scenario.application(),
                scenario.occupancy(),
                objective,
                scenario.current(),
                new SearchLimits(Duration.ofSeconds(10), 0));
    }
}
