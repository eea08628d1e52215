package io.fogatlas.cli;

import static io.fogatlas.cli.Objects.EDGE_AND_CLOUD;
import static io.fogatlas.cli.Objects.detector;
import static io.fogatlas.cli.Objects.detectorIn;
import static io.fogatlas.cli.Objects.fadepl;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {
    private static final String CLOUD_APPLICATION = EDGE_AND_CLOUD + fadepl("app", "DAG", detectorIn("cloud"));

    @TempDir
    private Path directory;

    private Path decisions;

    @BeforeEach
    void placesIntoAFile() {
        decisions = directory.resolve("decisions.json");
    }

    private Run verify(String input) {
        return Run.withInput(input, "verify", "--decision", decisions.toString(), "-");
    }

    private void place(String input, String... options) throws IOException {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"place", "-o", "json", "-"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        Files.writeString(decisions, Run.withInput(input, arguments).out());
    }

    private void edit(String before, String after) throws IOException {
        String text = Files.readString(decisions);
        assertThat(text).contains(before);
        Files.writeString(decisions, text.replace(before, after));
    }

    @Test
    void confirmsADecisionOfPlace() throws IOException {
        place(CLOUD_APPLICATION);

        assertThat(verify(CLOUD_APPLICATION)).isEqualTo(new Run(0, "default/app: valid, score 6.01\n", ""));
    }

    @Test
    void usesTheWeightsThatTheDecisionStates() throws IOException {
        place(CLOUD_APPLICATION, "--objective", "network=2,regions=10");

        assertThat(verify(CLOUD_APPLICATION)).isEqualTo(new Run(0, "default/app: valid, score 22\n", ""));
    }

    @Test
    void usesTheObjectiveGivenForADecisionThatStatesNone() throws IOException {
        Files.writeString(decisions, """
                {"decisions": [{
                  "application": {"name": "app"}, "outcome": "feasible", "objective": 12,
                  "placements": [{"microservice": "detector", "regions": [{"region": "cloud", "replicas": 1}]}],
                  "routes": [{"source": "camera", "sourceRegion": "edge", "destination": "detector",
                              "destinationRegion": "cloud", "links": ["link"]}]}]}
                """);

        assertThat(verify(CLOUD_APPLICATION)).isEqualTo(new Run(1, """
                                default/app: wrongly described
                                  objective: 12 is stated, but the placement scores 6.01
                                """, ""));
        assertThat(Run.withInput(
                                CLOUD_APPLICATION,
                                "verify",
                                "--decision",
                                decisions.toString(),
                                "--objective",
                                "network=2",
                                "-")
                        .exitCode())
                .isZero();
    }

    @Test
    void listsEveryRuleThatIsBroken() throws IOException {
        place(CLOUD_APPLICATION);
        edit("\"region\": \"cloud\"", "\"region\": \"edge\"");

        Run run = verify(CLOUD_APPLICATION);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("default/app: violated\n  ").contains("detector");
        assertThat(run.out().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void findsAWrongClaimAboutALink() throws IOException {
        place(CLOUD_APPLICATION);
        edit(
                "\"bandwidthBps\": 6000000,\n          \"capacityBps\"",
                "\"bandwidthBps\": 5,\n          \"capacityBps\"");

        assertThat(verify(CLOUD_APPLICATION)).isEqualTo(new Run(1, """
                        default/app: wrongly described
                          link 'link': 5 bit/s are stated, but the routes take 6000000
                        """, ""));
    }

    @Test
    void checksEachDecisionOnWhatTheOnesBeforeItTook() throws IOException {
        place(EDGE_AND_CLOUD.replace("10M", "12M")
                + fadepl("first", "DAG", detectorIn("cloud"))
                + fadepl("second", "DAG", detectorIn("cloud")));

        Run run = verify(EDGE_AND_CLOUD + fadepl("first", "DAG", detector()) + fadepl("second", "DAG", detector()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("default/first: valid").contains("\ndefault/second: violated\n  ");
    }

    @Test
    void findsNothingToVerifyWhereNothingIsPlaced() throws IOException {
        String narrow = EDGE_AND_CLOUD.replace("10M", "5M") + fadepl("app", "DAG", detectorIn("cloud"));
        place(narrow);

        assertThat(verify(narrow)).isEqualTo(new Run(0, "default/app: infeasible, which is confirmed\n", ""));
    }

    @Test
    void readsTheDecisionFromStandardInput() throws IOException {
        Run placed = Run.of("place", "-o", "json", "examples/fogatlas");

        Run run = Run.withInput(placed.out(), "verify", "--decision", "-", "examples/fogatlas");

        assertThat(run.out()).startsWith("default/simple-app: valid");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void refusesInputThatIsWrong() throws IOException {
        place(CLOUD_APPLICATION);
        edit("\"name\": \"app\"", "\"name\": \"other\"");
        refuses(verify(CLOUD_APPLICATION), "decisions.json:", "default/other");

        Files.writeString(decisions, "{\"decisions\": [{\"application\"");
        refuses(verify(CLOUD_APPLICATION), "decisions.json");

        Files.writeString(decisions, "{\"decisions\": []}");
        refuses(verify(CLOUD_APPLICATION), "there is no decision in");

        refuses(Run.of("verify", "--decision", "missing.json", "examples/fogatlas"), "missing.json");
        refuses(Run.of("verify", "--decision", "-", "-"), "standard input (-) can be read only once");
        refuses(Run.of("verify", "examples/fogatlas"), "Missing required option: '--decision=FILE'");
    }

    private static void refuses(Run run, String... messages) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("fogatlas: ").contains(messages).doesNotContain("Exception", "\tat ");
    }
}
