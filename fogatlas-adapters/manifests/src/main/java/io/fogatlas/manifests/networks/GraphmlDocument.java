package io.fogatlas.manifests.networks;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The graphs, nodes and edges of a GraphML file with their data by {@code attr.name}. Serves one file.
 *
 * <p>This is not JGraphT's importer, since that one loads external entities and DTDs, refuses yEd's keys, which have no
 * {@code attr.name}, reads no label of a drawing, and tells no line. Here a document type is refused, so there are no entities at all.
 */
final class GraphmlDocument {
    /** More levels than any GraphML has; keeps a hostile file from growing the stack of elements. */
    private static final int MAX_DEPTH = 1000;

    private static final String YED = "http://www.yworks.com/xml/graphml";

    private final FileProblems problems;
    private final Map<String, String> nameByKey = new HashMap<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final List<Element> graphs = new ArrayList<>();
    private final List<Element> nodes = new ArrayList<>();
    private final List<Element> edges = new ArrayList<>();
    private int hyperedges;
    private int depth;
    /** The key of the data that is open, and the depth of its element; 0 if none is. */
    private String dataKey = "";

    private int dataDepth;
    private final StringBuilder text = new StringBuilder();
    private boolean inLabel;

    /** A graph, node or edge: its attributes, and its data by the lower-case name of the key. */
    static final class Element {
        /** The name under which a yEd drawing's label is kept, which no key can have. */
        static final String DRAWN_LABEL = "\0label";

        /** The name under which a yEd drawing's arrows are kept: {@code true} if one end has one. */
        static final String DRAWN_ARROWS = "\0arrows";

        private final int line;
        private final Map<String, String> attributes;
        private final Map<String, String> data = new HashMap<>();

        private Element(int line, Map<String, String> attributes) {
            this.line = line;
            this.attributes = attributes;
        }

        int line() {
            return line;
        }

        /** Gives an attribute; empty if it is not there. */
        String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        /** Gives the first of some data that is there and not blank. */
        Optional<String> data(String... names) {
            for (String name : names) {
                String value = data.getOrDefault(name, "");
                if (!value.isBlank()) {
                    return Optional.of(value.strip());
                }
            }
            return Optional.empty();
        }
    }

    private GraphmlDocument(FileProblems problems) {
        this.problems = problems;
    }

    static GraphmlDocument parse(NetworkFile file, FileProblems problems) {
        GraphmlDocument document = new GraphmlDocument(problems);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(FileText.of(file, problems)));
            while (reader.hasNext()) {
                document.take(reader, reader.next());
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw problems.fatal(line, "is no well-formed XML: " + firstLine(e));
        }
        return document;
    }

    /** The JDK's message is "ParseError at [row,col]:[1,2]" and, on the next line, "Message: ...". */
    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        return FileProblems.quoted(start < 0 ? message : message.substring(start + "Message: ".length()));
    }

    private void take(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw problems.fatal(
                        reader.getLocation().getLineNumber(),
                        "has a document type or an entity, which GraphML needs none of; remove it");
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                start(reader);
            }
            case XMLStreamConstants.END_ELEMENT -> {
                end(reader.getLocalName());
                depth--;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (inLabel || depth == dataDepth) {
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
            }
            default -> {
                // Comments and processing instructions say nothing about the network.
            }
        }
    }

    private void start(XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        if (depth > MAX_DEPTH) {
            throw problems.fatal(line, "has elements in elements more than " + MAX_DEPTH + " levels deep");
        }
        if (dataDepth > 0) {
            startInData(reader);
            return;
        }
        switch (reader.getLocalName()) {
            case "key" ->
                nameByKey.put(
                        attribute(reader, "id"), attribute(reader, "attr.name").toLowerCase(Locale.ROOT));
            case "graph" -> open(graphs, reader, line);
            case "node" -> open(nodes, reader, line);
            case "edge" -> open(edges, reader, line);
            case "hyperedge" -> {
                hyperedges++;
                open.push(new Element(line, Map.of()));
            }
            case "data" -> {
                dataKey = attribute(reader, "key");
                dataDepth = depth;
                text.setLength(0);
            }
            default -> {
                if (depth == 1 && !reader.getLocalName().equals("graphml")) {
                    throw problems.fatal(line, "is no GraphML: its root is " + reader.getLocalName());
                }
            }
        }
    }

    private void open(List<Element> list, XMLStreamReader reader, int line) {
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            attributes.put(reader.getAttributeLocalName(index), reader.getAttributeValue(index));
        }
        Element element = new Element(line, attributes);
        list.add(element);
        open.push(element);
    }

    /** A drawing: its label is the text of the first yEd label, its direction that of its arrows. */
    private void startInData(XMLStreamReader reader) {
        Element element = open.peek();
        if (element == null || !YED.equals(reader.getNamespaceURI())) {
            return;
        }
        if (reader.getLocalName().equals("NodeLabel") && !element.data.containsKey(Element.DRAWN_LABEL)) {
            inLabel = true;
            text.setLength(0);
        } else if (reader.getLocalName().equals("Arrows")) {
            boolean arrows = !attribute(reader, "source").equals("none")
                    || !attribute(reader, "target").equals("none");
            element.data.put(Element.DRAWN_ARROWS, Boolean.toString(arrows));
        }
    }

    private void end(String name) {
        Element element = open.peek();
        if (dataDepth > 0) {
            if (inLabel && name.equals("NodeLabel") && element != null) {
                element.data.put(Element.DRAWN_LABEL, text.toString());
                inLabel = false;
                text.setLength(0);
            } else if (depth == dataDepth) {
                endData(element);
            }
        } else if (name.equals("graph") || name.equals("node") || name.equals("edge") || name.equals("hyperedge")) {
            open.poll();
        }
    }

    private void endData(@Nullable Element element) {
        String name = nameByKey.getOrDefault(dataKey, "");
        if (element != null && !name.isEmpty()) {
            element.data.put(name, text.toString());
        }
        dataDepth = 0;
        text.setLength(0);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Lists the graphs, the outermost first. */
    List<Element> graphs() {
        return graphs;
    }

    List<Element> nodes() {
        return nodes;
    }

    List<Element> edges() {
        return edges;
    }

    /** Counts the edges of more than two ends, which are not kept. */
    int hyperedges() {
        return hyperedges;
    }
}
