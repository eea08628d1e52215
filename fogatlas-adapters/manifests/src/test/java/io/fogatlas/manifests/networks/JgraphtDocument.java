package io.fogatlas.manifests.networks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.nio.graphml.SimpleGraphMLEventDrivenImporter;

/**
 * What JGraphT's reader finds in a GraphML file: an oracle for ours.
 *
 * @param nodes the ids of the nodes
 * @param labels their labels, empty where there is none, in the order of the nodes
 * @param edges the edges as {@code source target}
 */
record JgraphtDocument(List<String> nodes, List<String> labels, List<String> edges) {
    static JgraphtDocument parse(Path file) throws IOException {
        List<String> nodes = new ArrayList<>();
        List<String> edges = new ArrayList<>();
        Map<String, String> labels = new HashMap<>();
        SimpleGraphMLEventDrivenImporter importer = new SimpleGraphMLEventDrivenImporter();
        importer.setSchemaValidation(false);
        importer.addVertexConsumer(nodes::add);
        importer.addEdgeConsumer(edge -> edges.add(edge.getFirst() + " " + edge.getSecond()));
        importer.addVertexAttributeConsumer((key, value) -> {
            if (key.getSecond().equals("label")) {
                labels.put(key.getFirst(), value.getValue());
            }
        });
        try (Reader reader = Files.newBufferedReader(file)) {
            importer.importInput(reader);
        }
        return new JgraphtDocument(
                nodes, nodes.stream().map(node -> labels.getOrDefault(node, "")).toList(), edges);
    }
}
