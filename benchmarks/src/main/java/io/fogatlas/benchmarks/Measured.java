package io.fogatlas.benchmarks;

import io.fogatlas.placement.PlacementRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures short attempts several times: the wall time is the median of all, since other work on the machine comes and goes, and the CPU time
 * the mean, since it is counted in steps of up to 10 ms. The outcome is that of the first.
 */
final class Measured {
    private static final Duration ENOUGH = Duration.ofMillis(500);
    private static final int MOST = 50;

    private Measured() {}

    static Attempt attempt(Contender contender, PlacementRequest request, Duration limit) {
        List<Attempt> attempts = new ArrayList<>();
        Duration spent = Duration.ZERO;
        do {
            Attempt attempt = contender.attempt(request, limit);
            attempts.add(attempt);
            spent = spent.plus(attempt.wall());
        } while (spent.compareTo(ENOUGH) < 0 && attempts.size() < MOST);
        Attempt first = attempts.get(0);
        double wall = ProofSummary.median(attempts.stream()
                .mapToDouble(attempt -> attempt.wall().toNanos())
                .toArray());
        double cpu = attempts.stream()
                .mapToDouble(attempt -> attempt.cpu().toNanos())
                .average()
                .orElseThrow();
        return new Attempt(
                first.outcome(),
                first.score(),
                first.bound(),
                Duration.ofNanos(Math.round(wall)),
                Duration.ofNanos(Math.round(cpu)));
    }
}
