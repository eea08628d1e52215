package io.fogatlas.placement.verification;

/**
 * Adds and multiplies amounts that are not negative, and stops at {@link Long#MAX_VALUE} instead of overflowing. Every limit is at
 * most {@link io.fogatlas.model.Problems#MAX_AMOUNT}, so a sum that was stopped is above it all the same.
 */
final class Sums {
    private Sums() {}

    static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
