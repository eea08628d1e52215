package io.fogatlas.placement.exact;

import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.math.BigInteger;
import java.util.List;

/** How much a slot adds to terms in a region, in whole units. */
final class SlotAmounts {
    private final PlacementProblem problem;

    SlotAmounts(PlacementProblem problem) {
        this.problem = problem;
    }

    /** The price of the MIPS it takes there, in millionths of currency. */
    BigInteger compute(Slot slot, int r) {
        Region region = problem.hosts().region(r);
        return BigInteger.valueOf(region.priceMicrosPerMips())
                .multiply(BigInteger.valueOf(
                        slot.service().microservice().requirements().mipsIn(region)))
                .multiply(BigInteger.valueOf(slot.replicas()));
    }

    /** How many replicas more than now run there; none of a microservice that does not run yet. */
    long migration(Slot slot, int r) {
        List<Assignment> now = problem.request()
                .current()
                .map(current -> current.of(slot.service().microservice().name()))
                .orElse(List.of());
        String region = problem.network().regionId(r);
        long there = now.stream()
                .filter(assignment -> assignment.region().equals(region))
                .mapToLong(Assignment::replicas)
                .sum();
        return now.isEmpty() ? 0 : Math.max(0, slot.replicas() - there);
    }
}
