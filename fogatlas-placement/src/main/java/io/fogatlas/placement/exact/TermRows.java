package io.fogatlas.placement.exact;

import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.math.BigInteger;
import java.util.List;

/** Writes single terms as sums over an {@link ExactModel}, in whole units: bit/s, µs, millionths of currency, regions, replicas, parts. */
final class TermRows {
    private final PlacementProblem problem;
    private final IntegerProgram program;
    private final SlotChoices choices;
    private final List<RouteParts> routes;

    TermRows(PlacementProblem problem, ExactModel model) {
        this.problem = problem;
        program = model.program();
        choices = model.choices();
        routes = model.routes();
    }

    /** Writes a term; adds the variables that it needs. */
    WholeSum of(Term term) {
        return switch (term) {
            case NETWORK -> network();
            case LATENCY -> latency();
            case COMPUTE -> compute();
            case REGIONS -> regions();
            case MIGRATION -> migration();
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

    private WholeSum compute() {
        WholeSum sum = new WholeSum();
        for (Slot slot : problem.slots()) {
            for (int r = 0; r < problem.network().regions(); r++) {
                Choice choice = choices.of(slot.index(), r);
                if (choice != null) {
                    Region region = problem.hosts().region(r);
                    long mips = slot.service().microservice().requirements().mipsIn(region);
                    sum.add(
                            choice,
                            BigInteger.valueOf(region.priceMicrosPerMips())
                                    .multiply(BigInteger.valueOf(mips))
                                    .multiply(BigInteger.valueOf(slot.replicas())));
                }
            }
        }
        return sum;
    }

    private WholeSum migration() {
        WholeSum sum = new WholeSum();
        for (Slot slot : problem.slots()) {
            List<Assignment> now = problem.request()
                    .current()
                    .map(current -> current.of(slot.service().microservice().name()))
                    .orElse(List.of());
            for (int r = 0; r < problem.network().regions(); r++) {
                Choice choice = choices.of(slot.index(), r);
                if (choice != null && !now.isEmpty()) {
                    String region = problem.network().regionId(r);
                    long there = now.stream()
                            .filter(assignment -> assignment.region().equals(region))
                            .mapToLong(Assignment::replicas)
                            .sum();
                    sum.add(choice, BigInteger.valueOf(Math.max(0, slot.replicas() - there)));
                }
            }
        }
        return sum;
    }

    /** A region counts once if any slot goes there. */
    private WholeSum regions() {
        WholeSum sum = new WholeSum();
        for (int r = 0; r < problem.network().regions(); r++) {
            Terms there = new Terms();
            for (Slot slot : problem.slots()) {
                Choice choice = choices.of(slot.index(), r);
                if (choice != null) {
                    there.add(choice, 1);
                }
            }
            if (there.constant() > 0) {
                sum.addConstant(BigInteger.ONE);
            } else if (there.size() > 0) {
                int open = program.binary();
                sum.add(open, BigInteger.ONE);
                for (int i = 0; i < there.size(); i++) {
                    program.atMost(new Terms().add(there.variable(i), 1).add(open, -1), 0);
                }
            }
        }
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
