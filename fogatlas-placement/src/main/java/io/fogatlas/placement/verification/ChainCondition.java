package io.fogatlas.placement.verification;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.placement.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds latency chains that no placement can keep: from every Assignment of the first vertex some way leads along the chain, and the
 * fastest one there can be, over all regions still possible, is too slow already.
 */
final class ChainCondition {
    /** So many different sets of regions of a first vertex are looked at. */
    private static final int MOST_STARTS = 16;

    private final Possibilities possible;
    private final LinkGraph graph;
    private final Map<List<String>, Long> bpsByEnds = new HashMap<>();

    private ChainCondition(Possibilities possible) {
        this.possible = possible;
        this.graph = possible.graph();
        for (DataFlow flow : possible.request().application().flows()) {
            // Each of several flows between two vertices is on some way, so the way can be taken to be the most
            // demanding one's.
            bpsByEnds.merge(List.of(flow.source(), flow.destination()), flow.bandwidthBps(), Math::max);
        }
    }

    static List<Reason> broken(Possibilities possible) {
        List<Reason> reasons = new ArrayList<>();
        List<LatencyChain> chains = possible.request().application().chains();
        if (!chains.isEmpty()) {
            ChainCondition condition = new ChainCondition(possible);
            chains.forEach(chain -> condition.check(chain, reasons));
        }
        return reasons;
    }

    private void check(LatencyChain chain, List<Reason> reasons) {
        boolean impossible = chain.steps().stream()
                .anyMatch(step -> possible.vertex(step.vertex()).isImpossible());
        if (impossible) {
            return;
        }
        long least = 0;
        List<BitSet> done = new ArrayList<>();
        for (DemandGroup first : possible.vertex(chain.steps().get(0).vertex()).groups()) {
            if (!done.contains(first.candidates()) && done.size() < MOST_STARTS) {
                done.add(first.candidates());
                least = Math.max(least, leastMicros(chain, first.candidates()));
            }
        }
        if (least > chain.boundMicros()) {
            reasons.add(new Reason(
                    "",
                    "latency chain '%s' takes %s at best, its bound is %s; it needs a bound of %s or more"
                            .formatted(
                                    chain.name(),
                                    Units.time(least),
                                    Units.time(chain.boundMicros()),
                                    Units.time(least))));
        }
    }

    /** The fastest way along the chain that starts in some regions; 0 where bandwidth is lacking, which others tell, or too much was searched. */
    private long leastMicros(LatencyChain chain, BitSet start) {
        LatencyChain.Step before = chain.steps().get(0);
        long[] latencies = graph.startingIn(start);
        long processing = before.processingMicros();
        for (LatencyChain.Step step : chain.steps().subList(1, chain.steps().size())) {
            if (graph.isExhausted()) {
                return 0;
            }
            long bps = bpsByEnds.getOrDefault(List.of(before.vertex(), step.vertex()), 0L);
            BitSet there = possible.vertex(step.vertex()).anywhere();
            long[] reached = graph.latencies(latencies, bps, /* ahead= */ true, LinkGraph.UNREACHABLE);
            latencies = graph.startingIn(new BitSet());
            for (int region = there.nextSetBit(0); region >= 0; region = there.nextSetBit(region + 1)) {
                latencies[region] = reached[region];
            }
            processing = Sums.plus(processing, step.processingMicros());
            before = step;
        }
        long least = LinkGraph.UNREACHABLE;
        for (long latency : latencies) {
            least = Math.min(least, latency);
        }
        return least == LinkGraph.UNREACHABLE ? 0 : Sums.plus(least, processing);
    }
}
