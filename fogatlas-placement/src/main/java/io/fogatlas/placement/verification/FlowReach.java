package io.fogatlas.placement.verification;

import io.fogatlas.model.application.DataFlow;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Answers how fast a data flow can get from some regions to others, and says why it cannot; shares searches from one region. */
final class FlowReach {
    /** So many searches are kept; each takes 8 bytes a region. */
    private static final int MOST_KEPT = 256;

    private final LinkGraph graph;
    private final Map<Search, long[]> kept = new HashMap<>();

    FlowReach(LinkGraph graph) {
        this.graph = graph;
    }

    private record Search(int region, long bps, boolean ahead) {}

    /** The least latency to each region from any of some regions (or, not ahead, from each to any of them), in microseconds. */
    long[] latencies(BitSet regions, DataFlow flow, boolean ahead) {
        Search search = new Search(regions.nextSetBit(0), flow.bandwidthBps(), ahead);
        long[] known = regions.cardinality() == 1 ? kept.get(search) : null;
        if (known != null) {
            return known;
        }
        long[] latencies = graph.latencies(graph.startingIn(regions), flow.bandwidthBps(), ahead);
        if (regions.cardinality() == 1 && kept.size() < MOST_KEPT) {
            kept.put(search, latencies);
        }
        return latencies;
    }

    /** Says why a flow cannot get to a region from those of its other end, or from it to those. */
    Obstacle obstacle(DataFlow flow, Vertex other, BitSet otherRegions, int region, long latency, boolean ahead) {
        String kind = "data flow '" + flow.name() + "'";
        if (latency == LinkGraph.UNREACHABLE) {
            return new Obstacle(
                    kind,
                    Obstacle.FAR,
                    () -> noPath(flow, otherRegions, region, ahead, end(other, otherRegions, ahead)));
        }
        double miss = (double) (latency - flow.latencyBoundMicros()) / latency;
        return new Obstacle(
                kind,
                miss,
                () -> "data flow '%s' %s takes %s at best, its bound is %s; a latency bound of %s would do"
                        .formatted(
                                flow.name(),
                                end(other, otherRegions, ahead),
                                Units.time(latency),
                                Units.time(flow.latencyBoundMicros()),
                                Units.time(latency)));
    }

    private String noPath(DataFlow flow, BitSet otherRegions, int region, boolean ahead, String end) {
        long widest = graph.widestBps(otherRegions, region, ahead);
        return widest < 0
                ? "data flow '%s' %s finds no path over links that are up".formatted(flow.name(), end)
                : "data flow '%s' %s finds no path with %s free; the widest has %s"
                        .formatted(flow.name(), end, Units.bandwidth(flow.bandwidthBps()), Units.bandwidth(widest));
    }

    private String end(Vertex other, BitSet regions, boolean ahead) {
        String direction = ahead ? "from" : "to";
        return regions.cardinality() == 1
                ? "%s '%s' in region '%s'"
                        .formatted(
                                direction,
                                other.name(),
                                graph.region(regions.nextSetBit(0)).id())
                : "%s '%s' in any of %d regions".formatted(direction, other.name(), regions.cardinality());
    }
}
