package io.fogatlas.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.placement.Outcome;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ProofSummaryTest {
    private static final String OURS = "ours";
    private static final String FAST = "fast";
    private static final String SLOW = "slow";

    private final ProofTable table = new ProofTable();

    private void proved(long seed, String contender, long millis) {
        add(seed, contender, attempt(Outcome.OPTIMAL, 10, 10, millis));
    }

    private void add(long seed, String contender, Attempt attempt) {
        table.add(new ProofTable.Row("loose-2x1", seed, contender, /* textbook= */ !contender.equals(OURS), attempt));
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

        ProofSummary summary = new ProofSummary(table);
        assertThat(summary.factorsBySeed(OURS, ProofTable.Row::wallSeconds)).containsExactly(10, 40, 1);
        assertThat(summary.factorOfMedians(OURS, ProofTable.Row::wallSeconds)).isEqualTo(10);
        assertThat(summary.markdown())
                .contains("| ours | 3 of 3 | 3 | 0.0100 | 0.0100–0.1000 | 0.0200 |")
                .contains("| ours | 10.0 | 1.0–40.0 | 10.0 | 10.0 | 10.0 |");
    }

    @Test
    void countsAnAttemptWithoutProofAgainstOursAndForTheSolvers() {
        add(1, OURS, attempt(Outcome.FEASIBLE, 10, 9, 10));
        add(1, FAST, attempt(Outcome.FEASIBLE, 11, 9, 500));
        proved(1, SLOW, 700);

        ProofSummary summary = new ProofSummary(table);
        assertThat(summary.factorsBySeed(OURS, ProofTable.Row::wallSeconds)).containsExactly(0);
        assertThat(summary.markdown())
                .contains("| ours | 0 of 1 | 1 | unproved |")
                .contains("| fast | 0 of 1 | 1 | 0.5000 |");
    }

    @Test
    void readsWhatItWrote() {
        proved(1, FAST, 125);
        add(
                2,
                SLOW,
                new Attempt(
                        Outcome.UNKNOWN,
                        OptionalDouble.empty(),
                        OptionalDouble.of(3),
                        Duration.ofSeconds(60),
                        Duration.ZERO));

        assertThat(ProofTable.ofCsv(table.csv()))
                .containsExactlyElementsOf(table.byContender().values().stream()
                        .flatMap(bySeed -> bySeed.values().stream())
                        .toList());
        assertThatThrownBy(() -> ProofTable.ofCsv("header\n1,2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read '1,2'");
    }

    @Test
    void findsClaimsThatCannotAllBeRight() {
        proved(1, OURS, 1);
        add(1, FAST, attempt(Outcome.OPTIMAL, 10.1, 10.1, 1));
        add(1, SLOW, attempt(Outcome.FEASIBLE, 12, 10.2, 1));
        add(
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
        add(1, FAST, attempt(Outcome.FEASIBLE, 11, 10, 1));
        add(1, SLOW, attempt(Outcome.OPTIMAL, 10.000_000_1, 10, 1));

        assertThat(table.contradictions()).isEmpty();
    }
}
