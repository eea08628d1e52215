package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.networks.GraphmlDocument.Element;
import io.fogatlas.manifests.networks.NetworkDraft.Edge;
import io.fogatlas.manifests.networks.NetworkDraft.Node;
import io.fogatlas.manifests.networks.NetworkDraft.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads GraphML with the keys of the Internet Topology Zoo (S. Knight et al.: "The Internet Topology Zoo", IEEE JSAC 29, 2011), in any
 * case: {@code label}, {@code Latitude}, {@code Longitude}, {@code Internal} and {@code hyperedge} of a node; {@code LinkSpeedRaw}
 * (bit/s), {@code LinkSpeed} with {@code LinkSpeedUnits}, {@code LinkLabel} and {@code label} of an edge, of which the first that tells
 * a speed counts. Of a yEd drawing, the labels of the nodes are taken and the coordinates, which are of paper, are not.
 *
 * <p>An edge is directed if it or the graph says so, unless it is drawn without arrows: the Topology Zoo's drawings call undirected
 * links directed.
 */
final class GraphmlReader {
    private final FileProblems problems;
    private final GraphmlDocument document;
    private final NetworkDraft draft;
    private final Map<String, Integer> nodeById = new HashMap<>();
    private final boolean directedByDefault;
    private int external;
    private int hyperedgeNodes;
    private int bySpeedLabel;
    private int ambiguous;
    private int drawnUndirected;

    private GraphmlReader(NetworkFile file, FileProblems problems, String fileName) {
        this.problems = problems;
        document = GraphmlDocument.parse(file, problems);
        List<Element> graphs = document.graphs();
        Optional<Element> graph = graphs.isEmpty() ? Optional.empty() : Optional.of(graphs.get(0));
        draft = new NetworkDraft(
                NetworkFormat.GRAPHML,
                graph.flatMap(first -> first.data("network", "label")).orElse(fileName));
        directedByDefault = graph.map(first -> first.attribute("edgedefault").equals("directed"))
                .orElse(false);
    }

    static NetworkDraft read(NetworkFile file, FileProblems problems, String name) {
        return new GraphmlReader(file, problems, name).read();
    }

    private NetworkDraft read() {
        document.nodes().forEach(this::readNode);
        document.edges().forEach(this::readEdge);
        Notes notes = draft.notes();
        notes.count("nodes of other networks (Internal is 0), kept", external);
        notes.count("nodes that stand for a line of more than two ends (hyperedge is 1), kept", hyperedgeNodes);
        notes.count("hyperedges dropped, since a link joins two regions", document.hyperedges());
        notes.count(
                "graphs in the file, read as one network",
                document.graphs().size() > 1 ? document.graphs().size() : 0);
        notes.count("edges that are directed in the file but drawn without arrows, made undirected", drawnUndirected);
        notes.count("bandwidths read from the text of a label", bySpeedLabel);
        notes.count("labels with several speeds, of which the lowest was taken", ambiguous);
        return draft;
    }

    private void readNode(Element node) {
        String id = node.attribute("id");
        if (id.isEmpty()) {
            problems.add(node.line(), "Node", "", "has no id");
        } else if (nodeById.putIfAbsent(id, draft.nodes().size()) != null) {
            problems.add(node.line(), "Node", id, "is there more than once");
        }
        external += node.data("internal").filter(GraphmlReader::isNo).isPresent() ? 1 : 0;
        hyperedgeNodes += node.data("hyperedge").filter(value -> !isNo(value)).isPresent() ? 1 : 0;
        Optional<BigDecimal> latitude = number(node, "latitude");
        Optional<BigDecimal> longitude = number(node, "longitude");
        Optional<Position> position = latitude.isPresent() && longitude.isPresent()
                ? Optional.of(new Position(latitude.get(), longitude.get()))
                : Optional.empty();
        draft.nodes().add(new Node(node.data("label", Element.DRAWN_LABEL).orElse(id), position));
    }

    private static boolean isNo(String value) {
        return value.equals("0") || value.equals("false");
    }

    private Optional<BigDecimal> number(Element node, String name) {
        Optional<String> text = node.data(name);
        Optional<BigDecimal> number = text.flatMap(Decimals::parse);
        if (text.isPresent() && number.isEmpty()) {
            problems.add(
                    node.line(),
                    "Node",
                    node.attribute("id"),
                    name + " must be a number, but is " + FileProblems.quoted(text.get()));
        }
        return number;
    }

    private void readEdge(Element edge) {
        Optional<Integer> source = end(edge, "source");
        Optional<Integer> target = end(edge, "target");
        OptionalLong bandwidth = bandwidth(edge);
        String own = edge.attribute("directed");
        boolean directed = own.isEmpty() ? directedByDefault : own.equals("true");
        if (directed
                && edge.data(Element.DRAWN_ARROWS).filter(GraphmlReader::isNo).isPresent()) {
            drawnUndirected++;
            directed = false;
        }
        if (source.isPresent() && target.isPresent()) {
            draft.edges().add(new Edge("", source.get(), target.get(), bandwidth, OptionalLong.empty(), directed));
        }
    }

    private Optional<Integer> end(Element edge, String side) {
        String id = edge.attribute(side);
        Optional<Integer> node = Optional.ofNullable(nodeById.get(id));
        if (node.isEmpty()) {
            problems.add(
                    edge.line(),
                    "Edge",
                    edge.attribute("id"),
                    "its " + side + " is " + FileProblems.quoted(id) + ", but there is no such node");
        }
        return node;
    }

    private OptionalLong bandwidth(Element edge) {
        Optional<String> raw = edge.data("linkspeedraw");
        if (raw.isPresent()) {
            Optional<BigDecimal> number = Decimals.parse(raw.get());
            OptionalLong amount =
                    number.isEmpty() ? OptionalLong.empty() : Decimals.amount(number.get(), 1, RoundingMode.DOWN);
            if (amount.isEmpty()) {
                problems.add(
                        edge.line(),
                        "Edge",
                        edge.attribute("id"),
                        "LinkSpeedRaw must be a number of bit/s, but is " + FileProblems.quoted(raw.get()));
            }
            return amount;
        }
        Optional<LinkSpeed> withUnit = edge.data("linkspeed")
                .flatMap(speed -> edge.data("linkspeedunits").map(unit -> speed + " " + unit.toUpperCase(Locale.ROOT)))
                .flatMap(LinkSpeed::in);
        if (withUnit.isPresent()) {
            return OptionalLong.of(withUnit.get().bitsPerSecond());
        }
        return edge.data("linklabel", "label")
                .flatMap(LinkSpeed::in)
                .map(this::counted)
                .orElse(OptionalLong.empty());
    }

    private OptionalLong counted(LinkSpeed speed) {
        bySpeedLabel++;
        ambiguous += speed.ambiguous() ? 1 : 0;
        return OptionalLong.of(speed.bitsPerSecond());
    }
}
