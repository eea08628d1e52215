package io.fogatlas.placement.search;

/**
 * A sum of products that are added and taken off again without ever being rounded, in 128 bits: what was added and then taken off leaves
 * no trace.
 */
final class ExactTotal {
    private static final double TWO_TO_64 = 0x1p64;

    private long high;
    private long low;

    /** Adds {@code a × b}; to take it off, one of them is negated. */
    void add(long a, long b) {
        addWide(Math.multiplyHigh(a, b), a * b);
    }

    /** Adds {@code a × b × c} for {@code a} and {@code b} that are not negative. */
    void add(long a, long b, int c) {
        long productHigh = Math.multiplyHigh(a, b);
        long productLow = a * b;
        // The low half is without a sign: what multiplyHigh makes of its top bit is put right.
        long carried = Math.multiplyHigh(productLow, c) + (productLow < 0 ? c : 0);
        addWide(productHigh * c + carried, productLow * c);
    }

    private void addWide(long moreHigh, long moreLow) {
        low += moreLow;
        high += moreHigh + (Long.compareUnsigned(low, moreLow) < 0 ? 1 : 0);
    }

    /** The sum, rounded once. */
    double value() {
        if (high == 0 && low >= 0) {
            return low;
        }
        // The low half is without a sign: halved it fits, and the bit that falls off still rounds.
        return high * TWO_TO_64 + ((low >>> 1) | (low & 1)) * 2.0;
    }

    boolean isSame(ExactTotal other) {
        return high == other.high && low == other.low;
    }
}
