package io.fogatlas.model.arbitraries;

/** How the data flows of an arbitrary application join its microservices. */
public enum Topology {
    /** Each microservice sends to the next. */
    CHAIN,
    /** Each microservice but the first sends to or receives from one before it. */
    TREE,
    /** A tree with further flows, all from earlier to later microservices. */
    DAG,
    /** A tree with further flows in both directions, also several between the same two. */
    CYCLIC
}
