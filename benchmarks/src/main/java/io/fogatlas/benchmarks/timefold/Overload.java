package io.fogatlas.benchmarks.timefold;

/**
 * Weighs what breaks a rule, so that a millicore, a byte, a bit/s and a microsecond too many compare: each is counted in thousandths of what is
 * usual in the request.
 *
 * @param cpuMillis the usual CPU of a microservice, in millicores
 * @param memoryBytes its usual memory
 * @param bps the usual bandwidth of a flow, in bit/s
 * @param micros the usual latency bound of a flow, in microseconds
 */
record Overload(long cpuMillis, long memoryBytes, long bps, long micros) {
    /** What a flow weighs that has no path at all. */
    static final long NO_WAY = 1_000_000;

    long cpu(long overMillis) {
        return weighed(overMillis, cpuMillis);
    }

    long memory(long overBytes) {
        return weighed(overBytes, memoryBytes);
    }

    long slots(long over) {
        return weighed(over, 1);
    }

    long bandwidth(long overBps) {
        return weighed(overBps, bps);
    }

    long latency(long overMicros) {
        return weighed(overMicros, micros);
    }

    private static long weighed(long over, long usual) {
        return over <= 0 ? 0 : (long) Math.ceil(over * 1000.0 / Math.max(1, usual));
    }
}
