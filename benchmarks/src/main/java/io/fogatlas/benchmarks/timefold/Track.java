package io.fogatlas.benchmarks.timefold;

/**
 * A link that is up.
 *
 * @param index its position among all
 * @param id the link's id
 * @param bps its bandwidth in bit/s, both directions together
 * @param latencyMicros its latency in microseconds
 * @param usual what to weigh an overload with
 */
record Track(int index, String id, long bps, long latencyMicros, Overload usual) {
    /** What it weighs that more is taken than there is; 0 if it is not. */
    long overload(long taken) {
        return usual.bandwidth(taken - bps);
    }

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
