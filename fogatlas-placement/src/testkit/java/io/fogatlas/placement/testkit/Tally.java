package io.fogatlas.placement.testkit;

import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import java.util.EnumMap;
import java.util.Map;

/**
 * The amounts of all terms, of a whole placement or of a part of it. No term becomes less when more is added.
 *
 * @param networkBps bandwidth × links in bit/s
 * @param latencyMicros latencies in microseconds
 * @param computeMicros price × MIPS in millionths of a currency unit
 * @param regions number of regions
 * @param moved number of replicas moved
 * @param utilisation the highest utilisation
 */
record Tally(long networkBps, long latencyMicros, long computeMicros, long regions, long moved, double utilisation) {
    Tally withRoute(long bps, SimplePaths.Path path, double highest) {
        return new Tally(
                Math.addExact(networkBps, Math.multiplyExact(bps, path.links().size())),
                Math.addExact(latencyMicros, path.micros()),
                computeMicros,
                regions,
                moved,
                Math.max(utilisation, highest));
    }

    Tally withSlot(long cost, boolean opensRegion, long replicasMoved, double highest) {
        return new Tally(
                networkBps,
                latencyMicros,
                Math.addExact(computeMicros, cost),
                regions + (opensRegion ? 1 : 0),
                moved + replicasMoved,
                Math.max(utilisation, highest));
    }

    Score score(Objective objective) {
        Map<Term, Double> amounts = new EnumMap<>(Term.class);
        amounts.put(Term.NETWORK, networkBps / 1e6);
        amounts.put(Term.LATENCY, latencyMicros / 1e3);
        amounts.put(Term.COMPUTE, computeMicros / 1e6);
        amounts.put(Term.REGIONS, (double) regions);
        amounts.put(Term.MIGRATION, (double) moved);
        amounts.put(Term.BALANCE, utilisation);
        return objective.score(amounts);
    }

    /** The same value as that of {@link #score}, but quicker. */
    double value(Objective objective) {
        return objective.weight(Term.NETWORK) * (networkBps / 1e6)
                + objective.weight(Term.LATENCY) * (latencyMicros / 1e3)
                + objective.weight(Term.COMPUTE) * (computeMicros / 1e6)
                + objective.weight(Term.REGIONS) * regions
                + objective.weight(Term.MIGRATION) * moved
                + objective.weight(Term.BALANCE) * utilisation;
    }
}
