package io.fogatlas.benchmarks.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.benchmarks.Settings;
import io.fogatlas.benchmarks.admission.AdmissionRun.Result;
import io.fogatlas.benchmarks.admission.VirtualNetworks.Arrival;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AdmissionBenchmarkTest {
    private static final PlacementEngine ENGINE =
            PlacementEngine.withInstalledAlgorithms().withoutBounds();

    @Test
    void requestsHaveTheDistributionsOfVirne() {
        List<Arrival> arrivals = VirtualNetworks.draw(5000, 0.16, new Random(1));

        assertThat(arrivals)
                .extracting(arrival ->
                        (double) arrival.application().microservices().size())
                .allMatch(size -> size >= 2 && size <= 10);
        assertThat(mean(arrivals.stream()
                        .mapToLong(each -> each.application().microservices().size())))
                .isCloseTo(6, within(0.2));
        assertThat(mean(arrivals.stream().mapToLong(Arrival::cpu))).isCloseTo(60, within(2.0));
        double flows = mean(
                arrivals.stream().mapToLong(each -> each.application().flows().size()));
        assertThat(mean(arrivals.stream().mapToLong(Arrival::bandwidth))).isCloseTo(25 * flows, within(5.0));
        assertThat(arrivals.get(4999).arrival() / 5000.0).isCloseTo(6.25, within(0.2));
        assertThat(mean(arrivals.stream().mapToLong(each -> Math.round(each.departure() - each.arrival()))))
                .isCloseTo(500, within(25.0));
    }

    @Test
    void gapsArePoisson() {
        Random random = new Random(2);
        long[] gaps = LongStream.generate(() -> VirtualNetworks.poisson(6.25, random))
                .limit(20_000)
                .toArray();
        double mean = mean(LongStream.of(gaps));
        double variance = LongStream.of(gaps)
                .mapToDouble(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(6.25, within(0.1));
        assertThat(variance).isCloseTo(6.25, within(0.3));
    }

    @Test
    void theMicroservicesOfARequestLieInDifferentRegions() {
        Random random = new Random(3);
        Infrastructure network = AdmissionSetting.WX100.draw(random);
        for (Arrival arrival : VirtualNetworks.draw(10, 0.16, random)) {
            Placement placement = ENGINE.place(PlacementRequest.of(network, arrival.application()), "greedy")
                    .placement()
                    .orElseThrow();

            assertThat(placement.assignments().values().stream()
                            .flatMap(List::stream)
                            .map(Assignment::region))
                    .hasSameSizeAs(arrival.application().microservices())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theRankingOfTheTextbookBreaksNoRuleAndIsWorseThanGreedy() {
        Random random = new Random(3);
        Infrastructure network = AdmissionSetting.WX100.draw(random);
        for (Arrival arrival : VirtualNetworks.draw(10, 0.16, random)) {
            PlacementRequest request = PlacementRequest.of(network, arrival.application());
            Placement placement = new NodeRanking().place(request).orElseThrow();

            assertThat(PlacementVerifier.verify(request, placement).violations())
                    .isEmpty();
        }
        Result ranked = run(AdmissionSetting.GEANT, 80, 0.03, 0, NodeRanking.NAME);
        Result greedy = run(AdmissionSetting.GEANT, 80, 0.03, 0);

        assertThat(ranked.acceptedPercent()).isBetween(10.0, greedy.acceptedPercent() - 10);
        assertThat(ranked.revenueOverCost()).isLessThan(greedy.revenueOverCost() - 0.1);
    }

    @Test
    void aFewRequestsAreAllAdmittedAndCostAtLeastWhatTheyPay() {
        Result result = run(AdmissionSetting.WX100, 15, 0.16, 0);

        assertThat(result.acceptedPercent()).isEqualTo(100);
        assertThat(result.cost()).isGreaterThanOrEqualTo(result.revenue());
        assertThat(result.revenueOverCost()).isBetween(0.6, 1.0);
    }

    @Test
    void manyAtOnceAreNotAllAdmittedAndRoomComesBackWhenTheyLeave() {
        Result atOnce = run(AdmissionSetting.GEANT, 60, 100, 0);
        Result oneByOne = run(AdmissionSetting.GEANT, 60, 0.0002, 0);

        assertThat(atOnce.acceptedPercent()).isBetween(5.0, 60.0);
        assertThat(oneByOne.acceptedPercent()).isGreaterThan(atOnce.acceptedPercent());
    }

    @Test
    void whatPaysTooLittleIsNotTaken() {
        assertThat(run(AdmissionSetting.GEANT, 20, 0.016, 1).revenueOverCost()).isEqualTo(1);
    }

    @Test
    void printsOursBesideThePublishedOnes() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String[] args = {"--setting", "geant", "--requests", "5", "--seeds", "0-1", "--algorithms", "greedy"};

        AdmissionBenchmark.run(
                Settings.read(args, AdmissionBenchmark.DEFAULTS),
                new PrintStream(printed, /* autoFlush= */ true, UTF_8));

        assertThat(printed.toString(UTF_8))
                .contains("## GEANT, 5 requests, 0.016 a unit of time, seeds 0 to 1, objective network=1.0")
                .contains("| published: PPO-DualGCN, the best learned | 60.40 | 0.75 | |")
                .containsPattern(
                        "\\| greedy \\| [\\d.]+ ± [\\d.]+ \\| 0\\.\\d{3} ± 0\\.\\d{3} \\| [\\d.]+ ± [\\d.]+ \\|");
    }

    @Test
    void unknownNamesAndAmountsAreRefused() {
        assertThatThrownBy(() -> AdmissionSetting.named("wx7")).hasMessageContaining("[WX100, GEANT, BRAIN]");
        assertThatThrownBy(() -> run("--least-ratio", "2")).hasMessageContaining("from 0.0 to 1.0");
        assertThatThrownBy(() -> run("--rate", "fast")).hasMessageContaining("'fast'");
        assertThatThrownBy(() -> run("--algorithms", "magic")).hasMessageContaining("magic");
    }

    @Test
    void aMeanHasTheIntervalOfStudent() {
        Mean mean = Mean.of(new double[] {1, 2, 3});

        assertThat(mean.value()).isEqualTo(2);
        assertThat(mean.halfWidth()).isCloseTo(4.303 / Math.sqrt(3), within(1e-9));
        assertThat(mean.text(1)).isEqualTo("2.0 ± 2.5");
        assertThat(Mean.of(new double[] {5}).text(2)).isEqualTo("5.00");
    }

    private static void run(String... args) {
        AdmissionBenchmark.run(
                Settings.read(args, AdmissionBenchmark.DEFAULTS),
                new PrintStream(new ByteArrayOutputStream(), /* autoFlush= */ true, UTF_8));
    }

    private static Result run(AdmissionSetting setting, int requests, double rate, double leastRatio) {
        return run(setting, requests, rate, leastRatio, "greedy");
    }

    private static Result run(
            AdmissionSetting setting, int requests, double rate, double leastRatio, String algorithm) {
        Random random = new Random(4);
        AdmissionRun run = new AdmissionRun(
                Placer.named(algorithm, ENGINE), Objective.parse("network=1"), SearchLimits.DEFAULT, leastRatio);
        return run.run(setting.draw(random), VirtualNetworks.draw(requests, rate, random));
    }

    private static double mean(LongStream values) {
        return values.average().orElseThrow();
    }
}
