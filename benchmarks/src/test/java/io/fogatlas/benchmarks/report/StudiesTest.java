package io.fogatlas.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.benchmarks.SpeedStudy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the studies that take seconds as the command does. */
final class StudiesTest {
    @TempDir
    private Path directory;

    private String report(String... args) throws Exception {
        Path out = directory.resolve("report");
        String[] all = new String[args.length + 4];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(new String[] {"--profile", "short", "--out", out.toString()}, 0, all, args.length, 4);
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int status = StandardSet.run(
                all, ServiceLoader.load(Study.class), new PrintStream(said, true, StandardCharsets.UTF_8));

        String text = Files.readString(out.resolve("report.md"));
        assertThat(status).as(text).isZero();
        for (String link : text.split("\\]\\(", -1)) {
            if (link.matches("(?s)[a-z0-9.-]+\\).*")) {
                assertThat(out.resolve(link.substring(0, link.indexOf(')')))).isNotEmptyFile();
            }
        }
        return text;
    }

    @Test
    void provesAndAdmitsWithTheAlgorithmsAskedFor() throws Exception {
        String text = report("--studies", "proof,admission", "--algorithms", "greedy,ilp", "--seeds", "2-2");

        assertThat(text)
                .containsPattern("\\| loose 12 × 6 \\| greedy \\| [01] of 1 \\|")
                .containsPattern("\\| tight 12 × 6 \\| ilp \\| 1 of 1 \\| 0\\.")
                .containsPattern("\\| loose 12 × 6 \\| highs \\| 1 of 1 \\| 0\\.")
                .contains("| published: NRM-Rank | 37.9 | 0.51 | 30 |  |")
                .containsPattern("\\| ilp \\| [0-9.]+ \\| 0\\.");
    }

    @Test
    void leavesPeersOutAndTakesTheUsersNetwork() throws Exception {
        Path network = Files.writeString(directory.resolve("triangle.graphml"), """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">
                <node id="a"/><node id="b"/><node id="c"/>
                <edge source="a" target="b"/><edge source="b" target="c"/><edge source="c" target="a"/></graph></graphml>
                """);

        String text = report("--studies", "admission", "--peers", "no", "--network", network.toString());

        assertThat(text)
                .contains("### triangle.graphml: 3 regions, 3 links", "| greedy |")
                .doesNotContain("| nrm-rank |");
    }

    @Test
    void measuresTimeAndMemoryAgainstSizeInJvmsOfTheirOwn() throws Exception {
        String text = report("--studies", "scale");

        assertThat(text)
                .containsPattern("\\| greedy \\| 200 \\| 2[0-9]{2} \\| 50 \\| 1 of 1 \\| [0-9.]+ \\|")
                .containsPattern("\\| greedy \\| regions \\| -?[0-9.]+ ± [0-9.]+ \\|")
                .containsPattern("\\| greedy \\| microservices \\| -?[0-9.]+ \\|");
    }

    @Test
    void everyStudyIsFoundByItsName() {
        assertThat(ServiceLoader.load(Study.class))
                .extracting(Study::key)
                .contains("proof", "admission", "scale", "speed");
    }

    @Test
    void speedRefusesAParameterThatNoBenchmarkCanUse() {
        StudySettings settings =
                new StudySettings(Profile.SHORT, List.of("no-such-algorithm"), List.of(), false, Optional.empty());

        assertThatThrownBy(() -> new SpeedStudy().run(settings, new PrintStream(new ByteArrayOutputStream())))
                .hasMessageContaining("JMH benchmarks failed");
    }
}
