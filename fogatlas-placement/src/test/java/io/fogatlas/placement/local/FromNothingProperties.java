package io.fogatlas.placement.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.testkit.Truth;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Reporter;

/** Without greedy to begin with, slots are absent at first, and all have to find their place. */
final class FromNothingProperties {
    private static final int FEASIBLE = 150;

    @Example
    void findsAPlacementAlmostAlwaysWhereThereIsOne(Reporter reporter) {
        RandomGenerator<PlacementRequest> generator = RequestArbitraries.small().generator(1000);
        Random random = new Random(11);
        int feasible = 0;
        int found = 0;
        int best = 0;
        while (feasible < FEASIBLE) {
            PlacementRequest request =
                    Budget.of(20_000).given(generator.next(random).value());
            if (BruteForce.solve(request) instanceof Truth.Optimum optimum) {
                feasible++;
                Search search = new Search(request, "local-search", SearchListener.NONE);
                new LocalSearch(PlacementProblem.of(request), search).run();
                double least = optimum.score().value();
                found += search.best().isPresent() ? 1 : 0;
                best += search.score() <= least + 1e-9 * Math.max(1, least) ? 1 : 0;
            }
        }
        reporter.publishValue(
                "local search from nothing", found + " of " + feasible + " placed, " + best + " of them optimal");
        assertThat(found).isGreaterThanOrEqualTo(FEASIBLE * 98 / 100);
        assertThat(best).isGreaterThanOrEqualTo(FEASIBLE * 95 / 100);
    }
}
