package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.networks.NetworkDraft.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Shapes the edges of a draft into those of links: without self loops, with opposite equal ones merged, and notes what it met. */
final class EdgeShape {
    /** Two edges with equal keys can be told apart only by their ids. */
    private record Key(int source, int target, OptionalLong bandwidthBps, OptionalLong latencyMicros) {
        private static Key of(Edge edge) {
            return new Key(edge.source(), edge.target(), edge.bandwidthBps(), edge.latencyMicros());
        }

        private static Key opposite(Edge edge) {
            return new Key(edge.target(), edge.source(), edge.bandwidthBps(), edge.latencyMicros());
        }
    }

    private record Pair(int low, int high) {}

    private EdgeShape() {}

    static List<Edge> of(NetworkDraft draft, boolean mergeDirections, Notes notes) {
        List<Edge> proper = draft.edges().stream()
                .filter(edge -> edge.source() != edge.target())
                .toList();
        int loops = draft.edges().size() - proper.size();
        notes.count("self loops dropped, since no route uses one", loops);
        long directed = proper.stream().filter(Edge::directed).count();
        List<Edge> edges = directed > 0 && mergeDirections ? merged(proper) : proper;
        long stillDirected = edges.stream().filter(Edge::directed).count();
        notes.count(
                "pairs of equal opposite edges made one link each, whose bandwidth both directions share",
                (directed - stillDirected) / 2);
        notes.count("links that lead one way only", stillDirected);
        noteParallel(edges, notes);
        int components = components(draft.nodes().size(), edges);
        notes.count("parts of the network that no link joins, all kept", components > 1 ? components : 0);
        return edges;
    }

    /** Joins each directed edge to the earliest equal opposite one that is still alone, which keeps its place. */
    private static List<Edge> merged(List<Edge> edges) {
        List<Edge> result = new ArrayList<>();
        Map<Key, Deque<Integer>> alone = new HashMap<>();
        for (Edge edge : edges) {
            Deque<Integer> opposite = edge.directed() ? alone.get(Key.opposite(edge)) : null;
            if (opposite != null && !opposite.isEmpty()) {
                int place = opposite.remove();
                result.set(place, result.get(place).undirected());
                continue;
            }
            if (edge.directed()) {
                alone.computeIfAbsent(Key.of(edge), key -> new ArrayDeque<>(1)).add(result.size());
            }
            result.add(edge);
        }
        return result;
    }

    private static void noteParallel(List<Edge> edges, Notes notes) {
        Set<Pair> pairs = new HashSet<>();
        for (Edge edge : edges) {
            boolean ordered = edge.directed() || edge.source() < edge.target();
            pairs.add(ordered ? new Pair(edge.source(), edge.target()) : new Pair(edge.target(), edge.source()));
        }
        int parallel = edges.size() - pairs.size();
        notes.count("links parallel to another, kept", parallel);
    }

    private static int components(int nodes, List<Edge> edges) {
        int[] parent = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            parent[node] = node;
        }
        int components = nodes;
        for (Edge edge : edges) {
            int a = root(parent, edge.source());
            int b = root(parent, edge.target());
            components -= a == b ? 0 : 1;
            parent[a] = b;
        }
        return components;
    }

    private static int root(int[] parent, int start) {
        int node = start;
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }
}
