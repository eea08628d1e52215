package io.fogatlas.model.arbitraries;

/** What an arbitrary application may have besides microservices and data flows. */
public enum ApplicationFeature {
    /** Flows from and to External Endpoints, where the infrastructure has any. */
    ENDPOINTS,
    /** Microservices that must run in certain regions. */
    PINS,
    /** Microservices with several Assignments. */
    SEVERAL_DEMANDS,
    /** Several replicas in one Assignment. */
    REPLICAS,
    /** MIPS instead of a CPU request. */
    MIPS,
    /** Extended resources. */
    EXTENDED_RESOURCES,
    /** Node selectors and node affinities. */
    NODE_SELECTORS,
    /** Tolerations. */
    TOLERATIONS,
    /** Allowed and forbidden regions, tiers, and radii. */
    REGION_CONSTRAINTS,
    /** Required affinities to earlier microservices, to itself or to replicas of others; never such as wait for each other. */
    AFFINITIES,
    /** Required anti-affinities. */
    ANTI_AFFINITIES,
    /** Latency bounds of flows. */
    LATENCY_BOUNDS,
    /** Latency chains. */
    CHAINS
}
