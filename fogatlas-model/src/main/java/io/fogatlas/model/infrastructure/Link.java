package io.fogatlas.model.infrastructure;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.Optional;

/**
 * Joins two regions. Its bandwidth is shared by both directions and by all flows; a directed link carries flows from
 * {@code regionA} to {@code regionB} only. Two regions may be joined by several links. A link from a region to itself is legal
 * and never used, since a route is a simple path.
 *
 * @param id what decisions call it by
 * @param regionA one end; of a directed link its start
 * @param regionB the other end
 * @param bandwidthBps its bandwidth in bit/s, taken or not
 * @param latencyMicros the time a bit takes from end to end, in microseconds
 * @param up whether it can be used
 * @param directed whether it leads from {@code regionA} to {@code regionB} only
 */
public record Link(
        String id,
        String regionA,
        String regionB,
        long bandwidthBps,
        long latencyMicros,
        boolean up,
        boolean directed) {
    /**
     * Checks the values.
     *
     * @param id its id
     * @param regionA one end
     * @param regionB the other end
     * @param bandwidthBps bandwidth in bit/s
     * @param latencyMicros latency in microseconds
     * @param up whether it can be used
     * @param directed whether it leads one way only
     * @throws InvalidModelException if an id is blank or an amount negative or too large
     */
    public Link {
        Problems problems = new Problems();
        problems.text("Link", id, "id", id);
        problems.text("Link", id, "regionA", regionA);
        problems.text("Link", id, "regionB", regionB);
        problems.amount("Link", id, "bandwidthBps", bandwidthBps, 0);
        problems.amount("Link", id, "latencyMicros", latencyMicros, 0);
        problems.throwIfAny();
    }

    /**
     * Starts building an undirected link that is up, with no bandwidth and no latency yet.
     *
     * @param id its id
     * @param regionA one end
     * @param regionB the other end
     * @return a builder
     */
    public static Builder builder(String id, String regionA, String regionB) {
        return new Builder(id, regionA, regionB);
    }

    /**
     * Says where a flow comes out that enters the link at a region.
     *
     * @param region the region where it enters
     * @return the region at the other end; empty if the link cannot be entered there
     */
    public Optional<String> exitFrom(String region) {
        if (region.equals(regionA)) {
            return Optional.of(regionB);
        }
        return region.equals(regionB) && !directed ? Optional.of(regionA) : Optional.empty();
    }

    /** Builds a {@link Link}; reusable, not thread-safe. */
    public static final class Builder {
        private final String id;
        private final String regionA;
        private final String regionB;
        private long bandwidthBps;
        private long latencyMicros;
        private boolean up = true;
        private boolean directed;

        private Builder(String id, String regionA, String regionB) {
            this.id = id;
            this.regionA = regionA;
            this.regionB = regionB;
        }

        /**
         * Sets the bandwidth.
         *
         * @param value bit/s
         * @return this builder
         */
        public Builder bandwidthBps(long value) {
            bandwidthBps = value;
            return this;
        }

        /**
         * Sets the latency.
         *
         * @param value microseconds
         * @return this builder
         */
        public Builder latencyMicros(long value) {
            latencyMicros = value;
            return this;
        }

        /**
         * Sets whether the link can be used.
         *
         * @param value whether it is up
         * @return this builder
         */
        public Builder up(boolean value) {
            up = value;
            return this;
        }

        /**
         * Sets whether the link leads one way only.
         *
         * @param value whether it leads from the first region to the second only
         * @return this builder
         */
        public Builder directed(boolean value) {
            directed = value;
            return this;
        }

        /**
         * Builds the link.
         *
         * @return the link
         * @throws InvalidModelException if a value is out of its range
         */
        public Link build() {
            return new Link(id, regionA, regionB, bandwidthBps, latencyMicros, up, directed);
        }
    }
}
