package io.fogatlas.placement.graph;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedWeightedPseudograph;

/** Shows an infrastructure as a directed graph: vertices are region ids, edges are the ways over links that are up. */
public final class InfrastructureGraph {
    /**
     * A link in one direction.
     *
     * @param link the link
     * @param from the region where it is entered
     * @param to the region where it is left
     */
    public record Arc(Link link, String from, String to) {}

    private InfrastructureGraph() {}

    /**
     * Makes the graph. An undirected link gives two edges, a directed one gives one, a link that is down none. Edge weights are latencies in
     * microseconds.
     *
     * @param infrastructure the infrastructure
     * @return an unmodifiable graph; it takes O(regions + links) time and memory
     */
    public static Graph<String, Arc> of(Infrastructure infrastructure) {
        Graph<String, Arc> graph = new DirectedWeightedPseudograph<>(Arc.class);
        infrastructure.regions().forEach(region -> graph.addVertex(region.id()));
        for (Link link : infrastructure.links()) {
            if (link.up()) {
                add(graph, new Arc(link, link.regionA(), link.regionB()));
                if (!link.directed()) {
                    add(graph, new Arc(link, link.regionB(), link.regionA()));
                }
            }
        }
        return new AsUnmodifiableGraph<>(graph);
    }

    private static void add(Graph<String, Arc> graph, Arc arc) {
        graph.addEdge(arc.from(), arc.to(), arc);
        graph.setEdgeWeight(arc, (double) arc.link().latencyMicros());
    }
}
