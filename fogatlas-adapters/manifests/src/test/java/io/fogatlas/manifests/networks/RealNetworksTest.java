package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.io.IOException;
import java.util.LongSummaryStatistics;
import java.util.Map;
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
                ImportedNetwork imported = RealFiles.read("topologyzoo/" + form + row.get("file"));
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
                            .containsEntry("nodes_without_coordinates", "" + withoutLocation(network));
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
    void cogentcoHas197RegionsAnd245Links() {
        for (String file : new String[] {
            "repetita/Cogentco.graph", "topologyzoo/published/Cogentco.graphml", "topologyzoo/sk2/Cogentco.graphml"
        }) {
            Infrastructure network = infrastructure(file);

            assertThat(network.regions()).as(file).hasSize(197);
            assertThat(network.links()).as(file).hasSize(245);
        }
    }

    private static Infrastructure infrastructure(String path) {
        return RealFiles.read(path).infrastructure().orElseThrow();
    }

    private static long withoutLocation(Infrastructure network) {
        return network.regions().stream()
                .map(Region::location)
                .filter(location -> location.isEmpty())
                .count();
    }

    private static String components(ImportedNetwork network) {
        return network.notes().stream()
                .filter(note -> note.startsWith("parts of the network that no link joins"))
                .map(note -> note.substring(note.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("1");
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }
}
