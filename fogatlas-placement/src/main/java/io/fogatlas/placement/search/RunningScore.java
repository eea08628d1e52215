package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.Locale;

/**
 * The score of a draft, kept up to date change by change. Each term is a whole number in its smallest unit, so that nothing is rounded
 * before {@link #value} weighs them, and taking changes back leaves exactly what was before, however many there were. Terms that weigh
 * nothing are not kept.
 */
final class RunningScore {
    private final Costs costs;
    private final Hosts hosts;
    private final ExactTotal linkBps = new ExactTotal();
    private final ExactTotal latencyMicros = new ExactTotal();
    private final ExactTotal priceMicros = new ExactTotal();
    private final Utilisation utilisation;
    private long regions;
    private long moved;

    RunningScore(PlacementProblem problem) {
        costs = problem.costs();
        hosts = problem.hosts();
        utilisation = new Utilisation(problem);
    }

    Utilisation utilisation() {
        return utilisation;
    }

    /** Takes note of a route that a leg got. */
    void route(Leg leg, int links, long micros) {
        linkBps.add(leg.bandwidthBps(), links);
        latencyMicros.add(micros, 1);
    }

    /** Takes note of a route that a leg lost. */
    void unroute(Leg leg, int links, long micros) {
        linkBps.add(leg.bandwidthBps(), -links);
        latencyMicros.add(micros, -1);
    }

    /** Takes note of a slot that came to a region; {@code opens} it, if it is the first there. */
    void enter(Slot slot, int region, boolean opens) {
        count(slot, region, 1);
        regions += opens ? 1 : 0;
    }

    /** Takes note of a slot that left a region; {@code closes} it, if it was the last there. */
    void leave(Slot slot, int region, boolean closes) {
        count(slot, region, -1);
        regions -= closes ? 1 : 0;
    }

    private void count(Slot slot, int region, int sign) {
        if (costs.perPriceMicro() > 0) {
            long mips = slot.service().microservice().requirements().mipsIn(hosts.region(region));
            priceMicros.add(hosts.region(region).priceMicrosPerMips(), mips, sign * slot.replicas());
        }
        if (costs.perMigration() > 0) {
            moved += (long) sign * costs.movedReplicas(slot, region);
        }
    }

    /** Weighs the terms. */
    double value() {
        return costs.perLink(/* bandwidthBps= */ 1) * linkBps.value()
                + costs.perMicro() * latencyMicros.value()
                + costs.perPriceMicro() * priceMicros.value()
                + costs.perRegion() * regions
                + costs.perMigration() * moved
                + costs.perUtilisation() * utilisation.highest();
    }

    /** Says whether every term is the same to the last unit. */
    boolean isSame(RunningScore other) {
        return linkBps.isSame(other.linkBps)
                && latencyMicros.isSame(other.latencyMicros)
                && priceMicros.isSame(other.priceMicros)
                && regions == other.regions
                && moved == other.moved
                && utilisation.highest() == other.utilisation.highest();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f bit/s on links, %.0f µs, %.0f millionths of price, %d regions, %d moved, utilisation %s",
                linkBps.value(),
                latencyMicros.value(),
                priceMicros.value(),
                regions,
                moved,
                utilisation.highest());
    }
}
