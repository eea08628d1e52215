package io.fogatlas.placement.decomposition;

/** A way to route a leg. */
final class ListedRoute {
    private final int source;
    private final int target;
    private final int[] links;
    private final long latencyMicros;

    ListedRoute(int source, int target, int[] links, long latencyMicros) {
        this.source = source;
        this.target = target;
        this.links = links;
        this.latencyMicros = latencyMicros;
    }

    /** The region it starts in. */
    int source() {
        return source;
    }

    /** The region it ends in. */
    int target() {
        return target;
    }

    /** Its links in the direction of flow; to be read, never changed. */
    int[] links() {
        return links;
    }

    long latencyMicros() {
        return latencyMicros;
    }
}
