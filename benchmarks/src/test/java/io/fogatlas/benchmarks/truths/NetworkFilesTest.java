package io.fogatlas.benchmarks.truths;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.networks.ImportOptions;
import io.fogatlas.manifests.networks.NetworkFile;
import io.fogatlas.manifests.networks.NetworkImport;
import io.fogatlas.model.Location;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.search.Distances;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Works out the shortest paths of the 130 networks of REPETITA, and how their delays were made. */
final class NetworkFilesTest {
    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    private static Infrastructure network(String file) {
        return NetworkImport.read(NetworkFile.of(RealFiles.file("repetita/" + file)), ImportOptions.defaults())
                .infrastructure()
                .orElseThrow();
    }

    @Test
    void everyNetworkHasTheDiametersAndTheSumOfShortestDelaysOfTheIndex() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        List<Map<String, String>> rows = RealFiles.table("repetita/index.csv");
        for (Map<String, String> row : rows) {
            Network network = Facts.network(network(row.get("file")));
            Distances distances = new Distances(network);
            int mostLinks = 0;
            long mostMicros = 0;
            long sum = 0;
            for (int from = 0; from < network.regions(); from++) {
                Distances.Row there = distances.from(from);
                for (int to = 0; to < network.regions(); to++) {
                    mostLinks = Math.max(mostLinks, there.links(to));
                    mostMicros = Math.max(mostMicros, there.micros(to));
                    sum += there.micros(to);
                }
            }
            softly.assertThat(row)
                    .as(row.get("file"))
                    .containsEntry("hop_diameter", "" + mostLinks)
                    .containsEntry("delay_diameter_us", "" + mostMicros)
                    .containsEntry("sum_of_shortest_delays_us", "" + sum);
        }
        softly.assertThat(rows).hasSize(130);
        softly.assertAll();
    }

    /**
     * 5 µs, and 1.667 µs a km of great circle, in whole microseconds, on all directed edges whose ends both have a position. Its makers' earth
     * is 40,000 km around.
     */
    @Test
    void everyDelayIsThatOfItsDistance() throws IOException {
        long edges = 0;
        for (Map<String, String> row : RealFiles.table("repetita/index.csv")) {
            Infrastructure network = network(row.get("file"));
            for (Link link : network.links()) {
                Region a = network.region(link.regionA()).orElseThrow();
                Region b = network.region(link.regionB()).orElseThrow();
                if (a.location().isPresent() && b.location().isPresent()) {
                    double radians = a.location().get().metersTo(b.location().get()) / Location.EARTH_RADIUS_METERS;
                    double exact = 5 + radians / (2 * Math.PI) * 40_000 * 5 / 3;
                    assertThat(exact - link.latencyMicros())
                            .as("%s in %s", link.id(), row.get("file"))
                            .isBetween(-1e-6, 1.0);
                    edges += 2;
                }
            }
        }
        // Of 10,800 edges with both positions two are loops, which the importer leaves out.
        assertThat(edges).isEqualTo(10_798);
    }

    @Test
    void halfOfTheNetworksHaveOneBandwidth() throws IOException {
        List<Map<String, String>> rows = RealFiles.table("repetita/index.csv");

        assertThat(rows.stream()
                        .map(row -> network(row.get("file")))
                        .filter(network ->
                                network.links().stream().allMatch(link -> link.bandwidthBps() == 1_000_000_000)))
                .hasSize(65);
    }
}
