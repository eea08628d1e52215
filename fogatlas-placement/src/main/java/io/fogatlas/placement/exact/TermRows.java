package io.fogatlas.placement.exact;

import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BiFunction;

/** Writes single terms as sums over an {@link ExactModel}, in whole units: bit/s, µs, millionths of currency, regions, replicas, parts. */
final class TermRows {
    private final PlacementProblem problem;
    private final SlotAmounts amounts;
    private final IntegerProgram program;
    private final SlotChoices choices;
    private final List<RouteParts> routes;

    TermRows(PlacementProblem problem, ExactModel model) {
        this.problem = problem;
        amounts = new SlotAmounts(problem);
        program = model.program();
        choices = model.choices();
        routes = model.routes();
    }

    /** Writes a term; adds the variables that it needs. */
    WholeSum of(Term term) {
        return switch (term) {
            case NETWORK -> network();
            case LATENCY -> latency();
            case COMPUTE -> slots(amounts::compute);
            case REGIONS -> regions();
            case MIGRATION -> slots((slot, r) -> BigInteger.valueOf(amounts.migration(slot, r)));
            case BALANCE -> balance();
        };
    }

    private WholeSum network() {
        WholeSum sum = new WholeSum();
        for (RouteParts parts : routes) {
            BigInteger bps = BigInteger.valueOf(parts.leg().bandwidthBps());
            parts.carriers()
                    .forEach(carrier ->
                            sum.add(carrier.variable(), bps.multiply(BigInteger.valueOf(carrier.links().length))));
        }
        return sum;
    }

    private WholeSum latency() {
        WholeSum sum = new WholeSum();
        for (RouteParts parts : routes) {
            parts.carriers()
                    .forEach(carrier -> sum.add(carrier.variable(), BigInteger.valueOf(carrier.latencyMicros())));
        }
        return sum;
    }

    private WholeSum slots(BiFunction<Slot, Integer, BigInteger> amount) {
        WholeSum sum = new WholeSum();
        for (Slot slot : problem.slots()) {
            for (int r = 0; r < problem.network().regions(); r++) {
                Choice choice = choices.of(slot.index(), r);
                if (choice != null) {
                    sum.add(choice, amount.apply(slot, r));
                }
            }
        }
        return sum;
    }

    private WholeSum regions() {
        WholeSum sum = new WholeSum();
        OpenRegions.of(problem, program, choices).forEach(open -> sum.add(open, BigInteger.ONE));
        return sum;
    }

    private WholeSum balance() {
        WholeSum sum = new WholeSum();
        BalanceRows rows = new BalanceRows(problem, program, choices, TermSolver.PARTS);
        rows.excess(routes).ifPresent(excess -> sum.add(excess, BigInteger.ONE));
        sum.addConstant(rows.floor());
        return sum;
    }
}
