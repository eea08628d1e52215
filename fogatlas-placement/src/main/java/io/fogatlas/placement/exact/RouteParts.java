package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.Leg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that can become the route of one leg.
 *
 * @param leg the leg
 * @param carriers the parts of which its route is made
 * @param endsIn by region a 0/1 sum that says whether the leg ends there
 */
record RouteParts(Leg leg, List<Carrier> carriers, Map<Integer, Terms> endsIn) {
    /** What a variable needs to be written as a sum of the latencies of what is taken. */
    Terms latency(int shift) {
        Terms latency = new Terms();
        for (Carrier carrier : carriers) {
            long micros = carrier.latencyMicros() >> shift;
            if (micros > 0) {
                latency.add(carrier.variable(), micros);
            }
        }
        return latency;
    }

    /** Says in which region the leg ends. */
    int endRegion(long[] values) {
        for (Map.Entry<Integer, Terms> end : endsIn.entrySet()) {
            long sum = end.getValue().constant();
            for (int i = 0; i < end.getValue().size(); i++) {
                sum += end.getValue().coefficient(i) * values[end.getValue().variable(i)];
            }
            if (sum > 0) {
                return end.getKey();
            }
        }
        throw new IllegalStateException(leg + " ends nowhere.");
    }

    /**
     * Reads off the links from one region to another: a simple path over what is taken. What else is taken goes round in circles for
     * nothing, and is dropped.
     */
    int[] path(int from, int to, long[] values) {
        Map<Integer, Carrier> reachedBy = new HashMap<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !(reachedBy.containsKey(to) || from == to)) {
            int at = next.remove();
            for (Carrier carrier : carriers) {
                if (carrier.from() == at
                        && carrier.to() != from
                        && values[carrier.variable()] > 0
                        && reachedBy.putIfAbsent(carrier.to(), carrier) == null) {
                    next.add(carrier.to());
                }
            }
        }
        List<int[]> parts = new ArrayList<>();
        int at = to;
        while (at != from) {
            Carrier last = reachedBy.get(at);
            if (last == null) {
                throw new IllegalStateException(leg + " is not joined.");
            }
            parts.add(0, last.links());
            at = last.from();
        }
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
