package io.fogatlas.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.benchmarks.report.Findings;
import io.fogatlas.benchmarks.report.Table;
import io.fogatlas.placement.PlacementRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RaceTest {
    private static final Duration EARLY = Duration.ofMillis(10);
    private static final Duration LATE = Duration.ofMillis(100);

    private final Race race = new Race();

    RaceTest() {
        add("a", 1, "ours", 10, step(5, 20), step(50, 10));
        add("a", 1, "peer", 0, step(5, 15), step(90, 12));
        add("a", 2, "ours", 0, step(20, 10));
        add("a", 2, "peer", 0, step(9, 10 + 1e-12));
        add("b", 1, "ours", 0);
        add("b", 1, "peer", 0);
    }

    @Test
    void holdsScoresAgainstTheBestThatAnybodyFoundAtAnyTime() {
        assertThat(race.excesses("a", "ours", EARLY)[0]).isCloseTo(1, within(1e-9));
        assertThat(race.excesses("a", "ours", EARLY)[1]).isInfinite();
        assertThat(race.excesses("a", "ours", LATE)).containsExactly(0, 0);
        assertThat(race.excesses("a", "peer", LATE)[0]).isCloseTo(0.2, within(1e-9));
        assertThat(race.excesses("b", "ours", LATE)).isEmpty();
    }

    @Test
    void countsTiesAndNoPlacementOnBothSidesAsAsGood() {
        Race.Comparison early = race.compared("ours", "peer", EARLY);
        Race.Comparison late = race.compared("ours", "peer", LATE);

        assertThat(early.asked()).isEqualTo(3);
        assertThat(early.share()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(early.losses()).extracting(Race.Loss::seed).containsExactly(1L, 2L);
        assertThat(early.losses().get(0).excess()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(early.losses().get(1).excess()).isInfinite();
        assertThat(late.share()).isEqualTo(1);
        assertThat(race.compared("peer", "ours", LATE).share()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void knowsWhichBestIsProved() {
        assertThat(race.entries().stream().filter(entry -> entry.runner().equals("ours")))
                .extracting(race::isProved)
                .containsExactly(true, false, false);
    }

    @Test
    void leavesOutWhoWasNotGivenTheTime() {
        assertThat(race.of("ours", LATE.plusMillis(1))).isEmpty();
        assertThat(race.compared("ours", "peer", LATE.plusMillis(1)).asked()).isZero();
    }

    @Test
    void saysInTheMiddleOfAnEvenNumberWhatIsBetween() {
        assertThat(Race.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(Race.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
        assertThat(Race.median(new double[] {0, Double.POSITIVE_INFINITY})).isInfinite();
    }

    @Test
    void tellsWhereAPeerIsBetter() {
        Findings.Builder findings = Findings.builder("title", "text");
        new QualityTables(race, List.of(new Named("ours", false), new Named("peer", true)), List.of(EARLY, LATE))
                .addTo(findings, "ours");
        Findings told = findings.build();

        assertThat(told.losses())
                .containsExactly("On a, peer is better than ours after 0.01 s on 2 of 2 seeds (1, 2), which has no"
                        + " placement yet.");
        Table shares = told.tables().get(0);
        assertThat(shares.rows()).containsExactly(List.of("peer", "33.3 % (1 of 3)", "100.0 % (3 of 3)"));
        assertThat(told.tables().get(2).rows().get(0))
                .containsExactly("a", "2", "1", "1.0000", "1.1000 (1.0000–1.2000)");
        assertThat(told.charts()).hasSize(2);
        assertThat(told.data().get(0).rows()).hasSize(6);
    }

    private void add(String kind, long seed, String runner, double bound, Trace.Step... steps) {
        race.add(new Race.Entry(kind, seed, runner, LATE, new Trace(List.of(steps), bound, "")));
    }

    private static Trace.Step step(long millis, double score) {
        return new Trace.Step(Duration.ofMillis(millis), score);
    }

    private record Named(String name, boolean isPeer) implements Runner {
        @Override
        public Trace run(PlacementRequest request, long seed, List<Duration> times) {
            return Trace.none("");
        }
    }
}
