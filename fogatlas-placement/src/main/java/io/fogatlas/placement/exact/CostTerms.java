package io.fogatlas.placement.exact;

import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each choice costs, exactly: weights are taken as the decimals they are written as, amounts are whole. */
final class CostTerms {
    private static final long MOST_PARTS = 1_000_000_000_000L;

    private final PlacementProblem problem;
    private final IntegerProgram program;
    private final SlotChoices choices;
    private final SlotAmounts amounts;
    private final Objective objective;
    private final Map<Integer, BigDecimal> costs = new TreeMap<>();
    private BigDecimal grain = BigDecimal.ZERO;
    /** What is paid in any case. */
    private BigDecimal constant = BigDecimal.ZERO;

    CostTerms(PlacementProblem problem, IntegerProgram program, SlotChoices choices) {
        this.problem = problem;
        this.program = program;
        this.choices = choices;
        amounts = new SlotAmounts(problem);
        objective = problem.request().objective();
    }

    /** The weight of a term for one of the units in which amounts are counted. */
    private BigDecimal weight(Term term, int digits) {
        return BigDecimal.valueOf(objective.weight(term)).movePointLeft(digits);
    }

    private void add(int variable, BigDecimal cost) {
        if (cost.signum() > 0) {
            costs.merge(variable, cost, BigDecimal::add);
        }
    }

    private void add(Choice choice, BigDecimal cost) {
        if (choice.isCertain()) {
            constant = constant.add(cost);
        } else {
            add(choice.variable(), cost);
        }
    }

    Map<Integer, BigDecimal> costs() {
        return costs;
    }

    BigDecimal constant() {
        return constant;
    }

    void routes(List<RouteParts> all) {
        BigDecimal perBps = weight(Term.NETWORK, 6);
        BigDecimal perMicro = weight(Term.LATENCY, 3);
        for (RouteParts routes : all) {
            BigDecimal perLink = perBps.multiply(BigDecimal.valueOf(routes.leg().bandwidthBps()));
            for (Carrier carrier : routes.carriers()) {
                add(
                        carrier.variable(),
                        perLink.multiply(BigDecimal.valueOf(carrier.links().length))
                                .add(perMicro.multiply(BigDecimal.valueOf(carrier.latencyMicros()))));
            }
        }
    }

    void slots() {
        BigDecimal perPriceMicro = weight(Term.COMPUTE, 6);
        BigDecimal perMove = weight(Term.MIGRATION, 0);
        for (Slot slot : problem.slots()) {
            for (int r = 0; r < problem.network().regions(); r++) {
                Choice choice = choices.of(slot.index(), r);
                if (choice != null) {
                    add(
                            choice,
                            perPriceMicro
                                    .multiply(new BigDecimal(amounts.compute(slot, r)))
                                    .add(perMove.multiply(BigDecimal.valueOf(amounts.migration(slot, r)))));
                }
            }
        }
    }

    void regions() {
        BigDecimal perRegion = weight(Term.REGIONS, 0);
        if (perRegion.signum() == 0) {
            return;
        }
        OpenRegions.of(problem, program, choices).forEach(open -> add(open, perRegion));
    }

    /** The highest utilisation, in parts so small that rounding to parts does not matter next to the other costs. To be called last. */
    void balance(List<RouteParts> routes) {
        BigDecimal perUtilisation = weight(Term.BALANCE, 0);
        if (perUtilisation.signum() > 0) {
            long one = one(perUtilisation);
            BalanceRows rows = new BalanceRows(problem, program, choices, one);
            BigDecimal perPart = perUtilisation.divide(BigDecimal.valueOf(one));
            rows.excess(routes).ifPresent(excess -> {
                add(excess, perPart);
                grain = perPart;
            });
            constant = constant.add(perPart.multiply(new BigDecimal(rows.floor())));
        }
    }

    /** How many parts make one: a power of ten, so that all costs together are not too many times what one part costs. */
    private long one(BigDecimal perUtilisation) {
        BigDecimal sum = perUtilisation;
        for (Map.Entry<Integer, BigDecimal> entry : costs.entrySet()) {
            sum = sum.add(entry.getValue().multiply(BigDecimal.valueOf(program.upper(entry.getKey()))));
        }
        BigDecimal most = perUtilisation
                .multiply(BigDecimal.valueOf(1L << (WholeCosts.MOST_BITS - 2)))
                .divide(sum, MathContext.DECIMAL64);
        long one = 1;
        while (one < MOST_PARTS && BigDecimal.valueOf(10 * one).compareTo(most) <= 0) {
            one *= 10;
        }
        return one;
    }

    /** A cost that should be a multiple of the unit in which costs are counted; 0 if there is none. */
    BigDecimal grain() {
        return grain;
    }
}
