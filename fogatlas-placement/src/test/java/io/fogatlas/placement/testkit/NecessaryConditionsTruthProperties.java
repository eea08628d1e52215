package io.fogatlas.placement.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.verification.NecessaryConditions;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is called impossible is impossible. */
final class NecessaryConditionsTruthProperties {
    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Property(tries = 1000)
    void areNeverBrokenWhereThereIsAPlacement(@ForAll("requests") PlacementRequest request) {
        List<Reason> broken = NecessaryConditions.broken(request);
        Truth truth = BruteForce.solve(request);

        if (truth instanceof Truth.Optimum) {
            assertThat(broken).isEmpty();
        }
        Statistics.label("truth and whether it is proved infeasible")
                .collect(truth.getClass().getSimpleName(), !broken.isEmpty());
    }
}
