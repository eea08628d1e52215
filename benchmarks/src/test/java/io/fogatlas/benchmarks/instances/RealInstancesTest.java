package io.fogatlas.benchmarks.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.fixtures.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the networks that were typed with the files they were read in. */
final class RealInstancesTest {
    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    @ParameterizedTest
    @CsvSource({
        "geant2010, Geant2010.graphml",
        "renater2010, Renater2010.graphml",
        "garr2012, Garr201201.graphml",
        "uninett2011, Uninett2011.graphml",
        "interoute, Interoute.graphml",
        "deltacom, Deltacom.graphml",
        "tata-nld, TataNld.graphml",
        "us-carrier, UsCarrier.graphml",
        "cogentco, Cogentco.graphml"
    })
    void nodesLinksAndUnknownPositionsAreThoseOfTheIndex(String name, String file) throws IOException {
        List<String> lines = Files.readAllLines(RealFiles.file("topologyzoo/index.csv"));
        List<String> columns = List.of(lines.get(0).split(",", -1));
        String[] row = lines.stream()
                .filter(line -> line.startsWith(file + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);

        NetworkFacts facts = Instances.named(name);

        assertThat(facts.places()).hasSize(number(row, columns, "nodes"));
        assertThat(facts.links()).hasSize(number(row, columns, "edges") - number(row, columns, "self_loops"));
        assertThat(facts.places().stream().filter(place -> place.location().isEmpty()))
                .hasSize(number(row, columns, "nodes_without_coordinates"));
    }

    @ParameterizedTest
    @CsvSource({"waxman100, Waxman100.gml", "geant-virne, Geant.gml", "brain, Brain.gml"})
    void theNetworksOfVirneHaveTheLinksOfTheirFilesInTheSameOrder(String name, String file) throws IOException {
        List<String> lines = Files.readAllLines(RealFiles.file("virne/topology/" + file));

        NetworkFacts facts = Instances.named(name);

        assertThat(facts.places()).hasSize((int)
                lines.stream().filter(line -> line.equals("  node [")).count());
        assertThat(facts.links().stream().map(link -> link.from() + " " + link.to()))
                .containsExactlyElementsOf(ends(lines));
        if (name.equals("waxman100")) {
            assertThat(facts.links().stream()
                            .mapToLong(NetworkFacts.Joint::megabitsPerSecond)
                            .sum())
                    .isEqualTo(37_557);
        }
    }

    private static List<String> ends(List<String> lines) {
        List<String> sources = values(lines, "    source ");
        List<String> targets = values(lines, "    target ");
        return IntStream.range(0, sources.size())
                .mapToObj(edge -> sources.get(edge) + " " + targets.get(edge))
                .toList();
    }

    private static List<String> values(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private static int number(String[] row, List<String> columns, String column) {
        return Integer.parseInt(row[columns.indexOf(column)]);
    }
}
