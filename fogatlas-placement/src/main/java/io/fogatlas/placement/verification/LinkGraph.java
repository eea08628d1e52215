package io.fogatlas.placement.verification;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The links that are up, with the bandwidth others leave of them, for shortest ways by latency (E. W. Dijkstra, "A Note on Two
 * Problems in Connexion with Graphs", Numerische Mathematik 1, 1959). Regions are numbered in the order of the infrastructure.
 */
final class LinkGraph {
    /** The latency to a region that no way leads to. */
    static final long UNREACHABLE = Long.MAX_VALUE;

    /** The bandwidth to a region that no way leads to. */
    static final long NO_WAY = -1;

    /** So many regions may searches pass in all before deductions stop: 2,000 searches of 10,000 regions, a few seconds. */
    private static final long MOST_WORK = 20_000_000;

    private final Map<String, Integer> numberById = new HashMap<>();
    private final List<Region> regions;
    private final List<Link> links = new ArrayList<>();
    private final long[] availableBps;
    private final Arcs forward;
    private final Arcs backward;
    private long work;

    LinkGraph(Infrastructure infrastructure, OtherHolders others) {
        regions = infrastructure.regions();
        regions.forEach(region -> numberById.put(region.id(), numberById.size()));
        for (Link link : infrastructure.links()) {
            if (link.up() && !link.regionA().equals(link.regionB())) {
                links.add(link);
            }
        }
        availableBps = links.stream().mapToLong(others::availableBps).toArray();
        forward = new Arcs(true);
        backward = new Arcs(false);
    }

    /** For each region the arcs that leave it (or, backward, that enter it), one after the other. */
    private final class Arcs {
        private final int[] first = new int[regions.size() + 1];
        private final int[] to;
        private final int[] link;

        private Arcs(boolean ahead) {
            int count = 0;
            for (Link each : links) {
                count += each.directed() ? 1 : 2;
                first[number(ahead || !each.directed() ? each.regionA() : each.regionB()) + 1]++;
                if (!each.directed()) {
                    first[number(each.regionB()) + 1]++;
                }
            }
            for (int region = 0; region < regions.size(); region++) {
                first[region + 1] += first[region];
            }
            to = new int[count];
            link = new int[count];
            int[] next = Arrays.copyOf(first, regions.size());
            for (int index = 0; index < links.size(); index++) {
                Link each = links.get(index);
                int a = number(each.regionA());
                int b = number(each.regionB());
                if (ahead || !each.directed()) {
                    add(next[a]++, b, index);
                }
                if (!ahead || !each.directed()) {
                    add(next[b]++, a, index);
                }
            }
        }

        private void add(int position, int region, int index) {
            to[position] = region;
            link[position] = index;
        }
    }

    /** Whether so much was searched that no more should be, but for explanations. */
    boolean isExhausted() {
        return work >= MOST_WORK;
    }

    int regions() {
        return regions.size();
    }

    Region region(int number) {
        return regions.get(number);
    }

    int number(String regionId) {
        return numberById.getOrDefault(regionId, -1);
    }

    /** Whether links of some bandwidth are joined to the region at all, and how much they have left together, in bit/s. */
    long availableAround(int region) {
        long sum = 0;
        BitSet counted = new BitSet();
        for (Arcs arcs : List.of(forward, backward)) {
            for (int arc = arcs.first[region]; arc < arcs.first[region + 1]; arc++) {
                if (!counted.get(arcs.link[arc])) {
                    counted.set(arcs.link[arc]);
                    sum = Sums.plus(sum, availableBps[arcs.link[arc]]);
                }
            }
        }
        return sum;
    }

    /** Starts at latency 0 in some regions and nowhere else. */
    long[] startingIn(BitSet sources) {
        long[] start = new long[regions.size()];
        Arrays.fill(start, UNREACHABLE);
        sources.stream().forEach(region -> start[region] = 0);
        return start;
    }

    /**
     * The least latency in which each region can be reached over links with enough bandwidth, in microseconds.
     *
     * @param start with which latency each region is reached to begin with
     * @param bps the bandwidth each link must have left
     * @param ahead whether links are followed in their direction, or against it
     * @param limit the latency beyond which the search ends; regions farther away have some latency above it
     */
    long[] latencies(long[] start, long bps, boolean ahead, long limit) {
        Arcs arcs = ahead ? forward : backward;
        work += regions.size();
        long[] latency = start.clone();
        RegionQueue queue = new RegionQueue(latency);
        for (int region = 0; region < latency.length; region++) {
            if (latency[region] != UNREACHABLE) {
                queue.raise(region);
            }
        }
        while (!queue.isEmpty()) {
            int region = queue.poll();
            if (latency[region] > limit) {
                break;
            }
            for (int arc = arcs.first[region]; arc < arcs.first[region + 1]; arc++) {
                int link = arcs.link[arc];
                long reached = Sums.plus(latency[region], links.get(link).latencyMicros());
                if (availableBps[link] >= bps && reached < latency[arcs.to[arc]]) {
                    latency[arcs.to[arc]] = reached;
                    queue.raise(arcs.to[arc]);
                }
            }
        }
        return latency;
    }

    /**
     * The largest bandwidth with which a way leads to each region, in bit/s: the least bandwidth left on the links of the way for which
     * that is most (M. Pollack, "The Maximum Capacity Through a Network", Operations Research 8, 1960). {@link #NO_WAY} where none
     * leads.
     */
    long[] widths(BitSet sources, boolean ahead) {
        Arcs arcs = ahead ? forward : backward;
        // The queue gives the least key first, so the keys are the widths' negatives.
        long[] narrowness = new long[regions.size()];
        Arrays.fill(narrowness, -NO_WAY);
        RegionQueue queue = new RegionQueue(narrowness);
        sources.stream().forEach(region -> {
            narrowness[region] = -Long.MAX_VALUE;
            queue.raise(region);
        });
        while (!queue.isEmpty()) {
            int region = queue.poll();
            for (int arc = arcs.first[region]; arc < arcs.first[region + 1]; arc++) {
                long reached = Math.max(narrowness[region], -availableBps[arcs.link[arc]]);
                if (reached < narrowness[arcs.to[arc]]) {
                    narrowness[arcs.to[arc]] = reached;
                    queue.raise(arcs.to[arc]);
                }
            }
        }
        return Arrays.stream(narrowness).map(value -> -value).toArray();
    }
}
