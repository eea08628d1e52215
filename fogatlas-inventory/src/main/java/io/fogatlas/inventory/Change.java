package io.fogatlas.inventory;

import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import java.util.Objects;

/** A change of what exists, or of what is taken by holders whom the inventory does not know by name. */
public sealed interface Change {
    /** The kinds of things that exist. */
    enum Kind {
        /** A region. */
        REGION,
        /** A Compute Node. */
        NODE,
        /** A link. */
        LINK,
        /** An external endpoint. */
        ENDPOINT
    }

    /**
     * Adds a region, or replaces the one with its id.
     *
     * @param region the region
     */
    record PutRegion(Region region) implements Change {
        /**
         * Checks that it is there.
         *
         * @param region the region
         */
        public PutRegion {
            Objects.requireNonNull(region, "region");
        }
    }

    /**
     * Adds a node, or replaces the one with its name.
     *
     * @param node the node
     */
    record PutNode(ComputeNode node) implements Change {
        /**
         * Checks that it is there.
         *
         * @param node the node
         */
        public PutNode {
            Objects.requireNonNull(node, "node");
        }
    }

    /**
     * Adds a link, or replaces the one with its id. A bandwidth below what is taken is legal and reported as over-commitment.
     *
     * @param link the link
     */
    record PutLink(Link link) implements Change {
        /**
         * Checks that it is there.
         *
         * @param link the link
         */
        public PutLink {
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * Adds an endpoint, or replaces the one with its id.
     *
     * @param endpoint the endpoint
     */
    record PutEndpoint(ExternalEndpoint endpoint) implements Change {
        /**
         * Checks that it is there.
         *
         * @param endpoint the endpoint
         */
        public PutEndpoint {
            Objects.requireNonNull(endpoint, "endpoint");
        }
    }

    /**
     * Takes something out. What is reserved of it stays reserved and is reported as over-commitment. The last node of all cannot be
     * taken out, since compute counts as unlimited where there is no node: mark it down.
     *
     * @param kind what it is
     * @param id its id or name
     */
    record Remove(Kind kind, String id) implements Change {
        /**
         * Checks that nothing is missing.
         *
         * @param kind what it is
         * @param id its id
         */
        public Remove {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * Says that something works, or that it does not: a link is up or down, a node ready or not, a region all its nodes and all links
     * that end in it.
     *
     * @param kind what it is; not an endpoint
     * @param id its id or name
     * @param up whether it works
     */
    record Mark(Kind kind, String id, boolean up) implements Change {
        /**
         * Checks the kind.
         *
         * @param kind what it is
         * @param id its id
         * @param up whether it works
         * @throws IllegalArgumentException if it is an endpoint
         */
        public Mark {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
            if (kind == Kind.ENDPOINT) {
                throw new IllegalArgumentException(
                        "External endpoint '" + id + "' cannot be marked up or down; remove it, or mark its region.");
            }
        }
    }

    /**
     * Says what a link was measured to carry now. Less than is reserved is legal and reported as over-commitment.
     *
     * @param link the link's id
     * @param bandwidthBps its bandwidth in bit/s, taken or not
     * @param latencyMicros its latency in microseconds
     */
    record Measure(String link, long bandwidthBps, long latencyMicros) implements Change {
        /**
         * Checks that it is there.
         *
         * @param link the link's id
         * @param bandwidthBps its bandwidth
         * @param latencyMicros its latency
         */
        public Measure {
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * Says what is taken by holders whom the inventory does not know by name, in the place of what was said of them before.
     *
     * @param holding what they take in all
     */
    record TakeByOthers(Holding holding) implements Change {
        /**
         * Checks that it is there.
         *
         * @param holding what they take
         */
        public TakeByOthers {
            Objects.requireNonNull(holding, "holding");
        }
    }

    /**
     * Works out what exists afterwards.
     *
     * @param before what exists
     * @return what exists then
     * @throws io.fogatlas.model.InvalidModelException if the change names what is not there, or takes out what others need
     */
    default Infrastructure applyTo(Infrastructure before) {
        return InfrastructureChange.of(before, this);
    }
}
