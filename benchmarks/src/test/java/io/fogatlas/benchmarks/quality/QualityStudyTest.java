package io.fogatlas.benchmarks.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.benchmarks.report.Findings;
import io.fogatlas.benchmarks.report.Profile;
import io.fogatlas.benchmarks.report.StudySettings;
import io.fogatlas.benchmarks.report.Table;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.NecessaryConditions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QualityStudyTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream progress = new PrintStream(printed, /* autoFlush= */ true, UTF_8);

    @Test
    void comparesAlgorithmsAndPeersOnTheSameRequests() {
        Findings findings = new QualityStudy().run(settings(List.of("portfolio", "greedy")), progress);

        Table runs = findings.data().get(1);
        assertThat(runs.rows())
                .extracting(row -> row.get(2))
                .contains(
                        "portfolio",
                        "greedy",
                        "timefold-streams",
                        "timefold-incremental",
                        "timefold-tuned",
                        "cp-sat",
                        "scip",
                        "highs");
        assertThat(runs.rows()).hasSize(2 * 8);
        assertThat(runs.rows()).noneMatch(row -> row.get(5).contains("break"));
        assertThat(findings.tables().get(0).rows()).hasSize(7);
        assertThat(findings.charts())
                .allSatisfy(chart -> assertThat(chart.series()).hasSize(8));
        assertThat(printed.toString(UTF_8)).contains("quality: proof-tight-12x5, seed 1");
    }

    @Test
    void refusesAnAlgorithmThatIsNotInstalled() {
        assertThatThrownBy(() -> new QualityStudy().run(settings(List.of("none-such")), progress))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none-such");
    }

    @Test
    void placesAShopOnAUsersOwnNetworkAndSaysWhichPeersDoNotKnowIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.graphml"), """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">
                <node id="0"/><node id="1"/><node id="2"/><node id="3"/>
                <edge source="0" target="1"/><edge source="1" target="2"/><edge source="2" target="3"/>
                </graph></graphml>
                """);

        Case own = Case.own(file);
        PlacementRequest request = own.request().apply(1);

        assertThat(own.key()).isEqualTo("own-network-shop");
        assertThat(request.infrastructure().nodes()).hasSize(4);
        assertThat(NecessaryConditions.broken(request)).isEmpty();
        PlacementRequest balanced = PlacementRequest.builder(request.infrastructure(), request.application())
                .objective(Objective.parse("balance=1"))
                .build();
        assertThat(Runner.peers())
                .allSatisfy(peer -> assertThat(peer.run(balanced, 1, List.of(Duration.ofSeconds(5)))
                                .note())
                        .contains("not asked", "balance"));
    }

    @Test
    void asksForNothingThatIsHopelessFromTheStart() {
        for (Profile profile : Profile.values()) {
            for (Case kind : QualityPlan.of(profile).cases()) {
                PlacementRequest request = kind.request().apply(1);

                assertThat(NecessaryConditions.broken(request)).as(kind.key()).isEmpty();
            }
        }
    }

    private static StudySettings settings(List<String> algorithms) {
        return new StudySettings(Profile.SHORT, algorithms, List.of(), /* peers= */ true, Optional.empty());
    }
}
