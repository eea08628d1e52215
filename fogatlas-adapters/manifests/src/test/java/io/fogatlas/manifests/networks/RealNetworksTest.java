package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.FogAtlasWriter;
import io.fogatlas.manifests.Format;
import io.fogatlas.manifests.ManifestReader;
import io.fogatlas.manifests.Source;
import io.fogatlas.model.Location;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Imports every real network file and compares it with what is known of it. */
final class RealNetworksTest {
    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    @Test
    void everyRepetitaFileHasTheNodesEdgesBandwidthsAndDelaysOfTheIndex() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int files = 0;
        for (Map<String, String> row : RealFiles.table("repetita/index.csv")) {
            files++;
            Infrastructure network = infrastructure("repetita/" + row.get("file"));
            LongSummaryStatistics bandwidth = network.links().stream()
                    .mapToLong(link -> link.bandwidthBps() / 1000)
                    .summaryStatistics();
            LongSummaryStatistics delay =
                    network.links().stream().mapToLong(Link::latencyMicros).summaryStatistics();
            long loops = number(row, "self_loops");
            softly.assertThat(row)
                    .as(row.get("file"))
                    .containsEntry("nodes", "" + network.regions().size())
                    .containsEntry("directed_edges", "" + (2L * network.links().size() + loops))
                    .containsEntry("bandwidth_min_kbps", "" + bandwidth.getMin())
                    .containsEntry("bandwidth_max_kbps", "" + bandwidth.getMax())
                    .containsEntry("delay_max_us", "" + delay.getMax())
                    .containsEntry("nodes_without_position", "" + withoutLocation(network));
            if (loops == 0) {
                softly.assertThat(row)
                        .as(row.get("file"))
                        .containsEntry("delay_min_us", "" + delay.getMin())
                        .containsEntry("bandwidth_sum_kbps", "" + 2 * bandwidth.getSum())
                        .containsEntry("delay_sum_us", "" + 2 * delay.getSum());
            }
            softly.assertThat(network.links()).as(row.get("file")).noneMatch(Link::directed);
        }
        softly.assertThat(files).isEqualTo(130);
        softly.assertAll();
    }

    @Test
    void everyTopologyZooFileHasTheNodesAndEdgesOfTheIndexInBothForms() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int files = 0;
        for (Map<String, String> row : RealFiles.table("topologyzoo/index.csv")) {
            for (String form : new String[] {"published/", "sk2/"}) {
                files++;
                ImportedNetwork imported = Imports.real("topologyzoo/" + form + row.get("file"));
                Infrastructure network = imported.infrastructure().orElseThrow();
                softly.assertThat(row)
                        .as(form + row.get("file"))
                        .containsEntry("nodes", "" + network.regions().size())
                        .containsEntry("edges", "" + (network.links().size() + number(row, "self_loops")))
                        .containsEntry("components", components(imported));
                softly.assertThat(network.links()).noneMatch(Link::directed);
                if (form.equals("published/")) {
                    softly.assertThat(row)
                            .as(form + row.get("file"))
                            .containsEntry("nodes_without_coordinates", "" + withoutLocation(network))
                            .containsEntry("external_nodes", count(imported, "nodes of other networks"))
                            .containsEntry("parallel_edges", count(imported, "links parallel to another"))
                            .containsEntry("repeated_labels", count(imported, "nodes with the name of another"));
                } else {
                    softly.assertThat(withoutLocation(network))
                            .isEqualTo(network.regions().size());
                }
            }
        }
        softly.assertThat(files).isEqualTo(24);
        softly.assertAll();
    }

    @Test
    void findsTheNodesEdgesAndDataThatJgraphtFinds() throws IOException {
        for (Map<String, String> row : RealFiles.table("topologyzoo/index.csv")) {
            Path file = RealFiles.file("topologyzoo/published/" + row.get("file"));
            GraphmlDocument ours = GraphmlDocument.parse(NetworkFile.of(file), new FileProblems(file.toString()));
            JgraphtDocument theirs = JgraphtDocument.parse(file);

            assertThat(ours.nodes()).extracting(node -> node.attribute("id")).containsExactlyElementsOf(theirs.nodes());
            assertThat(ours.edges())
                    .extracting(edge -> edge.attribute("source") + " " + edge.attribute("target"))
                    .containsExactlyElementsOf(theirs.edges());
            assertThat(ours.nodes())
                    .extracting(node -> node.data("label").orElse(""))
                    .containsExactlyElementsOf(theirs.labels());
        }
    }

    @Test
    void cogentcoHas197RegionsAnd245Links() {
        for (String file : new String[] {
            "repetita/Cogentco.graph", "topologyzoo/published/Cogentco.graphml", "topologyzoo/sk2/Cogentco.graphml"
        }) {
            Infrastructure network = infrastructure(file);

            assertThat(network.regions()).as(file).hasSize(197);
            assertThat(network.links()).as(file).hasSize(245);
        }
    }

    @Test
    void theSndlibFilesHaveTheirPublishedSizes() {
        SoftAssertions softly = new SoftAssertions();
        for (String expected : List.of(
                "abilene 12 15 132 3000002000000",
                "geant 22 36 462 2999992000000",
                "germany50 50 88 662 2365000000",
                "france 25 45 300 99830000000",
                "nobel-eu 28 41 378 1898000000")) {
            String name = expected.substring(0, expected.indexOf(' '));
            ImportedNetwork network = Imports.real("sndlib/" + name + ".json");
            Infrastructure infrastructure = network.infrastructure().orElseThrow();
            long demand = network.demands().stream()
                    .mapToLong(TrafficDemand::bandwidthBps)
                    .sum();
            softly.assertThat("%s %d %d %d %d"
                            .formatted(
                                    name,
                                    infrastructure.regions().size(),
                                    infrastructure.links().size(),
                                    network.demands().size(),
                                    demand))
                    .isEqualTo(expected);
        }
        softly.assertAll();
    }

    @Test
    void readsTheCapacitiesAndCoordinatesOfSndlibAsTheyAreMeant() {
        assertThat(infrastructure("sndlib/abilene.json").links())
                .filteredOn(link -> link.bandwidthBps() == 9_920_000_000L)
                .hasSize(14);
        assertThat(infrastructure("sndlib/abilene.json").links())
                .filteredOn(link -> link.bandwidthBps() == 2_480_000_000L)
                .hasSize(1);
        assertThat(infrastructure("sndlib/geant.json").links())
                .allMatch(link -> link.bandwidthBps() == 40_000_000_000L);
        assertThat(infrastructure("sndlib/france.json").regions())
                .allMatch(region -> region.location().isEmpty());
        Region amsterdam =
                infrastructure("sndlib/nobel-eu.json").region("amsterdam").orElseThrow();
        assertThat(amsterdam.location().orElseThrow().metersTo(new Location(52.37, 4.89)))
                .isLessThan(10_000);
        Region aachen = infrastructure("sndlib/germany50.json").region("aachen").orElseThrow();
        assertThat(aachen.location()).contains(new Location(50.76, 6.04));
    }

    @Test
    void readsTheSpeedOfALabelAsTheTopologyZooItselfDid() throws IOException {
        int compared = 0;
        for (Map<String, String> row : RealFiles.table("topologyzoo/index.csv")) {
            Path file = RealFiles.file("topologyzoo/published/" + row.get("file"));
            GraphmlDocument document = GraphmlDocument.parse(NetworkFile.of(file), new FileProblems(file.toString()));
            for (GraphmlDocument.Element edge : document.edges()) {
                Optional<String> label = edge.data("linklabel");
                Optional<String> raw = edge.data("linkspeedraw");
                if (label.isPresent() && raw.isPresent()) {
                    compared++;
                    assertThat(LinkSpeed.in(label.get()).orElseThrow().bitsPerSecond())
                            .as(label.get())
                            .isEqualTo((long) Double.parseDouble(raw.get()));
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void everyRegionIdIsALegalLabelOfItsOwnAndEveryNetworkIsReadBackAsItWas() throws IOException {
        for (Map<String, String> row : RealFiles.table("topologyzoo/index.csv")) {
            Infrastructure network = infrastructure("topologyzoo/published/" + row.get("file"));
            assertThat(network.regions())
                    .allMatch(region -> region.id().matches("[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?"));
            byte[] written =
                    new FogAtlasWriter().add(network).write(Format.YAML).getBytes(StandardCharsets.UTF_8);
            assertThat(new ManifestReader()
                            .read(List.of(Source.of("written", new ByteArrayInputStream(written))))
                            .infrastructure())
                    .isEqualTo(network);
        }
    }

    private static Infrastructure infrastructure(String path) {
        return Imports.real(path).infrastructure().orElseThrow();
    }

    private static long withoutLocation(Infrastructure network) {
        return network.regions().stream()
                .map(Region::location)
                .filter(location -> location.isEmpty())
                .count();
    }

    private static String components(ImportedNetwork network) {
        String parts = count(network, "parts of the network");
        return parts.equals("0") ? "1" : parts;
    }

    /** Gives the number at the end of the note that starts with some words; 0 if there is none. */
    private static String count(ImportedNetwork network, String start) {
        return network.notes().stream()
                .filter(note -> note.startsWith(start))
                .map(note -> note.substring(note.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("0");
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }
}
