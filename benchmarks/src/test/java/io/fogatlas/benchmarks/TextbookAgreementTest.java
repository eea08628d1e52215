package io.fogatlas.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our algorithms claim agrees with what a solver proves on the textbook model, on requests too large for brute force. */
final class TextbookAgreementTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "LOOSE,12,6,1,3",
        "LOOSE,16,8,1,3",
        "LOOSE,20,10,1,3",
        "TIGHT,12,6,1,3",
        "TIGHT,16,8,1,3",
        "TIGHT,20,10,1,2",
    })
    void agreesOnTheOptimum(ProofShape shape, int regions, int microservices, long from, long to) {
        List<Contender> contenders = Contender.named(List.of("scip-pruned", "ilp", "portfolio", "greedy"));
        ProofTable table = new ProofTable();
        for (long seed = from; seed <= to; seed++) {
            PlacementRequest request = shape.request(regions, microservices, seed);
            for (Contender contender : contenders) {
                table.add(new ProofTable.Row(
                        "", seed, contender.name(), contender.isTextbook(), contender.attempt(request, LIMIT)));
            }
        }

        assertThat(table.contradictions()).isEmpty();
        for (String exact : List.of("scip-pruned", "ilp")) {
            assertThat(table.byContender().get(exact).values())
                    .extracting(row -> row.attempt().outcome())
                    .containsOnly(Outcome.OPTIMAL);
        }
    }
}
