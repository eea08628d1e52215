package io.fogatlas.placement.graph;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/** Shows an application as a directed graph: vertices are names of microservices and ids of external endpoints, edges are data flows. */
public final class ApplicationGraph {
    private ApplicationGraph() {}

    /**
     * Makes the graph. Edge weights are bandwidths in bit/s.
     *
     * @param application the application
     * @return an unmodifiable graph
     */
    public static Graph<String, DataFlow> of(Application application) {
        Graph<String, DataFlow> graph = new DirectedWeightedMultigraph<>(DataFlow.class);
        application.endpoints().forEach(graph::addVertex);
        application.microservices().forEach(microservice -> graph.addVertex(microservice.name()));
        for (DataFlow flow : application.flows()) {
            graph.addEdge(flow.source(), flow.destination(), flow);
            graph.setEdgeWeight(flow, (double) flow.bandwidthBps());
        }
        return new AsUnmodifiableGraph<>(graph);
    }
}
