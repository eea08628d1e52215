package io.fogatlas.model.arbitraries;

/** What an arbitrary infrastructure may have besides regions, links that join them all, and nodes. */
public enum InfrastructureFeature {
    /** Regions that no way leads to: missing, down or directed links where there is no other way. */
    DISCONNECTED,
    /** Several links between the same two regions. */
    PARALLEL_LINKS,
    /** Links that lead one way only. */
    DIRECTED_LINKS,
    /** Links that are down. */
    DOWN_LINKS,
    /** Links from a region to itself. */
    SELF_LINKS,
    /** No node at all, so that compute is unlimited. */
    NO_NODES,
    /** Nodes that are not ready. */
    UNREADY_NODES,
    /** Taints on nodes. */
    TAINTS,
    /** The node labels {@code zone} and {@code generation}. */
    LABELS,
    /** The extended resource {@code example.com/gpu}. */
    EXTENDED_RESOURCES,
    /** Locations of regions and endpoints. */
    LOCATIONS,
    /** Prices of regions. */
    PRICES,
    /** Links of no bandwidth or no latency. */
    ZERO_LINKS
}
