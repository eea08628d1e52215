package io.fogatlas.manifests;

/** The two forms of FogAtlas's objects, which share one API version. */
enum Generation {
    /** Numbers are integers: int32 for bandwidth in bit/s and latency in ms. */
    A,
    /** Numbers are Quantities. */
    B
}
