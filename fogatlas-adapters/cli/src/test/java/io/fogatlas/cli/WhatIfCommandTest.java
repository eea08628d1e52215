package io.fogatlas.cli;

import static io.fogatlas.cli.Objects.EDGE_AND_CLOUD;
import static io.fogatlas.cli.Objects.detector;
import static io.fogatlas.cli.Objects.detectorIn;
import static io.fogatlas.cli.Objects.fadepl;
import static io.fogatlas.cli.Objects.link;
import static io.fogatlas.cli.Objects.node;
import static io.fogatlas.cli.Objects.region;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhatIfCommandTest {
    /** The camera's region has no node, so the detector runs in the cloud or the fog, which is two links away. */
    private static final String THREE = EDGE_AND_CLOUD
            + region("fog", 1)
            + link("near", "edge", "fog", "10M")
            + node("c1", "region", "cloud", "1")
            + node("f1", "region", "fog", "1")
            + fadepl("app", "greedy", detector())
            + fadepl("other", "greedy", detectorIn("fog"));

    @TempDir
    private Path directory;

    private Path files = Path.of("");
    private Path decision = Path.of("");

    @BeforeEach
    void place() throws IOException {
        files = Files.writeString(directory.resolve("files.yaml"), THREE.replace("cpu: 500m", "cpu: 600m"));
        decision = directory.resolve("decision.json");
        Run placed =
                Run.of("place", "--algorithm", "greedy", "-o", "json", "--out", decision.toString(), files.toString());
        assertThat(placed.exitCode()).as(placed.err() + placed.out()).isZero();
    }

    private Run whatIf(String... options) {
        List<String> arguments = new ArrayList<>(List.of("what-if", "--decision", decision.toString()));
        arguments.addAll(List.of(options));
        arguments.add(files.toString());
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void saysWhichApplicationBreaksAndThatItHasNoPlace() {
        Run run = whatIf("--down", "region=fog");

        assertThat(run.out())
                .startsWith("region 'fog' is down: 1 of 2 applications breaks, 0 placed again, 1 without a\nplace\n")
                .contains(
                        "default/other breaks:\n  Microservice 'detector' is on node 'f1', which is not ready.\n",
                        "default/other: infeasible, by greedy in ",
                        "must run in region 'fog', which is down")
                .doesNotContain("default/app");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void placesAgainWhatBreaksAndPlansTheWay() throws IOException {
        Files.writeString(
                files,
                Files.readString(files)
                        .replace("regions: [{ regionrequired: fog }]", "regions: []")
                        .replace("cpu: 1,", "cpu: 2,")
                        .replace("bandwidth: 10M", "bandwidth: 20M"));

        Run run = whatIf("--down", "link=near");

        assertThat(run.out())
                .startsWith("link 'near' is down: 1 of 2 applications breaks, and is placed again\n")
                .contains("passes link 'near', which\n    is down.", "default/other: feasible, by greedy in ")
                .endsWith("""
                        plan of 3 steps, nothing pauses:
                          1. start 1 of detector in region cloud on c1
                          2. route video from edge to cloud over link
                          3. stop 1 of detector in region fog on f1
                        """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void leavesAllAloneIfNothingBreaks() {
        Run run = whatIf("--scale-flows", "1.5");

        assertThat(run.out())
                .isEqualTo("every data flow takes 1.5 times its bandwidth: none of 2 applications breaks\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void letsSeveralThingsHappenTogether() {
        Run run = whatIf("--scale-flows", "1.5", "--down", "node=c1");

        assertThat(run.out())
                .startsWith("every data flow takes 1.5 times its bandwidth and node 'c1' is down: 1 of 2\napplications")
                .contains("default/app breaks:\n  Microservice 'detector' is on node 'c1', which is not ready.\n")
                .doesNotContain("default/other");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void reportsOnEverySingleFailure() {
        Run run = whatIf("--each", "link");

        assertThat(run.out()).isEqualTo("""
                LINK  BREAKS  PLACED AGAIN  MOVED  PAUSES  WITHOUT A PLACE
                link       1             0      1       0  default/app
                near       1             0      1       0  default/other

                0 of 2 links can fail, one at a time, and every application has a place; 0 of them break none
                """);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void writesJson() {
        Run run = whatIf("--down", "region=fog", "-o", "json");

        assertThat(run.out())
                .contains("\"event\": \"region-down\"", "\"region\": \"fog\"", "\"allSurvive\": false")
                .contains("\"untouched\": [", "\"violations\": [", "\"decisions\": [", "\"outcome\": \"infeasible\"");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--down|region=moon|Region 'moon': cannot go down, since there is no such Region",
                "--down|link=moon|Link 'moon': cannot go down, since there is no such Link",
                "--down|node=moon|Node 'moon': cannot go down, since there is no such Node",
                "--down|moon|'moon' does not say what goes down; write region=ID, link=ID or node=NAME",
                "--down|star=moon|'star=moon' does not say what goes down",
                "--scale-flows|0|Flows can be scaled by a factor above 0 and up to 1000000, but not by 0.0.",
                "--scale-flows|-1|but not by -1.0.",
                "--scale-flows|NaN|but not by NaN.",
                "--scale-flows|1e9|but not by 1.0E9.",
                "--scale-flows|much|much",
                "--each|planet|there is no kind of failure 'planet'; use one of region, link, node",
                "--algorithm|magic|No algorithm named 'magic'",
            })
    void refusesWhatCannotBe(String option, String value, String message) {
        Run run = option.equals("--algorithm") ? whatIf("--down", "link=link", option, value) : whatIf(option, value);

        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesToDoNothingOrTwoThings() {
        assertThat(whatIf().err()).contains("nothing is said to happen; give --down");
        assertThat(whatIf("--each", "link", "--down", "link=link").err()).contains("--each loses one thing at a time");
    }

    @Test
    void refusesADecisionThatBreaksRules() throws IOException {
        Files.writeString(decision, Files.readString(decision).replace("\"f1\": 1", "\"c1\": 1"));

        Run run = whatIf("--down", "link=link");

        assertThat(run.err())
                .contains("decision.json:", "Decision 'default/other': runs as it must not: ", "node 'c1'")
                .doesNotContain("Exception");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesADecisionAboutAnApplicationThatIsNotThere() throws IOException {
        Files.writeString(decision, Files.readString(decision).replace("\"name\": \"other\"", "\"name\": \"ghost\""));

        Run run = whatIf("--down", "link=link");

        assertThat(run.err()).contains("'default/ghost', but there is no such FADepl");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesADecisionFileThatPlacesNothing() throws IOException {
        Files.writeString(
                decision, "{\"decisions\": [{\"application\": {\"name\": \"app\"}, \"outcome\": \"unknown\"}]}");

        assertThat(whatIf("--down", "link=link").err()).contains("places an application, so none runs");
    }
}
