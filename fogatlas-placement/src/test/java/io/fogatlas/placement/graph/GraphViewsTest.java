package io.fogatlas.placement.graph;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.flow;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import org.jgrapht.Graph;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.junit.jupiter.api.Test;

class GraphViewsTest {
    @Test
    void letsJgraphtFindTheFastestWayThroughAnInfrastructure() {
        Graph<String, InfrastructureGraph.Arc> graph = InfrastructureGraph.of(line());

        assertThat(graph.vertexSet()).containsExactly("a", "b", "c");
        assertThat(new DijkstraShortestPath<>(graph).getPathWeight("a", "c")).isEqualTo(10_000);
    }

    @Test
    void showsDirectedLinksOnceParallelOnesEachAndThoseThatAreDownNotAtAll() {
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(Region.builder("b").build())
                .add(Link.builder("both", "a", "b").build())
                .add(Link.builder("again", "a", "b").build())
                .add(Link.builder("there", "a", "b").directed(true).build())
                .add(Link.builder("broken", "a", "b").up(false).build())
                .build();

        Graph<String, InfrastructureGraph.Arc> graph = InfrastructureGraph.of(infrastructure);

        assertThat(graph.getAllEdges("a", "b"))
                .extracting(arc -> arc.link().id())
                .containsExactlyInAnyOrder("both", "again", "there");
        assertThat(graph.getAllEdges("b", "a"))
                .extracting(arc -> arc.link().id())
                .containsExactlyInAnyOrder("both", "again");
    }

    @Test
    void letsJgraphtFindCirclesInAnApplication() {
        Graph<String, DataFlow> graph = ApplicationGraph.of(application()
                .add(free("m", 1))
                .add(free("n", 1))
                .add(flow("cam", "m", 2))
                .add(flow("m", "n", 1))
                .add(flow("n", "m", 1))
                .build());

        assertThat(new CycleDetector<>(graph).findCycles()).containsExactlyInAnyOrder("m", "n");
        assertThat(graph.getEdgeWeight(graph.getEdge("cam", "m"))).isEqualTo(2_000_000);
    }

    @Test
    void cannotBeChanged() {
        Graph<String, InfrastructureGraph.Arc> graph = InfrastructureGraph.of(line());

        assertThatThrownBy(() -> graph.addVertex("d")).isInstanceOf(UnsupportedOperationException.class);
    }
}
