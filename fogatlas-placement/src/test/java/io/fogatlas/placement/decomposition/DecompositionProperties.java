package io.fogatlas.placement.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.testkit.Truth;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class DecompositionProperties {
    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Property(tries = 400)
    void whatItProvesIsTrue(@ForAll("requests") PlacementRequest request) {
        Search search = new Search(request, "decomposition", SearchListener.NONE);

        Decomposition.Ending ending = Decomposition.run(PlacementProblem.of(request), search);

        Truth truth = BruteForce.solve(request);
        if (truth instanceof Truth.Optimum optimum) {
            double best = optimum.score().value();
            double rounding = 1e-9 * Math.max(1, best);
            assertThat(ending).isNotEqualTo(Decomposition.Ending.NO_PLACEMENT);
            assertThat(search.bound()).isLessThanOrEqualTo(best + rounding);
            if (ending == Decomposition.Ending.PROVED) {
                assertThat(search.score()).isCloseTo(best, within(rounding));
            }
        } else if (truth instanceof Truth.Infeasible) {
            assertThat(ending).isNotEqualTo(Decomposition.Ending.PROVED);
            assertThat(search.best()).isEmpty();
        }
        Statistics.label("truth and ending").collect(truth.getClass().getSimpleName(), ending);
    }

    @Property(tries = 200)
    void itGivesUpOnlyWherePackingOrItsBoundsAreWeak(@ForAll("requests") PlacementRequest request) {
        Objective objective = request.objective();
        boolean strong = objective.weight(Term.REGIONS) == 0 && objective.weight(Term.BALANCE) == 0;
        boolean oneNodeARegion = request.infrastructure().regions().stream()
                .allMatch(
                        region -> request.infrastructure().nodesIn(region.id()).size() < 2);
        Search search = new Search(request, "decomposition", SearchListener.NONE);

        Decomposition.Ending ending = Decomposition.run(PlacementProblem.of(request), search);

        if (strong && oneNodeARegion && search.best().isPresent()) {
            assertThat(ending).isEqualTo(Decomposition.Ending.PROVED);
        }
        Statistics.label("strong").collect(strong && oneNodeARegion, ending);
    }
}
