package io.fogatlas.cli;

import static io.fogatlas.cli.Objects.EDGE_AND_CLOUD;
import static io.fogatlas.cli.Objects.detector;
import static io.fogatlas.cli.Objects.detectorIn;
import static io.fogatlas.cli.Objects.fadepl;
import static io.fogatlas.cli.Objects.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gives {@code place} what is wrong, and expects a message, exit code 2, and nothing else. */
final class BadInputTest {
    @TempDir
    private Path directory;

    private static void refuses(Run run, String... messages) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("fogatlas: ").contains(messages).doesNotContain("Exception", "\tat ");
    }

    private static Run place(String input) {
        return Run.withInput(input, "place", "-");
    }

    @Test
    void noFile() {
        refuses(Run.of("place"), "Missing required parameter: 'FILE'");
    }

    @Test
    void aFileThatIsNotThere() {
        refuses(Run.of("place", "missing.yaml"), "missing.yaml");
    }

    @Test
    void anEmptyDirectory() {
        refuses(Run.of("place", directory.toString()), directory.toString());
    }

    @Test
    void aDirectoryWithoutManifests() throws IOException {
        Files.writeString(directory.resolve("notes.txt"), "nothing");

        refuses(Run.of("place", directory.toString()), directory.toString());
    }

    @Test
    void nothingOnStandardInput() {
        refuses(place(""), "standard input: there is no object");
    }

    @Test
    void standardInputTwice() {
        refuses(Run.of("place", "-", "-"), "standard input (-) can be read only once");
    }

    @Test
    void whatIsNoPath() {
        refuses(Run.of("place", "a\0b"), "is not a path");
    }

    @Test
    void aNameThatIsEmpty() {
        refuses(Run.of("place", ""), "the name of a file is empty");
        refuses(Run.of("place", "--out", "", "examples/fogatlas"), "the name of a file is empty");
    }

    @Test
    void aDirectoryWhereAFileIsNeeded() {
        refuses(Run.of("convert", "examples"), "examples: cannot be read: ");
        refuses(Run.of("verify", "--decision", "examples", "examples/fogatlas"), "examples: cannot be read: ");
    }

    @Test
    void whatIsNoText() throws IOException {
        Path file = Files.write(directory.resolve("binary.yaml"), new byte[] {'a', (byte) 0xC3, (byte) 0x28});

        refuses(Run.of("place", file.toString()), "binary.yaml: ", "UTF-8");
    }

    @Test
    void noFadepl() {
        refuses(place(EDGE_AND_CLOUD), "there is no FADepl in standard input, so there is nothing to place");
    }

    @Test
    void noFadeplInManyFiles() {
        String file = "examples/fogatlas/";

        refuses(
                Run.of(
                        "place",
                        file + "region.yaml",
                        file + "link.yaml",
                        file + "externalendpoint.yaml",
                        "examples/fogatlas-nodes"),
                "there is no FADepl in 4 files, so there is nothing to place");
    }

    @Test
    void noRegion() {
        refuses(place(fadepl("app", "DAG", detector())), "Region");
    }

    @Test
    void aTruncatedFile() {
        String whole = EDGE_AND_CLOUD + fadepl("app", "DAG", detector());

        refuses(place(whole.substring(0, whole.length() - 30)), "standard input:");
    }

    @Test
    void aLinkToNowhere() {
        refuses(
                place(EDGE_AND_CLOUD + link("bad", "edge", "nowhere", "1M") + fadepl("app", "DAG", detector())),
                "standard input:",
                "Link 'bad'",
                "nowhere");
    }

    @Test
    void aBandwidthThatIsTooLarge() {
        refuses(
                place(EDGE_AND_CLOUD
                        + link("bad", "edge", "cloud", "9223372036854775808")
                        + fadepl("app", "DAG", detector())),
                "Link 'bad'");
    }

    @Test
    void aRegionThatIsNotThere() {
        refuses(place(EDGE_AND_CLOUD + fadepl("app", "DAG", detectorIn("nowhere"))), "nowhere");
    }

    @Test
    void anOutputFileInADirectoryThatIsNotThere() {
        refuses(Run.of("place", "--out", "missing/file", "examples/fogatlas"), "there is no directory");
    }

    @Test
    void aDeadlineThatIsNone() {
        refuses(Run.of("place", "--deadline", "soon", "x.yaml"), "'soon' is not a duration");
    }

    @Test
    void anObjectiveThatIsNone() {
        refuses(Run.of("place", "--objective", "speed=1", "x.yaml"), "there is no term 'speed'");
    }

    @Test
    void aSeedThatIsNone() {
        refuses(Run.of("place", "--seed", "x", "x.yaml"), "--seed", "'x' is not a whole number");
        refuses(Run.of("place", "--seed", "9223372036854775808", "x.yaml"), "is not a whole number, or too large");
        refuses(Run.of("convert", "--tiers", "2.5", "x.graphml"), "'2.5' is not a whole number");
    }

    @Test
    void aFormatThatIsNone() {
        refuses(Run.of("place", "-o", "xml", "x.yaml"), "use one of table, json, yaml");
    }

    @Test
    void anOptionGivenTwice() {
        refuses(Run.of("place", "--seed", "1", "--seed", "2", "x.yaml"), "--seed");
    }
}
