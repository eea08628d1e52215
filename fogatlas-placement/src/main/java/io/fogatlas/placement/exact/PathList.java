package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every simple path a leg can take, if there are few: from each start to each end, within its latency bound, over the arcs it may pass. Of
 * two paths between the same regions one is left out if the other is no dearer, no slower where chains mind, and takes nothing of a link
 * that could ever be full but what the first takes too.
 */
final class PathList {
    /** Above so many paths, or so many steps to find them, arcs serve better. */
    private final int mostPaths;

    private final Network network;
    private final LegReach reach;
    private final long boundMicros;
    private final BitSet ends;
    private final Path.Rating rating;
    private final BitSet visited;
    private final int[] links;
    private final Map<Integer, List<Path>> byEnd = new HashMap<>();
    private int paths;
    private int stepsLeft;

    /** A path between two regions. */
    static final class Path {
        private final int from;
        private final int to;
        private final int[] links;
        private final long latencyMicros;
        private final double cost;

        Path(int from, int to, int[] links, long latencyMicros, double cost) {
            this.from = from;
            this.to = to;
            this.links = links;
            this.latencyMicros = latencyMicros;
            this.cost = cost;
        }

        /** What makes one path better than another. */
        record Rating(double perLink, double perMicro, boolean mindsLatency, BitSet contended) {
            boolean dominates(Path one, Path other) {
                if (one.cost > other.cost || (mindsLatency && one.latencyMicros > other.latencyMicros)) {
                    return false;
                }
                for (int link : one.links) {
                    if (contended.get(link) && Arrays.stream(other.links).noneMatch(passed -> passed == link)) {
                        return false;
                    }
                }
                return true;
            }
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        int[] links() {
            return links;
        }

        long latencyMicros() {
            return latencyMicros;
        }
    }

    private PathList(
            Network network, LegReach reach, long boundMicros, BitSet ends, Path.Rating rating, int mostPaths) {
        this.network = network;
        this.reach = reach;
        this.boundMicros = boundMicros;
        this.ends = ends;
        this.rating = rating;
        this.mostPaths = mostPaths;
        visited = new BitSet(network.regions());
        links = new int[network.regions()];
        stepsLeft = 40 * mostPaths;
    }

    /**
     * Lists the paths.
     *
     * @param network the network
     * @param reach which arcs the leg can pass
     * @param boundMicros how long a path may take
     * @param starts where paths start
     * @param ends where paths end
     * @param rating which of several paths are worth keeping
     * @param mostPaths how many paths are few
     * @return the paths, unless there are more
     */
    static Optional<List<Path>> of(
            Network network,
            LegReach reach,
            long boundMicros,
            BitSet starts,
            BitSet ends,
            Path.Rating rating,
            int mostPaths) {
        List<Path> all = new ArrayList<>();
        PathList list = new PathList(network, reach, boundMicros, ends, rating, mostPaths);
        for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            list.byEnd.clear();
            if (!list.extend(start, start, 0, 0)) {
                return Optional.empty();
            }
            list.byEnd.values().forEach(all::addAll);
        }
        return Optional.of(all);
    }

    private boolean extend(int start, int at, int length, long micros) {
        if (ends.get(at)) {
            add(start, at, length, micros);
        }
        if (paths > mostPaths || stepsLeft-- <= 0) {
            return false;
        }
        visited.set(at);
        Network.Arcs arcs = network.forward();
        boolean few = true;
        for (int arc = arcs.start(at); few && arc < arcs.start(at + 1); arc++) {
            int to = arcs.target(arc);
            if (!visited.get(to) && reach.mayUse(at, arc)) {
                long there = PackingRows.plus(micros, network.latencyMicros(arcs.link(arc)));
                if (PackingRows.plus(there, reach.microsToEnd(to)) <= boundMicros) {
                    links[length] = arcs.link(arc);
                    few = extend(start, to, length + 1, there);
                }
            }
        }
        visited.clear(at);
        return few;
    }

    private void add(int from, int to, int length, long micros) {
        double cost = rating.perLink() * length + rating.perMicro() * micros;
        Path path = new Path(from, to, Arrays.copyOf(links, length), micros, cost);
        List<Path> before = byEnd.computeIfAbsent(to, end -> new ArrayList<>());
        if (before.stream().noneMatch(other -> rating.dominates(other, path))) {
            paths -= before.size();
            before.removeIf(other -> rating.dominates(path, other));
            before.add(path);
            paths += before.size();
        }
    }
}
