package io.fogatlas.placement.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The objective as whole numbers. The unit is the largest that all costs are multiples of; if the sum of all costs would then be too large
 * for solvers, it is coarser, and costs are rounded down, so that a bound stays a bound.
 */
final class WholeCosts {
    /** What all costs may add up to at most. */
    static final int MOST_BITS = 58;

    /** Rounding of doubles on the way between units; far below what counts as a difference between scores. */
    private static final double ROUNDING = 1e-14;

    private final long[] costs;
    private final BigDecimal unit;
    private final BigDecimal constant;

    /**
     * Scales.
     *
     * @param program says how large each variable can be, and how many there are
     * @param terms what each variable costs, in units of the score
     */
    WholeCosts(IntegerProgram program, CostTerms terms) {
        Map<Integer, BigDecimal> exact = terms.costs();
        constant = terms.constant();
        int scale = 0;
        for (BigDecimal cost : exact.values()) {
            scale = Math.max(scale, cost.stripTrailingZeros().scale());
        }
        BigInteger divisor = BigInteger.ZERO;
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Integer, BigDecimal> entry : exact.entrySet()) {
            BigInteger cost = entry.getValue().movePointRight(scale).toBigIntegerExact();
            divisor = divisor.gcd(cost);
            sum = sum.add(cost.multiply(BigInteger.valueOf(program.upper(entry.getKey()))));
        }
        divisor = divisor.max(BigInteger.ONE);
        if (sum.divide(divisor).bitLength() > MOST_BITS) {
            BigInteger grain = terms.grain().movePointRight(scale).toBigInteger();
            divisor = sum.shiftRight(MOST_BITS).add(BigInteger.ONE).max(grain);
        }
        unit = new BigDecimal(divisor).movePointLeft(scale);
        costs = new long[program.variables()];
        for (Map.Entry<Integer, BigDecimal> entry : exact.entrySet()) {
            costs[entry.getKey()] = entry.getValue()
                    .movePointRight(scale)
                    .toBigIntegerExact()
                    .divide(divisor)
                    .longValueExact();
        }
    }

    /** The cost of each variable, in whole units. */
    long[] byVariable() {
        return costs;
    }

    /** A score that nothing is below which costs at least so many units. */
    double scoreOf(double units) {
        double score =
                new BigDecimal(Math.max(0, units)).multiply(unit).add(constant).doubleValue();
        return score - Math.abs(score) * ROUNDING;
    }

    /** The most units that something with a lower score can cost; at most {@code 2^62}; negative if nothing can. */
    long unitsBelow(double score) {
        if (!(score < Double.MAX_VALUE)) {
            return 1L << 62;
        }
        BigInteger units = new BigDecimal(score)
                .subtract(constant)
                .divide(unit, 0, RoundingMode.FLOOR)
                .toBigInteger();
        return units.max(BigInteger.ONE.negate())
                .min(BigInteger.ONE.shiftLeft(62))
                .longValueExact();
    }
}
