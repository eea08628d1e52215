package io.fogatlas.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ProofSummaryTest {
    private static final Contender OURS = new Named("ours", false);
    private static final Contender FAST = new Named("fast", true);
    private static final Contender SLOW = new Named("slow", true);

    private final ProofTable table = new ProofTable();
    private final ProofSummary summary = new ProofSummary(table, List.of(OURS, FAST, SLOW));

    private record Named(String name, boolean isTextbook) implements Contender {
        @Override
        public Attempt attempt(PlacementRequest request, Duration limit) {
            throw new UnsupportedOperationException("never asked");
        }
    }

    private void proved(long seed, Contender contender, long millis) {
        table.add(seed, contender, attempt(Outcome.OPTIMAL, 10, 10, millis));
    }

    private static Attempt attempt(Outcome outcome, double score, double bound, long millis) {
        return new Attempt(
                outcome,
                OptionalDouble.of(score),
                OptionalDouble.of(bound),
                Duration.ofMillis(millis),
                Duration.ofMillis(2 * millis));
    }

    @Test
    void comparesWithTheBestSolverOfEachSeedAndOfAllSeeds() {
        proved(1, OURS, 10);
        proved(1, FAST, 100);
        proved(1, SLOW, 300);
        proved(2, OURS, 10);
        proved(2, FAST, 900);
        proved(2, SLOW, 400);
        proved(3, OURS, 100);
        proved(3, FAST, 100);
        proved(3, SLOW, 500);

        assertThat(summary.factorsBySeed(OURS, ProofTable.Row::wallSeconds)).containsExactly(10, 40, 1);
        assertThat(summary.factorOfMedians(OURS, ProofTable.Row::wallSeconds)).isEqualTo(10);
        assertThat(summary.markdown())
                .contains("| ours | 3 of 3 | 3 | 0.0100 | 0.0100–0.1000 | 0.0200 |")
                .contains("| ours | 10.0 | 1.0–40.0 | 10.0 | 10.0 | 10.0 |");
    }

    @Test
    void countsAnAttemptWithoutProofAgainstOursAndForTheSolvers() {
        table.add(1, OURS, attempt(Outcome.FEASIBLE, 10, 9, 10));
        table.add(1, FAST, attempt(Outcome.FEASIBLE, 11, 9, 500));
        proved(1, SLOW, 700);

        assertThat(summary.factorsBySeed(OURS, ProofTable.Row::wallSeconds)).containsExactly(0);
        assertThat(summary.markdown())
                .contains("| ours | 0 of 1 | 1 | unproved |")
                .contains("| fast | 0 of 1 | 1 | 0.5000 |");
    }

    @Test
    void findsClaimsThatCannotAllBeRight() {
        proved(1, OURS, 1);
        table.add(1, FAST, attempt(Outcome.OPTIMAL, 10.1, 10.1, 1));
        table.add(1, SLOW, attempt(Outcome.FEASIBLE, 12, 10.2, 1));
        table.add(
                2,
                OURS,
                new Attempt(
                        Outcome.INFEASIBLE,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Duration.ZERO,
                        Duration.ZERO));
        proved(2, FAST, 1);

        assertThat(table.contradictions())
                .containsExactly(
                        "Seed 1: fast says optimal, score 10.100000, bound 10.100000, but there is a placement worth 10.000000.",
                        "Seed 1: slow says feasible, score 12.000000, bound 10.200000, but there is a placement worth 10.000000.",
                        "Seed 2: ours says infeasible, score , bound , but there is a placement worth 10.000000.");
    }

    @Test
    void agreesWithAttemptsThatCanAllBeRight() {
        proved(1, OURS, 1);
        table.add(1, FAST, attempt(Outcome.FEASIBLE, 11, 10, 1));
        table.add(1, SLOW, attempt(Outcome.OPTIMAL, 10.000_000_1, 10, 1));

        assertThat(table.contradictions()).isEmpty();
    }
}
