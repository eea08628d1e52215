package io.fogatlas.benchmarks.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.benchmarks.instances.NetworkFacts.Joint;
import io.fogatlas.manifests.networks.ImportOptions;
import io.fogatlas.model.Location;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class InstancesTest {
    @ParameterizedTest
    @CsvSource({
        "abilene, 11, 14",
        "geant2010, 37, 58",
        "geant-virne, 40, 61",
        "renater2010, 43, 56",
        "garr2012, 61, 89",
        "uninett2011, 69, 98",
        "waxman100, 100, 500",
        "interoute, 110, 156",
        "deltacom, 113, 183",
        "tata-nld, 145, 194",
        "us-carrier, 158, 189",
        "brain, 161, 166",
        "cogentco, 197, 245"
    })
    void everyNetworkHasItsNodesAndLinksAndHangsTogether(String name, int nodes, int links) {
        NetworkFacts facts = Instances.named(name);

        Infrastructure network = facts.infrastructure(4000);

        assertThat(facts.places()).hasSize(nodes);
        assertThat(network.regions()).hasSize(nodes);
        assertThat(network.links()).hasSize(links);
        assertThat(network.nodes()).hasSize(nodes);
        assertThat(Reached.from(network)).hasSize(nodes);
        assertThat(facts.infrastructure().nodes()).isEmpty();
    }

    @Test
    void thereAreNetworksFromElevenToNearlyTwoHundredNodesTheSmallestFirst() {
        assertThat(Instances.names().stream()
                        .map(name -> Instances.named(name).places().size())
                        .toList())
                .isSorted()
                .startsWith(11)
                .endsWith(197);
    }

    @ParameterizedTest
    @MethodSource("io.fogatlas.benchmarks.instances.Instances#names")
    void everyNetworkSaysWhereItIsFromAndItsLatenciesAreThoseOfLightInFibre(String name) {
        NetworkFacts facts = Instances.named(name);

        assertThat(facts.title()).isNotBlank();
        assertThat(facts.source()).isNotBlank();
        assertThat(facts.licence()).isNotBlank();
        assertThat(facts.derived()).isNotEmpty();
        for (Joint link : facts.links()) {
            Optional<Location> from = facts.places().get(link.from()).location();
            Optional<Location> to = facts.places().get(link.to()).location();
            if (from.isPresent() && to.isPresent()) {
                double micros = 5 * from.get().metersTo(to.get()) / 1000;
                assertThat((double) link.latencyMicros()).isCloseTo(Math.max(1, micros), within(0.51));
            }
        }
    }

    @Test
    void abileneCrossesAmericaInAboutTwentyMilliseconds() {
        assertThat(Instances.named("abilene").infrastructure().links())
                .filteredOn(
                        link -> link.regionA().equals("n000") && link.regionB().equals("n001"))
                .singleElement()
                .extracting(Link::bandwidthBps, Link::latencyMicros)
                .containsExactly(9_920_000_000L, 5694L);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Instances.named("../secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no network '../secret'. Use one of [abilene, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node 1 - - a|the next node is 0",
                "node 0 91 0 a|latitude",
                "node 0 1|a node is a number, latitude, longitude and a name",
                "node x - - a|For input string",
                "link 0 1 5 5|two nodes above it",
                "link 0 1 5|a link is two nodes, Mbit/s and microseconds",
                "lnik 0 1|begins with none of"
            })
    void aLineThatIsNotUnderstoodIsNamed(String line, String why) {
        assertThatThrownBy(() -> NetworkFacts.parse("mine", "network Mine\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read line 2 of network 'mine', '" + line + "': ")
                .hasMessageContaining(why);
    }

    @Test
    void aLinkWithoutBandwidthIsRefused() {
        assertThatThrownBy(() -> NetworkFacts.parse("mine", "node 0 - - a\nnode 1 - - b\nlink 0 1 0 5"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("amounts");
    }

    @Test
    void usersOwnFilesAreReadByTheImporters(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.graph");
        Files.writeString(file, """
                NODES 2
                label x y
                a 1.0 2.0
                b 3.0 4.0

                EDGES 2
                label src dest weight bw delay
                e0 0 1 1 1000 7
                e1 1 0 1 1000 7
                """);

        Infrastructure own = Instances.file(file, ImportOptions.defaults());

        assertThat(own.regions()).hasSize(2);
        assertThat(own.links()).singleElement().extracting(Link::bandwidthBps).isEqualTo(1_000_000L);
    }
}
