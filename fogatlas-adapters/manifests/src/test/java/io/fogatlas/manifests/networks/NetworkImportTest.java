package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fogatlas.manifests.ManifestException;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Region;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkImportTest {
    @Test
    void tellsTheFormatByContentBeforeName() {
        assertThat(detected("x.txt", Imports.resource("valley.graphml"))).isEqualTo("graphml");
        assertThat(detected("x.graphml", Imports.resource("ring.graph"))).isEqualTo("repetita");
        assertThat(detected("x", Imports.resource("triangle.json"))).isEqualTo("sndlib");
        assertThat(detected("x", "apiVersion: appgroup.diktyo.x-k8s.io/v1alpha1"))
                .isEqualTo("diktyo");
        assertThat(detected("x.GRAPH", "NODE 1")).isEqualTo("repetita");
        assertThat(detected("x.json", "{\"apiVersion\": \"v1\", \"links\": []}"))
                .isEqualTo("none");
        assertThat(detected("x", "")).isEqualTo("none");
        assertThat(NetworkFormat.named("SNDlib")).contains(NetworkFormat.SNDLIB);
        assertThat(NetworkFormat.named("gml")).isEmpty();
    }

    @Test
    void refusesAFileOfNoKnownFormat() {
        assertThat(Imports.refused("notes.txt", "hello"))
                .containsExactly("notes.txt: is of no format that can be imported: graphml, sndlib, repetita, diktyo");
    }

    @Test
    void listsAHundredProblemsAndCountsTheRest() {
        String text =
                "NODES 1\nlabel x y\na 1 2\nEDGES 250\nlabel src dest weight bw delay\n" + "e 0 7 1 1 1\n".repeat(250);

        assertThat(Imports.refused("many.graph", text))
                .hasSize(101)
                .contains("many.graph:6: Edge 'e': dest must be the position of a node, from 0 to 0, but is '7'")
                .endsWith("many.graph: has 150 more problems");
    }

    @Test
    void quotesOnlyTheStartOfALongTextAndNoControlCharacters() {
        String text = "NODES 1\nlabel x y\n" + "a\u0007".repeat(200) + " 1 x\n";

        assertThat(Imports.refused("long.graph", text + "EDGES 0\nlabel src dest weight bw delay\n"))
                .containsExactly("long.graph:3: Node '" + "a?".repeat(40) + "…': y must be a number, but is 'x'");
    }

    @Test
    void makesTiersByTheNumberOfLinks() {
        ImportOptions options = ImportOptions.builder().tiers(2).build();

        ImportedNetwork network = Imports.of("ring.graph", options);

        assertThat(Imports.infrastructure(network).regions())
                .extracting(Region::tier)
                .containsExactly(0, 0, 1, 1);
        assertThat(network.notes()).contains("tiers made by the number of links of each region: 2");
    }

    @Test
    void givesEachRegionAnEndpointAndAPaceOnRequest() {
        ImportOptions options = ImportOptions.builder()
                .endpointPerRegion(true)
                .mipsPerCore(5000)
                .defaultBandwidthBps(7)
                .defaultLatencyMicros(9)
                .nanosPerKm(0)
                .coordinates(CoordinateReading.NONE)
                .build();

        ImportedNetwork network = Imports.of("valley.graphml", options);

        assertThat(Imports.infrastructure(network).endpoints())
                .hasSize(5)
                .contains(ExternalEndpoint.of("at-trento-2", "trento-2"));
        assertThat(Imports.region(network, "trento").mipsPerCore()).isEqualTo(5000);
        assertThat(Imports.link(network, "riva-del-garda--zurich").bandwidthBps())
                .isEqualTo(7);
        assertThat(Imports.link(network, "trento--riva-del-garda").latencyMicros())
                .isEqualTo(9);
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(
                        () -> ImportOptions.builder().tiers(0).latencyFactor(0).build())
                .withMessageContaining("'latencyFactor': must be from 1 to 1000, but is 0")
                .withMessageContaining("'tiers': must be from 1 to 10, but is 0");
    }

    @Test
    void readsAFileFromDiskAndSaysWhenItCannot(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ring.graph"), Imports.resource("ring.graph"));

        ImportedNetwork network = NetworkImport.read(NetworkFile.of(file), ImportOptions.defaults());

        assertThat(network).isEqualTo(Imports.of("ring.graph"));
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> NetworkFile.of(folder.resolve("none.graph")))
                .withMessageEndingWith("none.graph: there is no such file");
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> NetworkFile.of(folder))
                .withMessageContaining("cannot be read");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        InputStream endless = new ByteArrayInputStream(new byte[NetworkFile.MAX_BYTES + 1]);

        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> NetworkFile.of("-", endless))
                .withMessage("-: has more than 64 MiB, the most a network file may have");
    }

    @Test
    void decodesAFileByItsByteOrderMarkOrItsDeclaration() {
        String text =
                "<?xml version='1.0' encoding='ISO-8859-1'?><graphml><graph><node id='Zürich'/></graph></graphml>";

        assertThat(names(text.getBytes(StandardCharsets.ISO_8859_1))).containsExactly("Zürich");
        assertThat(names(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))).containsExactly("Zürich");
        assertThat(names(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).containsExactly("Zürich");
        assertThat(names(("\uFEFF" + text.substring(text.indexOf("<graphml"))).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Zürich");
        assertThat(Imports.refused("x.graphml", text.replace("ISO-8859-1", "klingon")))
                .containsExactly("x.graphml:1: declares the unknown encoding 'klingon'");
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> names(text.replace("ISO-8859-1", "UTF-8").getBytes(StandardCharsets.ISO_8859_1)))
                .withMessage("x.graphml: has bytes that are no text in UTF-8");
    }

    private static List<String> names(byte[] content) {
        ImportedNetwork network = NetworkImport.read(NetworkFile.of("x.graphml", content), ImportOptions.defaults());
        return Imports.infrastructure(network).regions().stream()
                .map(Region::name)
                .toList();
    }

    private static String detected(String name, String text) {
        return NetworkFormat.detect(name, text.getBytes(StandardCharsets.UTF_8))
                .map(NetworkFormat::label)
                .orElse("none");
    }
}
