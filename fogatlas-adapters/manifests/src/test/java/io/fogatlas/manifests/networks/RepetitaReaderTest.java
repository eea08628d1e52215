package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Location;
import io.fogatlas.model.infrastructure.Link;
import org.junit.jupiter.api.Test;

final class RepetitaReaderTest {
    @Test
    void readsKbitsMicrosecondsLongitudeFirst() {
        ImportedNetwork network = Imports.of("ring.graph");

        assertThat(network.format()).isEqualTo(NetworkFormat.REPETITA);
        assertThat(network.name()).isEqualTo("ring");
        assertThat(Imports.region(network, "0-trento").name()).isEqualTo("0_Trento");
        assertThat(Imports.region(network, "0-trento").location()).contains(new Location(46.07, 11.12));
        assertThat(Imports.region(network, "2-nowhere").location()).isEmpty();
        Link link = Imports.link(network, "0-trento--1-riva");
        assertThat(link.bandwidthBps()).isEqualTo(1_000_000_000L);
        assertThat(link.latencyMicros()).isEqualTo(60);
        assertThat(link.directed()).isFalse();
    }

    @Test
    void makesOneLinkOfEachPairOfEqualOppositeEdgesAndKeepsTheOthersDirected() {
        ImportedNetwork network = Imports.of("ring.graph");

        assertThat(Imports.infrastructure(network).links())
                .extracting(link -> link.id() + (link.directed() ? " one way" : ""))
                .containsExactly(
                        "0-trento--1-riva",
                        "1-riva--2-nowhere",
                        "0-trento--3-rovereto one way",
                        "3-rovereto--0-trento one way",
                        "1-riva--2-nowhere-2");
        assertThat(network.notes())
                .contains(
                        "self loops dropped, since no route uses one: 1",
                        "pairs of equal opposite edges made one link each, whose bandwidth both directions share: 3",
                        "links that lead one way only: 2",
                        "links parallel to another, kept: 1",
                        "links faster than light in vacuum over their great circle, kept as given (REPETITA's need the"
                                + " latency factor 3 to be those of fibre): 3 of 5");
    }

    @Test
    void keepsDirectionsOnRequest() {
        ImportOptions options = ImportOptions.builder().mergeDirections(false).build();

        ImportedNetwork network = Imports.of("ring.graph", options);

        assertThat(Imports.infrastructure(network).links()).hasSize(8).allMatch(Link::directed);
    }

    @Test
    void multipliesGivenLatenciesByTheFactor() {
        ImportOptions options = ImportOptions.builder().latencyFactor(3).build();

        ImportedNetwork network = Imports.of("ring.graph", options);

        assertThat(Imports.link(network, "0-trento--1-riva").latencyMicros()).isEqualTo(180);
        assertThat(network.notes())
                .contains("the latencies of the file are multiplied by 3")
                .noneMatch(note -> note.contains("faster than light"));
    }

    @Test
    void readsALongCountNodeByNodeSoThatALieCostsNothing() {
        assertThat(Imports.refused("lie.graph", "NODES 999999999\nlabel x y\na 1 2\n"))
                .containsExactly("lie.graph:4: expected node 1 of 999999999, but the file ends");
        assertThat(Imports.refused("huge.graph", "NODES 9999999999\n"))
                .containsExactly("huge.graph:1: expected 'NODES' and a count, but found 'NODES 9999999999'");
        assertThat(Imports.refused("negative.graph", "NODES -1\n"))
                .containsExactly("negative.graph:1: expected 'NODES' and a count, but found 'NODES -1'");
    }

    @Test
    void namesEveryEdgeThatIsWrongWithItsLine() {
        String text = """
                NODES 2
                label x y
                a 1 2
                b Infinity 0x1p3

                EDGES 2
                label src dest weight bw delay
                e 0 2 1 -5 NaN
                f -1 1 one 9007199254740993 1
                """;

        assertThat(Imports.refused("bad.graph", text))
                .containsExactly(
                        "bad.graph:4: Node 'b': x must be a number, but is 'Infinity'",
                        "bad.graph:4: Node 'b': y must be a number, but is '0x1p3'",
                        "bad.graph:8: Edge 'e': dest must be the position of a node, from 0 to 1, but is '2'",
                        "bad.graph:8: Edge 'e': bw is negative or too large: '-5'",
                        "bad.graph:8: Edge 'e': delay must be a number, but is 'NaN'",
                        "bad.graph:9: Edge 'f': src must be the position of a node, from 0 to 1, but is '-1'",
                        "bad.graph:9: Edge 'f': weight must be a number, but is 'one'",
                        "bad.graph:9: Edge 'f': bw is negative or too large: '9007199254740993'");
    }

    @Test
    void saysWhatItExpectedWhereTheFileIsOutOfShape() {
        String text = Imports.resource("ring.graph");

        assertThat(Imports.refused("r.graph", text + "edge_9 0 1 1 1 1\n"))
                .containsExactly("r.graph:19: nothing is expected after the last edge, but found 'edge_9 0 1 1 1 1'");
        assertThat(Imports.refused("r.graph", text.replace("label x y", "name x y")))
                .containsExactly("r.graph:2: expected the heading 'label x y', but found 'name x y'");
        assertThat(Imports.refused("r.graph", text.replace("1_Riva 10.84", "1_Riva")))
                .containsExactly("r.graph:4: expected node 1 of 4 with 3 fields, but found '1_Riva 45.88'");
        assertThat(Imports.refused("r.graph", text.replace("NODES 4", "NODES 3")))
                .containsExactly(
                        "r.graph:6: expected 'EDGES' and a count with 2 fields, but found '3_Rovereto 11.04 45.89'");
    }
}
