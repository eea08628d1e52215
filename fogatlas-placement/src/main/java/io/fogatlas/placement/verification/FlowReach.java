package io.fogatlas.placement.verification;

import io.fogatlas.model.application.DataFlow;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers how fast a data flow can get from some regions to others, and says why it cannot; keeps the searches for the next flow. */
final class FlowReach {
    /** So many searches are kept; each takes 8 bytes a region. */
    private static final int MOST_KEPT = 256;

    private final LinkGraph graph;
    private final Map<Search, long[]> kept = new HashMap<>();
    private final Map<Search, long[]> widths = new HashMap<>();

    FlowReach(LinkGraph graph) {
        this.graph = graph;
    }

    private record Search(BitSet ends, long bps, boolean ahead, long limit) {}

    /** The longest a route of a flow may take, in microseconds; less than {@link LinkGraph#UNREACHABLE} if there is no bound. */
    static long limitMicros(DataFlow flow) {
        return flow.hasLatencyBound() ? flow.latencyBoundMicros() : LinkGraph.UNREACHABLE - 1;
    }

    /**
     * The least latency to each region from any of some regions (or, not ahead, from each to any of them), in microseconds; above the
     * limit of the flow it is not exact.
     */
    long[] latencies(BitSet ends, DataFlow flow, boolean ahead) {
        return search(new Search(ends, flow.bandwidthBps(), ahead, limitMicros(flow)));
    }

    private long[] search(Search search) {
        long[] known = kept.get(search);
        if (known != null) {
            return known;
        }
        long[] latencies =
                graph.latencies(graph.startingIn(search.ends()), search.bps(), search.ahead(), search.limit());
        if (kept.size() < MOST_KEPT) {
            kept.put(search, latencies);
        }
        return latencies;
    }

    /** Says why a flow cannot get to a region from those of its other end, or from it to those. */
    Obstacle obstacle(DataFlow flow, Vertex other, BitSet ends, int region, boolean ahead) {
        return new Obstacle(
                () -> shortfall(flow, ends, region, ahead)
                        .map(shortfall -> shortfall.unit().equals("us") ? RegionRule.LATENCY : RegionRule.BANDWIDTH)
                        .orElse(RegionRule.NO_PATH),
                "data flow '" + flow.name() + "'",
                () -> {
                    long best = bestMicros(flow, ends, region, ahead);
                    return best == LinkGraph.UNREACHABLE
                            ? Obstacle.FAR
                            : (double) (best - flow.latencyBoundMicros()) / best;
                },
                () -> shortfall(flow, ends, region, ahead),
                () -> words(flow, other, ends, region, ahead));
    }

    private Optional<Shortfall> shortfall(DataFlow flow, BitSet ends, int region, boolean ahead) {
        long best = bestMicros(flow, ends, region, ahead);
        if (best != LinkGraph.UNREACHABLE) {
            return Optional.of(new Shortfall(flow.name(), "", "us", flow.latencyBoundMicros(), best));
        }
        long widest = widestBps(ends, region, ahead);
        return widest == LinkGraph.NO_WAY
                ? Optional.empty()
                : Optional.of(new Shortfall(flow.name(), "", "bit/s", flow.bandwidthBps(), widest));
    }

    private long widestBps(BitSet ends, int region, boolean ahead) {
        return widths.computeIfAbsent(
                        new Search(ends, 0, ahead, 0), search -> graph.widths(search.ends(), search.ahead()))[region];
    }

    private long bestMicros(DataFlow flow, BitSet ends, int region, boolean ahead) {
        return search(new Search(ends, flow.bandwidthBps(), ahead, LinkGraph.UNREACHABLE))[region];
    }

    private String words(DataFlow flow, Vertex other, BitSet ends, int region, boolean ahead) {
        String who = "data flow '%s' %s".formatted(flow.name(), end(other, ends, ahead));
        long best = bestMicros(flow, ends, region, ahead);
        if (best != LinkGraph.UNREACHABLE) {
            return "%s takes %s at best, its bound is %s; a latency bound of %s would do"
                    .formatted(who, Units.time(best), Units.time(flow.latencyBoundMicros()), Units.time(best));
        }
        long widest = widestBps(ends, region, ahead);
        return widest == LinkGraph.NO_WAY
                ? who + " finds no path over links that are up"
                : "%s finds no path with %s free; the widest has %s"
                        .formatted(who, Units.bandwidth(flow.bandwidthBps()), Units.bandwidth(widest));
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
