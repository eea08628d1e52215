package io.fogatlas.placement.verification;

import java.math.BigInteger;

/** Adds up products of amounts without rounding; in a {@code long} as long as that holds them. */
final class ExactSum {
    private long sum;
    private BigInteger rest = BigInteger.ZERO;

    void add(long a, long b) {
        long product = a * b;
        if (Math.multiplyHigh(a, b) == 0 && product >= 0 && sum + product >= 0) {
            sum += product;
        } else {
            rest = rest.add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
        }
    }

    void add(long a, long b, long c) {
        long product = Sums.times(a, b);
        if (product < Long.MAX_VALUE) {
            add(product, c);
        } else {
            rest = rest.add(
                    BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).multiply(BigInteger.valueOf(c)));
        }
    }

    /** The sum in a larger unit. */
    double dividedBy(double unit) {
        return (rest.signum() == 0 ? sum : rest.add(BigInteger.valueOf(sum)).doubleValue()) / unit;
    }
}
