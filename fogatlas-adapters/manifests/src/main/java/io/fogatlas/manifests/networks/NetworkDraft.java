package io.fogatlas.manifests.networks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A network as a file gives it, before anything is invented; every edge joins two nodes that are there. Not thread-safe. */
final class NetworkDraft {
    private final NetworkFormat format;
    private final String name;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();
    private final Notes notes = new Notes();

    /** A node; its position is what the file says, degrees or not. */
    record Node(String label, Optional<Position> position) {}

    /** Two numbers that a file calls latitude and longitude. */
    record Position(BigDecimal latitude, BigDecimal longitude) {}

    /** An edge between the nodes of two indices; what the file does not say is absent. */
    record Edge(
            String id,
            int source,
            int target,
            OptionalLong bandwidthBps,
            OptionalLong latencyMicros,
            boolean directed) {
        Edge undirected() {
            return new Edge(id, source, target, bandwidthBps, latencyMicros, false);
        }
    }

    /** Traffic between the nodes of two indices. */
    record Demand(String id, int source, int target, long bandwidthBps) {}

    NetworkDraft(NetworkFormat format, String name) {
        this.format = format;
        this.name = name;
    }

    NetworkFormat format() {
        return format;
    }

    String name() {
        return name;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Edge> edges() {
        return edges;
    }

    List<Demand> demands() {
        return demands;
    }

    /** What the reader has to say, in order. */
    Notes notes() {
        return notes;
    }
}
