package io.fogatlas.placement.exact;

/** A part of a leg's route that is taken or not: one arc, or a whole route. */
final class Carrier {
    private final int variable;
    private final int from;
    private final int to;
    private final int[] links;
    private final long latencyMicros;

    Carrier(int variable, int from, int to, int[] links, long latencyMicros) {
        this.variable = variable;
        this.from = from;
        this.to = to;
        this.links = links;
        this.latencyMicros = latencyMicros;
    }

    /** The 0/1 variable that says whether it is taken. */
    int variable() {
        return variable;
    }

    /** The region it starts in. */
    int from() {
        return from;
    }

    /** The region it ends in. */
    int to() {
        return to;
    }

    /** The links it passes, in the direction of flow; not to be changed. */
    int[] links() {
        return links;
    }

    /** How long it takes. */
    long latencyMicros() {
        return latencyMicros;
    }
}
