package io.fogatlas.placement.change;

import java.util.Locale;
import java.util.Objects;

/** Something that may happen to a running system. */
public sealed interface Event {
    /** The largest factor by which flows may be scaled. */
    double MAX_FACTOR = 1_000_000;

    /**
     * Says what happens.
     *
     * @return a few words, such as {@code region 'a' is down}
     */
    String text();

    /**
     * A region is lost, with its nodes, its external endpoints and all links from and to it.
     *
     * @param region the region's id
     */
    record RegionDown(String region) implements Event {
        /**
         * Checks that nothing is missing.
         *
         * @param region the region's id
         */
        public RegionDown {
            Objects.requireNonNull(region, "region");
        }

        @Override
        public String text() {
            return "region '" + region + "' is down";
        }
    }

    /**
     * A link is lost.
     *
     * @param link the link's id
     */
    record LinkDown(String link) implements Event {
        /**
         * Checks that nothing is missing.
         *
         * @param link the link's id
         */
        public LinkDown {
            Objects.requireNonNull(link, "link");
        }

        @Override
        public String text() {
            return "link '" + link + "' is down";
        }
    }

    /**
     * A Compute Node is lost.
     *
     * @param node the node's name
     */
    record NodeDown(String node) implements Event {
        /**
         * Checks that nothing is missing.
         *
         * @param node the node's name
         */
        public NodeDown {
            Objects.requireNonNull(node, "node");
        }

        @Override
        public String text() {
            return "node '" + node + "' is down";
        }
    }

    /**
     * Every data flow takes more bandwidth, or less.
     *
     * @param factor how many times as much, rounded up to whole bit/s
     */
    record FlowsScaled(double factor) implements Event {
        /**
         * Checks the factor.
         *
         * @param factor how many times as much
         * @throws IllegalArgumentException if it is not above 0, or above {@link #MAX_FACTOR}
         */
        public FlowsScaled {
            if (!(factor > 0 && factor <= MAX_FACTOR)) {
                throw new IllegalArgumentException(
                        "Flows can be scaled by a factor above 0 and up to 1000000, but not by " + factor + ".");
            }
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "every data flow takes %s times its bandwidth", factor);
        }
    }
}
