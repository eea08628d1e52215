package io.fogatlas.placement.exact;

import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each choice costs, exactly: weights are taken as the decimals they are written as, amounts are whole. */
final class CostTerms {
    private final PlacementProblem problem;
    private final IntegerProgram program;
    private final SlotChoices choices;
    private final Objective objective;
    private final Map<Integer, BigDecimal> costs = new TreeMap<>();
    /** What is paid in any case. */
    private BigDecimal constant = BigDecimal.ZERO;

    CostTerms(PlacementProblem problem, IntegerProgram program, SlotChoices choices) {
        this.problem = problem;
        this.program = program;
        this.choices = choices;
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
                    Region region = problem.hosts().region(r);
                    BigDecimal price = BigDecimal.valueOf(region.priceMicrosPerMips())
                            .multiply(BigDecimal.valueOf(
                                    slot.service().microservice().requirements().mipsIn(region)))
                            .multiply(BigDecimal.valueOf(slot.replicas()));
                    add(choice, perPriceMicro.multiply(price).add(perMove.multiply(moved(slot, region.id()))));
                }
            }
        }
    }

    private BigDecimal moved(Slot slot, String region) {
        List<Assignment> now = problem.request()
                .current()
                .map((Placement current) ->
                        current.of(slot.service().microservice().name()))
                .orElse(List.of());
        long there = now.stream()
                .filter(assignment -> assignment.region().equals(region))
                .mapToLong(Assignment::replicas)
                .sum();
        return now.isEmpty() ? BigDecimal.ZERO : BigDecimal.valueOf(Math.max(0, slot.replicas() - there));
    }

    /** A region costs once if any slot goes there. */
    void regions() {
        BigDecimal perRegion = weight(Term.REGIONS, 0);
        if (perRegion.signum() == 0) {
            return;
        }
        for (int r = 0; r < problem.network().regions(); r++) {
            Terms there = new Terms();
            for (Slot slot : problem.slots()) {
                Choice choice = choices.of(slot.index(), r);
                if (choice != null) {
                    there.add(choice, 1);
                }
            }
            if (there.constant() > 0) {
                constant = constant.add(perRegion);
            } else if (there.size() > 0) {
                int open = program.binary();
                add(open, perRegion);
                for (int i = 0; i < there.size(); i++) {
                    program.atMost(new Terms().add(there.variable(i), 1).add(open, -1), 0);
                }
            }
        }
    }

    /** The highest utilisation, in parts of {@link BalanceRows#ONE}. */
    void balance(List<RouteParts> routes) {
        BigDecimal perUtilisation = weight(Term.BALANCE, 0);
        if (perUtilisation.signum() > 0) {
            BalanceRows rows = new BalanceRows(problem, program, choices);
            BigDecimal perPart = perUtilisation.divide(BigDecimal.valueOf(BalanceRows.ONE));
            rows.excess(routes).ifPresent(excess -> add(excess, perPart));
            constant = constant.add(perPart.multiply(new BigDecimal(rows.floor())));
        }
    }
}
