package io.fogatlas.benchmarks.textbook;

import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Term;
import java.util.Set;

/**
 * A score in whole numbers, for solvers that count in integers: one unit is a millionth of the score.
 *
 * @param perBps units for a bit/s on a link; 0 if the network does not count
 * @param perMicro units for a microsecond of a route
 * @param perPriceMicro units for a millionth of the currency
 */
public record CostUnits(long perBps, long perMicro, long perPriceMicro) {
    /** How many units a score of 1 is. */
    public static final double PER_SCORE = 1e6;

    private static final double MICROS_PER_MILLI = 1e3;
    private static final Set<Term> KNOWN = Set.of(Term.NETWORK, Term.LATENCY, Term.COMPUTE);

    /**
     * Converts an objective.
     *
     * @param objective one of network, latency and compute, in weights that give whole units: whole weights, or whole thousandths of the latency
     * @return what each amount costs in units
     * @throws IllegalArgumentException if it cannot be said in whole units
     */
    public static CostUnits of(Objective objective) {
        if (!KNOWN.containsAll(objective.weights().keySet())) {
            throw new IllegalArgumentException("The textbook model does not know the objective '" + objective + "'.");
        }
        return new CostUnits(
                whole(objective.weight(Term.NETWORK), objective),
                whole(objective.weight(Term.LATENCY) * MICROS_PER_MILLI, objective),
                whole(objective.weight(Term.COMPUTE), objective));
    }

    private static long whole(double weight, Objective objective) {
        long rounded = Math.round(weight);
        if (Math.abs(weight - rounded) > 1e-9 || rounded > 1_000_000) {
            throw new IllegalArgumentException(
                    "The textbook model counts in millionths of the score, which the objective '" + objective
                            + "' does not come to. Give whole weights, or whole thousandths of the latency.");
        }
        return rounded;
    }
}
