package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.LatencyChain;
import java.util.List;

/** Judges latency chains: rule 5 of the domain. */
final class ChainBounds {
    private final Application application;

    ChainBounds(Application application) {
        this.application = application;
    }

    /**
     * A leg that has its route already.
     *
     * @param leg the leg
     * @param to the region it leads to
     * @param path its path
     */
    record Routed(RouteSearch.Leg leg, String to, SimplePaths.Path path) {}

    /** Whether no chain takes too long, as far as its legs have routes. */
    boolean areKept(List<Routed> routed) {
        return application.chains().stream().allMatch(chain -> slowest(chain, routed) <= chain.boundMicros());
    }

    private static long slowest(LatencyChain chain, List<Routed> routed) {
        String first = chain.steps().get(0).vertex();
        long processing = chain.steps().stream()
                .mapToLong(LatencyChain.Step::processingMicros)
                .sum();
        return processing
                + routed.stream()
                        .filter(route -> route.leg().flow().source().equals(first))
                        .mapToLong(route -> slowestFrom(chain, 0, route.leg().from(), routed))
                        .max()
                        .orElse(0);
    }

    /** The slowest way from a region where the vertex of a step is to the end of the chain. */
    private static long slowestFrom(LatencyChain chain, int step, String region, List<Routed> routed) {
        if (step + 1 == chain.steps().size()) {
            return 0;
        }
        String source = chain.steps().get(step).vertex();
        String destination = chain.steps().get(step + 1).vertex();
        long slowest = 0;
        for (Routed route : routed) {
            if (route.leg().from().equals(region)
                    && route.leg().flow().source().equals(source)
                    && route.leg().flow().destination().equals(destination)) {
                long rest = slowestFrom(chain, step + 1, route.to(), routed);
                slowest = Math.max(slowest, route.path().micros() + rest);
            }
        }
        return slowest;
    }
}
