package io.fogatlas.placement.problem;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Regions and usable links as arrays. Regions and links are numbered in the order of their ids, so that the order in which they
 * were given changes nothing.
 *
 * <p>Each link that is up and joins two different regions can be entered from its first region and, unless it is directed, from its
 * second: each such way is an arc. The arcs that leave a region lie side by side.
 */
public final class Network {
    private final List<String> regionIds;
    private final Map<String, Integer> regionIndex;
    private final List<String> linkIds;
    private final long[] freeBps;
    private final long[] bandwidthBps;
    private final long[] latencyMicros;
    private final Arcs forward;
    private final Arcs backward;

    Network(Infrastructure infrastructure, Map<String, Long> takenBps) {
        regionIds = infrastructure.regions().stream()
                .map(region -> region.id())
                .sorted()
                .toList();
        regionIndex = new HashMap<>(regionIds.size() * 2);
        for (int region = 0; region < regionIds.size(); region++) {
            regionIndex.put(regionIds.get(region), region);
        }
        List<Link> links = new ArrayList<>(infrastructure.links());
        links.removeIf(link -> !link.up() || link.regionA().equals(link.regionB()));
        links.sort(Comparator.comparing(Link::id));
        linkIds = links.stream().map(Link::id).toList();
        bandwidthBps = links.stream().mapToLong(Link::bandwidthBps).toArray();
        latencyMicros = links.stream().mapToLong(Link::latencyMicros).toArray();
        freeBps = bandwidthBps.clone();
        if (!takenBps.isEmpty()) {
            for (int link = 0; link < freeBps.length; link++) {
                freeBps[link] = Math.max(0, freeBps[link] - takenBps.getOrDefault(linkIds.get(link), 0L));
            }
        }
        int[] from = links.stream().mapToInt(link -> region(link.regionA())).toArray();
        int[] to = links.stream().mapToInt(link -> region(link.regionB())).toArray();
        boolean[] directed = new boolean[from.length];
        boolean anyDirected = false;
        for (int link = 0; link < from.length; link++) {
            directed[link] = links.get(link).directed();
            anyDirected |= directed[link];
        }
        forward = new Arcs(regionIds.size(), from, to, directed);
        backward = anyDirected ? new Arcs(regionIds.size(), to, from, directed) : forward;
    }

    /**
     * Counts the regions.
     *
     * @return how many there are; regions are numbered from 0
     */
    public int regions() {
        return regionIds.size();
    }

    /**
     * Counts the usable links.
     *
     * @return how many there are; links are numbered from 0
     */
    public int links() {
        return linkIds.size();
    }

    /**
     * Says which number a region has.
     *
     * @param id its id; of a region that exists
     * @return its number
     */
    public int region(String id) {
        return Objects.requireNonNull(regionIndex.get(id), id);
    }

    /**
     * Says which id a region has.
     *
     * @param region its number
     * @return its id
     */
    public String regionId(int region) {
        return regionIds.get(region);
    }

    /**
     * Says which id a link has.
     *
     * @param link its number
     * @return its id
     */
    public String linkId(int link) {
        return linkIds.get(link);
    }

    /**
     * Finds the number of a link.
     *
     * @param id the link's id
     * @return its number; empty if there is no such link, or it is down or leads nowhere
     */
    public OptionalInt link(String id) {
        int number = Collections.binarySearch(linkIds, id);
        return number >= 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /**
     * Says what a link can still carry, next to what others hold.
     *
     * @param link its number
     * @return bit/s, never negative
     */
    public long freeBps(int link) {
        return freeBps[link];
    }

    /**
     * Says what a link can carry in all.
     *
     * @param link its number
     * @return bit/s
     */
    public long bandwidthBps(int link) {
        return bandwidthBps[link];
    }

    /**
     * Says how long a link takes.
     *
     * @param link its number
     * @return microseconds
     */
    public long latencyMicros(int link) {
        return latencyMicros[link];
    }

    /**
     * Copies what every link can still carry.
     *
     * @return bit/s by link, for the caller to change
     */
    public long[] copyOfFreeBps() {
        return freeBps.clone();
    }

    /**
     * Gives the arcs in the direction flows take.
     *
     * @return the arcs that leave each region
     */
    public Arcs forward() {
        return forward;
    }

    /**
     * Gives the arcs against the direction flows take.
     *
     * @return for each region the arcs that enter it, seen from their far end
     */
    public Arcs backward() {
        return backward;
    }

    /** The ways out of each region: those of region {@code r} are numbered from {@code start(r)} to {@code start(r + 1)} - 1. */
    public static final class Arcs {
        private final int[] start;
        private final int[] target;
        private final int[] link;

        private Arcs(int regions, int[] from, int[] to, boolean[] directed) {
            start = new int[regions + 1];
            for (int i = 0; i < from.length; i++) {
                start[from[i] + 1]++;
                if (!directed[i]) {
                    start[to[i] + 1]++;
                }
            }
            for (int region = 0; region < regions; region++) {
                start[region + 1] += start[region];
            }
            int[] next = start.clone();
            target = new int[start[regions]];
            link = new int[start[regions]];
            for (int i = 0; i < from.length; i++) {
                add(next[from[i]]++, to[i], i);
                if (!directed[i]) {
                    add(next[to[i]]++, from[i], i);
                }
            }
        }

        private void add(int arc, int to, int over) {
            target[arc] = to;
            link[arc] = over;
        }

        /**
         * Says where the arcs of a region start.
         *
         * @param region its number, or the number of regions for the end of the last
         * @return the number of its first arc
         */
        public int start(int region) {
            return start[region];
        }

        /**
         * Says where an arc leads.
         *
         * @param arc its number
         * @return the region
         */
        public int target(int arc) {
            return target[arc];
        }

        /**
         * Says which link an arc uses.
         *
         * @param arc its number
         * @return the link
         */
        public int link(int arc) {
            return link[arc];
        }
    }
}
