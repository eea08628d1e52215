package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the examples through the command, as their README says, and checks where everything ends up. */
final class ExamplesTest {
    private static String[] command(String first, String folders, String... options) {
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(List.of(options));
        Stream.of(folders.split(" ", -1)).map(folder -> "examples/" + folder).forEach(arguments::add);
        return arguments.toArray(String[]::new);
    }

    /** Places an example; the table as it is, but for the time it took. */
    private static Run place(String folders) {
        Run run = Run.of(command("place", folders));
        return new Run(run.exitCode(), run.out().replaceAll("in \\d+ ms\n", "in … ms\n"), run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fogatlas",
                "fogatlas fogatlas-nodes",
                "fogatlas-silly",
                "heterogeneous-cpu",
                "infeasible",
                "latency-chain",
                "online-boutique",
                "trade-off",
                "two-applications",
            })
    void makesDecisionsThatVerify(String folders) {
        Run placed = Run.of(command("place", folders, "-o", "json"));

        Run verified = Run.withInput(placed.out(), command("verify", folders, "--decision", "-"));

        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out().lines())
                .allSatisfy(line -> assertThat(line)
                        .matches(
                                placed.exitCode() == 0 ? ".*: valid, score .*" : ".*: infeasible, which is confirmed"));
    }

    @Test
    void areAllListedAndRun() throws IOException {
        String readme = Files.readString(Path.of("examples", "README.md"));
        String test = Files.readString(Path.of("src/test/java/io/fogatlas/cli/ExamplesTest.java"));
        try (Stream<Path> folders = Files.list(Path.of("examples")).filter(Files::isDirectory)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(readme).contains("| `" + folder + "` |"))
                    .filteredOn(folder -> !folder.equals("convert"))
                    .allSatisfy(folder -> assertThat(test).contains(folder));
        }
    }

    @Test
    void fogAtlasRunsNextToItsCamerasAndBroker() {
        Run run = place("fogatlas");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("note: there is no Node, so compute is unlimited in every region\n");
        assertThat(run.out())
                .contains("\nscore 0.31 = 1 × network 0.2 + 0.001 × latency 110\n")
                .contains("""

                REGION                REPLICAS  EACH CPU  MIPS  MEMORY
                001-001 (cloud)       tier 0
                ├─ sens1              endpoint
                └─ 002-002 (trento)   tier 1
                   ├─ driver3                1      100m  3000   100Mi
                   ├─ broker1         endpoint
                   └─ 003-003 (povo)  tier 2
                      ├─ processor           1      100m   500   400Mi
                      ├─ driver1             1      100m   500   100Mi
                      ├─ driver2             1      100m   500   100Mi
                      ├─ analytics           1      100m   500   400Mi
                      ├─ cam1         endpoint
                      └─ cam2         endpoint
                compute is unlimited, since there is no Node

                """);
    }

    @Test
    void fogAtlasUsesItsNodes() {
        Run run = place("fogatlas fogatlas-nodes");

        assertThat(run.out()).contains(" povo-1\n", " trento-1\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void sillyTakesTheRegionsAskedFor() {
        Run run = place("fogatlas-silly");

        assertThat(run.out())
                .contains(", by pinned in ")
                .containsPattern("\n└─ 002-002 \\(trento\\) .*\n   ├─ processor ")
                .containsPattern("\n +└─ 003-003 \\(povo\\) .*\n +├─ driver ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void mipsMakeTheFastRegionTheOneThatFits() {
        Run run = place("heterogeneous-cpu");

        assertThat(run.out())
                .containsPattern("\n +├─ driver +1 +100m +500 +100Mi +povo-1\n")
                .containsPattern("\n├─ processor +1 +67m +2000 +400Mi +trento-1\n")
                .containsPattern("\nlink3 .* 1 Mbit/s +99 Mbit/s +█░+ +1 %\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theChainIsKeptFromEndToEnd() {
        Run run = place("latency-chain");

        assertThat(run.out())
                .containsPattern("\ncontrol-loop +24 of 30 ms  camera → detector → planner → robot\n")
                .contains("fibre1", "fibre2");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theShopStaysBelowItsBounds() {
        Run run = place("online-boutique");

        assertThat(run.out()).startsWith("default/online-boutique: ").contains("\n├─ frontend ", "\n├─ redis-cart ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theSecondApplicationGetsWhatTheFirstLeft() {
        Run run = place("two-applications");

        assertThat(run.out())
                .containsPattern(
                        "default/doors: (?s:.*) +├─ detector +1 .* plant-1\n(?s:.*)default/yard: (?s:.*)\n├─ detector .* cloud-1\n")
                .containsPattern("\nuplink .* 6 Mbit/s +4 Mbit/s +█+░+ +60 %\n");
        assertThat(run.exitCode()).isZero();
    }

    /** It takes two seconds of CPU time to prove it; on a busy machine that may be more than the ten seconds it has by default. */
    @Test
    void theBatchPlacesWhatIsWorthMost() {
        Run run = Run.of(
                command("place", "two-applications batch", "--batch", "--algorithm", "portfolio", "--deadline", "10m"));

        assertThat(run.out())
                .startsWith("batch: optimal, 2 of 3 applications worth 4 of at most 4, by portfolio in ")
                .contains("\ndefault/yard (1) is left out: it cannot run together with default/doors,\ndefault/gate\n")
                .contains("\ndefault/doors: optimal", "\ndefault/yard: infeasible", "\ndefault/gate: optimal");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theInfeasibleOneSaysWhatIsLackingAndWhatWouldHelp() {
        Run run = place("infeasible");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                default/inspection: infeasible, by portfolio in … ms
                these cannot hold together:
                  detector: each replica takes 2Gi memory
                  data flow 'video': at most 15 ms
                where detector cannot be:
                  cloud: data flow 'video' from 'camera' in region 'plant' takes 20 ms at
                    best, its bound is 15 ms; a latency bound of 20 ms would do
                  plant: there is room for 0 of 1 replicas: each needs 2Gi memory, the largest
                    free part is 1Gi memory; +1Gi memory on node 'plant-1' would do
                each of these would be enough:
                  a latency bound of 20 ms instead of 15 ms for data flow 'video'
                  +1Gi memory on node 'plant-1' in region 'plant'
                  1Gi memory instead of 2Gi memory for each replica of 'detector'
                """);
    }

    @Test
    void whyOtherRegionsLostIsToldOnRequest() {
        Run run = Run.of(command("place", "fogatlas fogatlas-nodes", "--explain"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("\nnetwork +driver3->processor +0.1 +0.1\n")
                .containsPattern("\nanalytics +003-003 +001-001 +0  it would be as good\n")
                .containsPattern("\nprocessor +003-003 +002-002 +[+]0.22  it would cost more\n")
                .containsPattern("\ndriver3 +002-002 +003-003 +-  Node 'povo-1' is to give 500m CPU");
    }
}
