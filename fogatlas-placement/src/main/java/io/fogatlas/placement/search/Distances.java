package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many links and how much time lie at least between regions, whatever is free: worked out by region when it is first asked for, and
 * kept as long as memory allows.
 *
 * <p>Not thread-safe.
 */
public final class Distances {
    /** About 100 MB; above that everything is forgotten and begun anew. */
    private static final long MOST_ENTRIES = 8_000_000;

    private final Network network;
    private final RouteSearch search;
    private final long[] nothingNeeded;
    private final @Nullable Row[] from;
    private final @Nullable Row[] to;
    private long entries;

    /** The distances between one region and all others. */
    public static final class Row {
        private final int[] links;
        private final long[] micros;

        private Row(int regions) {
            links = new int[regions];
            micros = new long[regions];
            Arrays.fill(links, Integer.MAX_VALUE);
            Arrays.fill(micros, Long.MAX_VALUE);
        }

        /**
         * Counts links.
         *
         * @param region the other region
         * @return how many links a path passes at least; {@link Integer#MAX_VALUE} if there is no path
         */
        public int links(int region) {
            return links[region];
        }

        /**
         * Adds up time.
         *
         * @param region the other region
         * @return how long a path takes at least, in microseconds; {@link Long#MAX_VALUE} if there is no path
         */
        public long micros(int region) {
            return micros[region];
        }
    }

    /**
     * Starts without any distances.
     *
     * @param network the regions and links
     */
    public Distances(Network network) {
        this.network = network;
        search = new RouteSearch(network);
        nothingNeeded = new long[network.links()];
        from = new Row[network.regions()];
        to = network.forward() == network.backward() ? from : new Row[network.regions()];
    }

    /**
     * Gives the distances of flows that start in a region.
     *
     * @param region the region
     * @return the distances to all others
     */
    public Row from(int region) {
        return row(from, region, RouteSearch.Direction.FORWARD);
    }

    /**
     * Gives the distances of flows that end in a region.
     *
     * @param region the region
     * @return the distances from all others
     */
    public Row to(int region) {
        return row(to, region, RouteSearch.Direction.BACKWARD);
    }

    private Row row(@Nullable Row[] rows, int region, RouteSearch.Direction direction) {
        Row known = rows[region];
        if (known != null) {
            return known;
        }
        entries += network.regions();
        if (entries > MOST_ENTRIES) {
            Arrays.fill(from, null);
            Arrays.fill(to, null);
            entries = network.regions();
        }
        Row row = new Row(network.regions());
        start(direction, region, /* perLink= */ 1, /* perMicro= */ 0);
        for (int next = search.next(Double.MAX_VALUE); next >= 0; next = search.next(Double.MAX_VALUE)) {
            row.links[next] = (int) search.cost(next);
        }
        start(direction, region, /* perLink= */ 0, /* perMicro= */ 1);
        for (int next = search.next(Double.MAX_VALUE); next >= 0; next = search.next(Double.MAX_VALUE)) {
            row.micros[next] = search.latencyMicros(next);
        }
        rows[region] = row;
        return row;
    }

    private void start(RouteSearch.Direction direction, int region, double perLink, double perMicro) {
        search.start(
                direction,
                nothingNeeded,
                new RouteSearch.Demand(/* bandwidthBps= */ 0, perLink, perMicro, Leg.UNBOUNDED),
                link -> 0);
        search.from(region);
    }

    /**
     * Counts the work done so far.
     *
     * @return the number of labels expanded
     */
    public long steps() {
        return search.steps();
    }
}
