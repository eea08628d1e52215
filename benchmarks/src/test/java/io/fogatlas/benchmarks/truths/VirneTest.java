package io.fogatlas.benchmarks.truths;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.benchmarks.instances.Instances;
import io.fogatlas.benchmarks.instances.NetworkFacts;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.search.Distances;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the three networks of the Virne benchmark, which are typed in this repository, by what is stated of them. */
final class VirneTest {
    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    @ParameterizedTest
    @CsvSource({"waxman100, 100, 500", "geant-virne, 40, 61", "brain, 161, 166"})
    void theNetworksHaveTheirSizesAndAreConnected(String name, int nodes, int edges) {
        NetworkFacts facts = Instances.named(name);
        Network network = Facts.network(facts.infrastructure(/* cpuMillis= */ 1000));
        Distances.Row fromFirst = new Distances(network).from(0);

        assertThat(facts.places()).hasSize(nodes);
        assertThat(facts.links()).hasSize(edges);
        assertThat(IntStream.range(0, nodes).map(fromFirst::links).max().orElseThrow())
                .isLessThan(nodes);
    }

    @Test
    void theRandomNetworkHasADiameterOf5() {
        Network network = Facts.network(Instances.named("waxman100").infrastructure(/* cpuMillis= */ 1000));
        Distances distances = new Distances(network);

        assertThat(IntStream.range(0, network.regions())
                        .flatMap(from -> IntStream.range(0, network.regions())
                                .map(to -> distances.from(from).links(to)))
                        .max())
                .hasValue(5);
    }

    @Test
    void theRandomNetworkHasTheStatedSums() throws IOException {
        long cpu = Files.readAllLines(RealFiles.file("virne/topology/Waxman100.gml")).stream()
                .filter(line -> line.startsWith("    cpu "))
                .mapToLong(line -> Long.parseLong(line.substring("    cpu ".length())))
                .sum();

        assertThat(cpu).isEqualTo(7_392);
        assertThat(Instances.named("waxman100").links().stream()
                        .mapToLong(NetworkFacts.Joint::megabitsPerSecond)
                        .sum())
                .isEqualTo(37_557);
    }
}
