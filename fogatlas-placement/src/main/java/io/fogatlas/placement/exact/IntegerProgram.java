package io.fogatlas.placement.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows over integer variables, in no solver's own form, so that one solver can check another. Mutable while it is built.
 *
 * <p>All amounts stay so small that no solver's sums overflow. Where the amounts of a row are too large for that even when divided by what
 * they have in common, the row is rounded so that everything that was allowed still is, and {@link #isRelaxed} says so: bounds and
 * infeasibility stay proved, but a solution must be checked.
 */
final class IntegerProgram {
    /** What the terms of a row may add up to at most. */
    static final long MOST_ACTIVITY = 1L << 60;

    private static final int[] ALWAYS = {};

    /** A row: the sum of variables × coefficients is from {@code low} to {@code high}, if all enforcers are 1. */
    static final class Row {
        private final int[] variables;
        private final long[] coefficients;
        private final long low;
        private final long high;
        private final int[] enforcers;

        Row(int[] variables, long[] coefficients, long low, long high, int[] enforcers) {
            this.variables = variables;
            this.coefficients = coefficients;
            this.low = low;
            this.high = high;
            this.enforcers = enforcers;
        }

        int[] variables() {
            return variables;
        }

        boolean isKeptBy(long[] values) {
            for (int enforcer : enforcers) {
                if (values[enforcer] == 0) {
                    return true;
                }
            }
            long sum = 0;
            for (int i = 0; i < variables.length; i++) {
                sum += coefficients[i] * values[variables[i]];
            }
            return sum >= low && sum <= high;
        }

        long[] coefficients() {
            return coefficients;
        }

        /** The least sum; {@link Long#MIN_VALUE} if there is none. */
        long low() {
            return low;
        }

        /** The greatest sum; {@link Long#MAX_VALUE} if there is none. */
        long high() {
            return high;
        }

        /** The 0/1 variables that make the row hold; none if it always does. */
        int[] enforcers() {
            return enforcers;
        }
    }

    private long[] lower = new long[64];
    private long[] upper = new long[64];
    private int[] seenAt = new int[64];
    private int variables;
    private final List<Row> rows = new ArrayList<>();
    private boolean relaxed;

    IntegerProgram() {}

    /** Copies a program, to add rows to the copy. */
    IntegerProgram(IntegerProgram other) {
        lower = other.lower.clone();
        upper = other.upper.clone();
        seenAt = other.seenAt.clone();
        variables = other.variables;
        rows.addAll(other.rows);
        relaxed = other.relaxed;
    }

    int variable(long low, long high) {
        if (variables == lower.length) {
            lower = Arrays.copyOf(lower, 2 * variables);
            upper = Arrays.copyOf(upper, 2 * variables);
            seenAt = Arrays.copyOf(seenAt, 2 * variables);
        }
        lower[variables] = low;
        upper[variables] = high;
        return variables++;
    }

    int binary() {
        return variable(0, 1);
    }

    int variables() {
        return variables;
    }

    long lower(int variable) {
        return lower[variable];
    }

    long upper(int variable) {
        return upper[variable];
    }

    List<Row> rows() {
        return rows;
    }

    boolean isRelaxed() {
        return relaxed;
    }

    void markRelaxed() {
        relaxed = true;
    }

    void equal(Terms terms, long value) {
        add(terms, value, value, ALWAYS);
    }

    void atLeast(Terms terms, long low) {
        add(terms, low, Long.MAX_VALUE, ALWAYS);
    }

    void atMost(Terms terms, long high) {
        add(terms, Long.MIN_VALUE, high, ALWAYS);
    }

    void atLeastIf(Terms terms, long low, int[] enforcers) {
        add(terms, low, Long.MAX_VALUE, enforcers);
    }

    void atMostIf(Terms terms, long high, int[] enforcers) {
        add(terms, Long.MIN_VALUE, high, enforcers);
    }

    /** Says that nothing is a solution. */
    void contradict() {
        equal(new Terms(), 1);
    }

    private void add(Terms terms, long low, long high, int[] enforcers) {
        Terms once = terms.merged(seenAt);
        rows.add(new Row(
                once.variables(),
                once.coefficients(),
                low == Long.MIN_VALUE ? low : low - terms.constant(),
                high == Long.MAX_VALUE ? high : high - terms.constant(),
                enforcers));
    }

    /**
     * Adds a row that holds amounts below a capacity. A variable that alone would take too much is lowered; a row that can never be
     * broken is left out.
     *
     * @param mayRepeat variables and amounts, none negative
     * @param capacity what there is; if negative, nothing is a solution
     */
    void capacity(Terms mayRepeat, long capacity) {
        Terms terms = mayRepeat.merged(seenAt);
        long left = capacity - terms.constant();
        if (left < 0) {
            contradict();
            return;
        }
        Terms within = new Terms();
        BigInteger sum = BigInteger.ZERO;
        long divisor = 0;
        for (int i = 0; i < terms.size(); i++) {
            long amount = terms.coefficient(i);
            int variable = terms.variable(i);
            if (amount > 0) {
                upper[variable] = Math.min(upper[variable], left / amount);
                if (upper[variable] > 0) {
                    within.add(variable, amount);
                    sum = sum.add(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(upper[variable])));
                    divisor = gcd(divisor, amount);
                }
            }
        }
        if (sum.compareTo(BigInteger.valueOf(left)) <= 0) {
            return;
        }
        int shift = Math.max(0, sum.divide(BigInteger.valueOf(divisor)).bitLength() - 60);
        relaxed |= shift > 0;
        Terms scaled = new Terms();
        for (int i = 0; i < within.size(); i++) {
            long amount = (within.coefficient(i) / divisor) >> shift;
            if (amount > 0) {
                scaled.add(within.variable(i), amount);
            }
        }
        long room = left / divisor;
        atMost(scaled, shift == 0 ? room : (room >> shift) + 1);
    }

    /** Says whether values are within their bounds and keep all rows. */
    boolean isSolvedBy(long[] values) {
        for (int variable = 0; variable < variables; variable++) {
            if (values[variable] < lower[variable] || values[variable] > upper[variable]) {
                return false;
            }
        }
        return rows.stream().allMatch(row -> row.isKeptBy(values));
    }

    static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
