package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Which arcs a leg can pass at all: wide enough, not ruled out, and on a way from a start to an end that is in time. */
final class LegReach {
    private static final long NEVER = Long.MAX_VALUE;

    private final Network network;
    private final Restriction restriction;
    private final Leg leg;
    private final long[] fromStart;
    private final long[] toEnd;
    private final BitSet wide;

    LegReach(PlacementProblem problem, Restriction restriction, Leg leg, BitSet starts, BitSet ends) {
        network = problem.network();
        this.restriction = restriction;
        this.leg = leg;
        wide = new BitSet(network.links());
        for (int link = 0; link < network.links(); link++) {
            wide.set(link, network.freeBps(link) >= leg.bandwidthBps());
        }
        fromStart = distances(network.forward(), starts);
        toEnd = distances(network.backward(), ends);
    }

    private record Label(long micros, int region) {}

    /** How long the fastest way takes from any of some regions to each. Ignores what is ruled out, which only prunes less. */
    private long[] distances(Network.Arcs arcs, BitSet seeds) {
        long[] micros = new long[network.regions()];
        Arrays.fill(micros, NEVER);
        PriorityQueue<Label> next = new PriorityQueue<>(Comparator.comparingLong(Label::micros));
        seeds.stream().forEach(region -> {
            micros[region] = 0;
            next.add(new Label(0, region));
        });
        while (!next.isEmpty()) {
            Label label = next.remove();
            int from = label.region();
            if (label.micros() > micros[from]) {
                continue;
            }
            for (int arc = arcs.start(from); arc < arcs.start(from + 1); arc++) {
                long reached = PackingRows.plus(label.micros(), network.latencyMicros(arcs.link(arc)));
                if (wide.get(arcs.link(arc)) && reached < micros[arcs.target(arc)]) {
                    micros[arcs.target(arc)] = reached;
                    next.add(new Label(reached, arcs.target(arc)));
                }
            }
        }
        return micros;
    }

    boolean mayUse(int from, int arc) {
        Network.Arcs arcs = network.forward();
        int link = arcs.link(arc);
        int to = arcs.target(arc);
        return wide.get(link)
                && fromStart[from] != NEVER
                && toEnd[to] != NEVER
                && restriction.mayUse(leg, arc)
                && PackingRows.plus(PackingRows.plus(fromStart[from], network.latencyMicros(link)), toEnd[to])
                        <= leg.boundMicros();
    }

    /** How long the fastest way takes from a region to any end. */
    long microsToEnd(int region) {
        return toEnd[region];
    }
}
