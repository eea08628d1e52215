package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConvertCommandTest {
    private static final String LAKES = "examples/convert/lakes.graphml";
    private static final String REPETITA = """
            NODES 2
            label x y
            0_Trento 11.12 46.07
            1_Riva 10.84 45.89

            EDGES 2
            label src dest weight bw delay
            edge_0 0 1 1 1000000 60
            edge_1 1 0 1 1000000 60
            """;

    @TempDir
    private Path directory;

    @Test
    void makesFogAtlasObjectsAndTellsWhatItInvented() {
        Run run = Run.of("convert", LAKES);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: Region\n")
                .contains("id: trento", "id: riva--verona", "bandwidth: 100M");
        assertThat(run.err().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("note: "));
        assertThat(run.err()).contains("links without bandwidth in the file, 1,000,000,000 bit/s assumed: 1 of 4");
    }

    @Test
    void makesWhatPlaceTakes() throws IOException {
        Path network = directory.resolve("network.json");

        Run converted = Run.of("convert", "--endpoints", "-o", "json", "--out", network.toString(), LAKES);
        Run placed = Run.withInput(
                Objects.fadepl("app", "DAG", Objects.detector()).replace("camera", "at-riva"),
                "place",
                network.toString(),
                "-");

        assertThat(converted.exitCode()).isZero();
        assertThat(converted.out()).isEmpty();
        assertThat(Files.readString(network)).startsWith("{");
        assertThat(placed.out()).containsPattern("\nriva .*\n├─ detector ");
        assertThat(placed.exitCode()).isZero();
    }

    @Test
    void takesWhatTheOptionsSay() {
        assertThat(Run.of("convert", "--default-bandwidth", "34M", LAKES).out()).contains("bandwidth: 34M");
        assertThat(Run.of("convert", "--default-latency", "7ms", "--coordinates", "none", LAKES)
                        .out())
                .contains("latency: 7\n");
        assertThat(Run.of("convert", "--latency-per-km", "0ns", LAKES).out()).contains("latency: 0\n");
        assertThat(Run.of("convert", "--coordinates", "degrees", LAKES).out())
                .isEqualTo(Run.of("convert", LAKES).out());
        assertThat(Run.of("convert", "--coordinates", "minutes", LAKES).out()).contains("46.11");
        assertThat(Run.of("convert", "--tiers", "2", LAKES).out()).contains("tier: 0", "tier: 1");
        assertThat(Run.of("convert", "--mips-per-core", "5000", LAKES).out()).contains("cpu2mips: 5000");
        assertThat(Run.of("convert", "--endpoints", LAKES).out()).contains("id: at-riva");
    }

    @Test
    void readsWhatComesOnStandardInput() {
        Run run = Run.withInput(REPETITA, "convert", "--from", "repetita", "--latency-factor", "3", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("bandwidth: 1G", "latency: \"0.18\"").containsOnlyOnce("kind: Link");
        assertThat(Run.withInput(REPETITA, "convert", "--keep-directions", "-").out())
                .contains("fogatlas.io/directed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--from gml",
                "-o xml",
                "--default-bandwidth fast",
                "--default-bandwidth 9008T",
                "--default-latency 5",
                "--coordinates polar",
                "--tiers 0",
                "--latency-factor 1001",
                "--module -1",
                "--modules many",
            })
    void refusesOptionsThatMakeNoSense(String option) {
        String[] arguments = ("convert " + option + " " + LAKES).split(" ", -1);

        Run run = Run.of(arguments);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("fogatlas: ").doesNotContain("Exception", "\tat ");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(Run.of("convert", "missing.graphml"))
                .isEqualTo(new Run(2, "", "fogatlas: missing.graphml: there is no such file\n"));
        assertThat(Run.of("convert", "examples").exitCode()).isEqualTo(2);
        assertThat(Run.of("convert", "examples/README.md"))
                .satisfies(run -> assertThat(run.err()).contains("of no format that can be imported"));
        assertThat(Run.withInput("", "convert", "--from", "sndlib", "-").exitCode())
                .isEqualTo(2);
        assertThat(Run.of("convert", LAKES, LAKES))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2));
        assertThat(Run.of("convert", "-", "-").err()).contains("can be read only once");
        assertThat(Run.of("convert", "--out", "missing/file", LAKES).err()).contains("there is no directory");
    }
}
