package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Location;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import org.junit.jupiter.api.Test;

final class GraphmlReaderTest {
    @Test
    void readsNodesByTheNamesOfTheirKeys() {
        ImportedNetwork network = Imports.of("valley.graphml");

        assertThat(network.format()).isEqualTo(NetworkFormat.GRAPHML);
        assertThat(network.name()).isEqualTo("Valley");
        assertThat(Imports.infrastructure(network).regions())
                .extracting(Region::id, Region::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("trento", "Trento"),
                        org.assertj.core.groups.Tuple.tuple("riva-del-garda", "Riva del Garda"),
                        org.assertj.core.groups.Tuple.tuple("trento-2", "Trento"),
                        org.assertj.core.groups.Tuple.tuple("zurich", "Zürich"),
                        org.assertj.core.groups.Tuple.tuple("4", "4"));
        assertThat(Imports.region(network, "trento").location()).contains(new Location(46.07, 11.12));
        assertThat(Imports.region(network, "zurich").location()).isEmpty();
    }

    @Test
    void takesTheBandwidthFromTheFirstOfRawSpeedSpeedWithUnitAndLabel() {
        ImportedNetwork network = Imports.of("valley.graphml");

        assertThat(Imports.link(network, "trento--riva-del-garda").bandwidthBps())
                .isEqualTo(2_500_000_000L);
        assertThat(Imports.link(network, "trento--trento-2").bandwidthBps()).isEqualTo(2_000_000_000L);
        assertThat(Imports.link(network, "trento-2--trento").bandwidthBps()).isEqualTo(45_000_000L);
        assertThat(Imports.link(network, "riva-del-garda--zurich").bandwidthBps())
                .isEqualTo(1_000_000_000L);
    }

    @Test
    void takesFiveMicrosecondsAKilometreOfGreatCircleRoundedUp() {
        ImportedNetwork network = Imports.of("valley.graphml");

        double meters = new Location(46.07, 11.12).metersTo(new Location(45.88, 10.84));
        assertThat(meters).isBetween(30_000.0, 30_300.0);
        assertThat(Imports.link(network, "trento--riva-del-garda").latencyMicros())
                .isEqualTo((long) Math.ceil(meters / 200))
                .isBetween(150L, 152L);
        assertThat(Imports.link(network, "riva-del-garda--zurich").latencyMicros())
                .isEqualTo(1000);
    }

    @Test
    void saysWhatItInventedAndLeftOut() {
        assertThat(Imports.of("valley.graphml").notes())
                .containsExactly(
                        "nodes of other networks (Internal is 0), kept: 1",
                        "nodes that stand for a line of more than two ends (hyperedge is 1), kept: 1",
                        "bandwidths read from the text of a label: 1",
                        "nodes without position in the file, so without location: 2 of 5",
                        "self loops dropped, since no route uses one: 1",
                        "links parallel to another, kept: 1",
                        "parts of the network that no link joins, all kept: 2",
                        "nodes with the name of another, whose region ids got a number: 1",
                        "links without bandwidth in the file, 1,000,000,000 bit/s assumed: 1 of 4",
                        "links without latency in the file, 5 microseconds a kilometre of great circle assumed: 3 of 4",
                        "links without latency in the file and not both ends located, 1,000 microseconds assumed: 1 of 4",
                        "no compute in the file: without nodes it counts as unlimited, and each region has 1000 MIPS a core");
    }

    @Test
    void readsTheLabelsOfADrawingAndNotItsCoordinates() {
        ImportedNetwork network = Imports.of("drawing.graphml");

        assertThat(Imports.infrastructure(network).regions())
                .extracting(Region::name)
                .containsExactly("North & South", "East", "n2");
        assertThat(Imports.infrastructure(network).regions())
                .allMatch(region -> region.location().isEmpty());
        assertThat(network.name()).isEqualTo("drawing");
    }

    @Test
    void takesAnEdgeDrawnWithoutArrowsAsUndirected() {
        ImportedNetwork network = Imports.of("drawing.graphml");

        Link plain = Imports.link(network, "north-south--east");
        assertThat(plain.directed()).isFalse();
        assertThat(plain.bandwidthBps()).isEqualTo(2_000_000);
        Link arrow = Imports.link(network, "east--n2");
        assertThat(arrow.directed()).isTrue();
        assertThat(arrow.bandwidthBps()).isEqualTo(192 * 51_840_000L);
        assertThat(network.notes())
                .contains(
                        "edges that are directed in the file but drawn without arrows, made undirected: 1",
                        "labels with several speeds, of which the lowest was taken: 1",
                        "links that lead one way only: 1");
    }

    @Test
    void refusesADocumentTypeSoThatNoEntityIsEverExpandedOrLoaded() {
        String bomb = """
                <?xml version="1.0"?>
                <!DOCTYPE graphml [
                  <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                  <!ENTITY file SYSTEM "file:///etc/hostname">
                ]>
                <graphml><graph><node id="&b;"/><node id="&file;"/></graph></graphml>
                """;

        assertThat(Imports.refused("bomb.graphml", bomb))
                .singleElement()
                .asString()
                .startsWith("bomb.graphml:")
                .contains("document type");
    }

    @Test
    void namesEveryNodeAndEdgeThatIsWrongWithItsLine() {
        String text = """
                <graphml>
                  <key id="x" attr.name="Latitude"/>
                  <key id="s" attr.name="LinkSpeedRaw"/>
                  <graph>
                    <node id="a"><data key="x">NaN</data></node>
                    <node id="a"/>
                    <node/>
                    <edge id="e" source="a" target="b"/>
                    <edge id="f" source="a" target="a"><data key="s">-5</data></edge>
                  </graph>
                </graphml>
                """;

        assertThat(Imports.refused("n.graphml", text))
                .containsExactly(
                        "n.graphml:5: Node 'a': latitude must be a number, but is 'NaN'",
                        "n.graphml:6: Node 'a': is there more than once",
                        "n.graphml:7: Node '': has no id",
                        "n.graphml:8: Edge 'e': its target is 'b', but there is no such node",
                        "n.graphml:9: Edge 'f': LinkSpeedRaw must be a number of bit/s, but is '-5'");
    }

    @Test
    void namesTheLineWhereATruncatedFileEnds() {
        String text = Imports.resource("valley.graphml");

        assertThat(Imports.refused("valley.graphml", text.substring(0, 1500)))
                .singleElement()
                .asString()
                .matches("valley.graphml:\\d+: is no well-formed XML: .*");
    }

    @Test
    void refusesAFileWithoutANode() {
        assertThat(Imports.refused("empty.graphml", "<graphml><graph/></graphml>"))
                .containsExactly("empty.graphml: has no node, so there is no network to import");
        assertThat(Imports.refused("web.graphml", "<html/>"))
                .containsExactly("web.graphml:1: is no GraphML: its root is html");
        assertThat(Imports.refused("empty.graphml", ""))
                .singleElement()
                .asString()
                .contains("is no well-formed XML");
    }

    @Test
    void refusesElementsInElementsWithoutEnd() {
        String text = "<graphml>" + "<graph>".repeat(100_000);

        assertThat(Imports.refused("deep.graphml", text))
                .containsExactly("deep.graphml:1: has elements in elements more than 1000 levels deep");
    }
}
