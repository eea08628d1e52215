package io.fogatlas.placement.exact;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** How much of a term a solution has: a constant and variables with whole factors, none negative, however large. Mutable. */
final class WholeSum {
    /** What the steps of a sum may add up to at most. */
    private static final int MOST_BITS = 50;

    private final Map<Integer, BigInteger> factors = new TreeMap<>();
    private BigInteger constant = BigInteger.ZERO;

    void add(int variable, BigInteger factor) {
        if (factor.signum() > 0) {
            factors.merge(variable, factor, BigInteger::add);
        }
    }

    void add(Choice choice, BigInteger factor) {
        if (choice.isCertain()) {
            addConstant(factor);
        } else {
            add(choice.variable(), factor);
        }
    }

    void addConstant(BigInteger amount) {
        constant = constant.add(amount);
    }

    /** Counts in steps: the largest amount that all factors are multiples of. */
    Steps inSteps(IntegerProgram program) {
        BigInteger step = BigInteger.ZERO;
        BigInteger most = BigInteger.ZERO;
        for (Map.Entry<Integer, BigInteger> entry : factors.entrySet()) {
            step = step.gcd(entry.getValue());
            most = most.add(entry.getValue().multiply(BigInteger.valueOf(program.upper(entry.getKey()))));
        }
        step = step.max(BigInteger.ONE);
        boolean exact = most.divide(step).bitLength() <= MOST_BITS;
        BigInteger size = exact ? step : most.shiftRight(MOST_BITS).add(BigInteger.ONE);
        Terms terms = new Terms();
        factors.forEach(
                (variable, factor) -> terms.add(variable, factor.divide(size).longValueExact()));
        return new Steps(terms, most.divide(size).longValueExact(), size, constant, exact);
    }

    /**
     * A sum in steps.
     *
     * @param terms how many steps
     * @param most how many there can be
     * @param size the amount of one step
     * @param constant the amount in any case
     * @param exact whether no factor had to be rounded; they are rounded down
     */
    record Steps(Terms terms, long most, BigInteger size, BigInteger constant, boolean exact) {
        /** The most steps that make no more than an amount; negative if even none makes more. */
        long within(long amount) {
            BigInteger left = BigInteger.valueOf(amount).subtract(constant);
            return left.signum() < 0
                    ? -1
                    : left.divide(size).min(BigInteger.valueOf(most)).longValueExact();
        }

        /** The least amount of whole steps that is no less than an amount; the same amount if steps are rounded. */
        long atLeast(long amount) {
            BigInteger above = BigInteger.valueOf(amount).subtract(constant);
            if (!exact || above.signum() <= 0) {
                return exact ? amount(0) : amount;
            }
            BigInteger steps = above.add(size).subtract(BigInteger.ONE).divide(size);
            return constant.add(size.multiply(steps))
                    .min(BigInteger.valueOf(Long.MAX_VALUE))
                    .longValueExact();
        }

        /** The amount of so many steps, or as large as a number can be. */
        long amount(long steps) {
            return constant.add(size.multiply(BigInteger.valueOf(steps)))
                    .min(BigInteger.valueOf(Long.MAX_VALUE))
                    .longValueExact();
        }
    }
}
