package io.fogatlas.manifests;

import java.util.Set;

/** The kinds of objects that are read. */
final class Kinds {
    /** Those of FogAtlas. */
    static final Set<String> FOGATLAS = Set.of("Region", "Link", "ExternalEndpoint", "FADepl");

    /** Those of Kubernetes' core. */
    static final Set<String> CORE = Set.of("Node", "Pod");

    private Kinds() {}
}
