package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Chain;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what the latency chains of a draft leave for a leg, given the routes that are made already. */
final class ChainTimes {
    private final Draft draft;
    private final List<List<Hop>> hopsOf = new ArrayList<>();

    /** Where a leg lies on a chain. */
    private record Hop(Chain chain, int index) {}

    ChainTimes(Draft draft) {
        this.draft = draft;
        PlacementProblem problem = draft.problem();
        problem.legs().forEach(leg -> hopsOf.add(new ArrayList<>()));
        for (Chain chain : problem.chains()) {
            for (int hop = 0; hop < chain.hops().size(); hop++) {
                for (int leg : chain.hops().get(hop)) {
                    hopsOf.get(leg).add(new Hop(chain, hop));
                }
            }
        }
    }

    /**
     * Says how long a leg may take if it ends at a destination: what every way along the routes made so far, through its source and on from
     * that destination, leaves of the chain. A source that no way reaches yet is not bounded; the leg that reaches it will be.
     */
    long boundMicros(Leg leg, Leg.End end) {
        long bound = leg.boundMicros();
        List<Hop> hops = hopsOf.get(leg.index());
        for (Hop hop : hops) {
            if (hops.stream()
                    .anyMatch(other ->
                            other.index() != hop.index() && other.chain().equals(hop.chain()))) {
                bound = Math.min(bound, sharedByPasses(hop.chain(), leg, end));
                continue;
            }
            Long before = latestArrivals(hop).get(leg.source().slot());
            if (before != null) {
                long after = longestRests(hop).getOrDefault(end.slot(), 0L);
                bound = Math.min(bound, hop.chain().budgetMicros() - before - after);
            }
        }
        return bound;
    }

    /**
     * The same for a leg that a chain passes several times, each time with the time it takes: for every place and every number of passes,
     * the most time that ways which came there so spent on other legs.
     */
    private long sharedByPasses(Chain chain, Leg leg, Leg.End end) {
        long bound = Leg.UNBOUNDED;
        Map<Integer, Map<Integer, Long>> spent = new HashMap<>();
        for (int first : chain.hops().get(0)) {
            spent.put(draft.problem().legs().get(first).source().slot(), Map.of(0, 0L));
        }
        for (int[] hop : chain.hops()) {
            Map<Integer, Map<Integer, Long>> next = new HashMap<>();
            for (int each : hop) {
                Leg on = draft.problem().legs().get(each);
                boolean self = each == leg.index();
                if (self || draft.isRouted(on)) {
                    Map<Integer, Long> there =
                            next.computeIfAbsent(self ? end.slot() : draft.endOf(on), slot -> new HashMap<>());
                    spent.getOrDefault(on.source().slot(), Map.of())
                            .forEach((passes, micros) -> there.merge(
                                    passes + (self ? 1 : 0), micros + (self ? 0 : draft.latencyMicros(on)), Math::max));
                }
            }
            spent = next;
            for (Map<Integer, Long> there : next.values()) {
                for (Map.Entry<Integer, Long> way : there.entrySet()) {
                    long left = chain.budgetMicros() - way.getValue();
                    bound = way.getKey() == 0 ? bound : Math.min(bound, Math.floorDiv(left, (long) way.getKey()));
                }
            }
        }
        return bound;
    }

    /** When data is at the source of a hop at the latest, by slot (-1 for an endpoint). */
    private Map<Integer, Long> latestArrivals(Hop hop) {
        Map<Integer, Long> arrivals = new HashMap<>();
        for (int first : hop.chain().hops().get(0)) {
            arrivals.put(draft.problem().legs().get(first).source().slot(), 0L);
        }
        for (int index = 0; index < hop.index(); index++) {
            Map<Integer, Long> next = new HashMap<>();
            for (int each : hop.chain().hops().get(index)) {
                Leg leg = draft.problem().legs().get(each);
                Long before = arrivals.get(leg.source().slot());
                if (before != null && draft.isRouted(leg)) {
                    next.merge(draft.endOf(leg), before + draft.latencyMicros(leg), Math::max);
                }
            }
            arrivals = next;
        }
        return arrivals;
    }

    /** How long data takes from the end of a hop to the end of the chain at most, by slot (-1 for an endpoint). */
    private Map<Integer, Long> longestRests(Hop hop) {
        Map<Integer, Long> rests = new HashMap<>();
        for (int index = hop.chain().hops().size() - 1; index > hop.index(); index--) {
            Map<Integer, Long> before = new HashMap<>();
            for (int each : hop.chain().hops().get(index)) {
                Leg leg = draft.problem().legs().get(each);
                if (draft.isRouted(leg)) {
                    long rest = draft.latencyMicros(leg) + rests.getOrDefault(draft.endOf(leg), 0L);
                    before.merge(leg.source().slot(), rest, Math::max);
                }
            }
            rests = before;
        }
        return rests;
    }
}
