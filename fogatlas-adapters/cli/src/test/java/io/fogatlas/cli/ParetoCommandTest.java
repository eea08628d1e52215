package io.fogatlas.cli;

import static io.fogatlas.cli.Objects.EDGE_AND_CLOUD;
import static io.fogatlas.cli.Objects.detector;
import static io.fogatlas.cli.Objects.detectorIn;
import static io.fogatlas.cli.Objects.fadepl;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParetoCommandTest {
    private static final String EXAMPLE = "examples/trade-off";

    private static final String TWO =
            EDGE_AND_CLOUD + fadepl("first", "DAG", detector()) + fadepl("second", "DAG", detector());

    /** However slow the machine is. */
    private static final String[] LONG = {"--deadline", "10m"};

    @TempDir
    private Path directory;

    private static String[] arguments(String... options) {
        return Stream.of(new String[] {"pareto"}, LONG, options)
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }

    private static Run pareto(String... options) {
        return Run.of(arguments(options));
    }

    @Test
    void plotsAndListsTheFront() {
        Run run = pareto("--objectives", "network,compute", EXAMPLE);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("default/traffic:\n  11 points between network, compute: complete, all proved, in ")
                .contains("\n98 ┤●1\n   │ ●2·\n", "\n 4        8       63  yes     city×3 street\n")
                .contains("\n14 ┤", "●10······", "11●\n", " 11       40       14  yes     cloud×4\n".substring(1));
    }

    @Test
    void listsNoMorePointsThanWanted() {
        Run run = pareto("--objectives", "network,latency,compute", "--points", "4", EXAMPLE);

        assertThat(run.out())
                .contains("latency in ms\n", "NO  NETWORK  LATENCY  COMPUTE  PROVED  PLACED IN\n")
                .endsWith("\nnot listed: 8 points between these\n");
        assertThat(run.out().lines().filter(line -> line.endsWith("cloud×4"))).hasSize(1);
    }

    @Test
    void writesADecisionThatVerifies() {
        Path decision = directory.resolve("decision.json");

        Run chosen = pareto(
                "--objectives",
                "network,compute",
                "--choose",
                "4",
                "-o",
                "json",
                "--out",
                decision.toString(),
                EXAMPLE);
        Run verified = Run.of("verify", "--decision", decision.toString(), EXAMPLE);

        assertThat(chosen.exitCode()).isZero();
        assertThat(verified.out()).isEqualTo("default/traffic: valid, score 71\n");
    }

    @Test
    void showsADecisionAsPlaceDoes() {
        Run run = pareto("--objectives", "network,compute", "--choose", "4", EXAMPLE);

        assertThat(run.out())
                .startsWith("default/traffic: feasible, by pareto in ")
                .contains("\nscore 71 = 1 × network 8 + 1 × compute 63\n", "├─ detector ", " street-1\n")
                .doesNotContain("bound");
    }

    @Test
    void writesJsonForPrograms() {
        Run run = pareto("--objectives", "network,compute", "--points", "2", "-o", "json", EXAMPLE);

        assertThat(run.out())
                .contains("\"complete\": true", "\"number\": 1,", "\"number\": 11,", "\"proved\": true")
                .contains("\"open\": []", "\"outcome\": \"feasible\"", "\"region\": \"cloud\"")
                .doesNotContain("\"number\": 2,");
    }

    @Test
    void drawsTheFront() {
        Run page = pareto("--objectives", "network,latency,compute", "-o", "html", EXAMPLE);
        Run drawing = pareto("--objectives", "network,compute", "-o", "svg", EXAMPLE);

        assertThat(page.out()).startsWith("<!DOCTYPE html>").contains("<section id=\"point-12\">");
        assertThat(drawing.out())
                .startsWith("<svg ")
                .contains("point 4: network 8 Mbit/s, compute 63, proved efficient");
    }

    @Test
    void saysNothingIsKnownWhereThereWasNoTime() {
        Run run = Run.of("pareto", "--deadline", "0ms", EXAMPLE);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith("default/traffic: unknown, ");
    }

    @Test
    void saysWhereMoreMayBeIfTimeIsShort() {
        Run table = Run.of("pareto", "--work", "3000", "--objectives", "network,compute", EXAMPLE);
        Run json = Run.of("pareto", "--work", "3000", "--objectives", "network,compute", "-o", "json", EXAMPLE);

        assertThat(table.exitCode()).isZero();
        assertThat(table.out())
                .contains("incomplete, 0 proved", "○", "  no ", "\nmore may be found with more time, with\n  network ");
        assertThat(table.out().lines()).allMatch(line -> TextWidth.of(line) <= 80);
        assertThat(json.out()).contains("\"complete\": false", "\"proved\": false", "\"least\": {");
    }

    @Test
    void saysWhyThereIsNoPlacementAsPlaceDoes() {
        Run run = pareto("examples/infeasible");
        Run json = pareto("-o", "json", "examples/infeasible");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("default/inspection: infeasible, ").contains("these cannot hold together:\n");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.out()).contains("\"outcome\": \"infeasible\"");
    }

    @Test
    void asksWhichOfSeveralApplicationsIsMeant() {
        assertThat(Run.withInput(TWO, "pareto", "-").err())
                .contains("fogatlas: there are 2 FADepls in standard input; say which by --application, such as"
                        + " default/first\n");
        assertThat(Run.withInput(TWO, arguments("--application", "second", "-")).out())
                .startsWith("default/second:\n  1 point ");
        assertThat(Run.withInput(TWO, "pareto", "--application", "third", "-").err())
                .contains("fogatlas: there is no FADepl 'default/third' in standard input\n");
        assertThat(Run.withInput(EDGE_AND_CLOUD, "pareto", "-").err()).contains("there is no FADepl in standard input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--objectives network | a trade-off is between two or three terms",
                "--objectives network,latency,compute,regions | a trade-off is between two or three terms",
                "--objectives network,network | 'network' is given twice",
                "--objectives network,speed | there is no term 'speed'",
                "--objectives , | there is no term ''",
                "--points 0 | --points must be at least 1, but is 0",
                "--choose 0 | --choose must be at least 1, but is 0",
                "--choose 99 | --choose 99: there is 1 point only",
                "--work -1 | --work must not be negative, but is -1",
                "--choose 1 -o svg | --choose writes a table or json; leave it out, or -o svg",
                "-o yaml | there is no format 'yaml'",
                "--deadline soon | 'soon'",
            })
    void refusesWhatMakesNoSense(String options, String message) {
        Run run = Run.of(Stream.concat(
                        Stream.of("pareto"), Stream.concat(Stream.of(options.split(" ", -1)), Stream.of(EXAMPLE)))
                .toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesAnApplicationThatDoesNotFitTheInfrastructure() {
        Run run = Run.withInput(EDGE_AND_CLOUD + fadepl("app", "DAG", detectorIn("moon")), "pareto", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("moon");
        assertThat(List.of(run.out())).containsExactly("");
    }
}
