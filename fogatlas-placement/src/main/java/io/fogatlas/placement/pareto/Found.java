package io.fogatlas.placement.pareto;

import io.fogatlas.placement.Decision;

/** A placement that was found, with the amount of each term in whole units. */
final class Found {
    private final Decision decision;
    private final long[] amounts;
    private final boolean proved;

    Found(Decision decision, long[] amounts, boolean proved) {
        this.decision = decision;
        this.amounts = amounts.clone();
        this.proved = proved;
    }

    Decision decision() {
        return decision;
    }

    long amount(int term) {
        return amounts[term];
    }

    /** A copy of the amounts. */
    long[] amounts() {
        return amounts.clone();
    }

    /** Whether it was the best of a weighted sum of all terms, so that none is better in one term and as good in the others. */
    boolean isProved() {
        return proved;
    }

    /** Whether it is at least as good in every term. */
    boolean covers(Found other) {
        return SearchZones.isWithin(amounts, other.amounts);
    }
}
