package io.fogatlas.benchmarks.instances;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which regions hang together. */
final class Reached {
    private Reached() {}

    /** The regions that links join, over any number of others, to the first. */
    static Set<String> from(Infrastructure network) {
        Map<String, List<String>> next = new HashMap<>();
        for (Link link : network.links()) {
            next.computeIfAbsent(link.regionA(), region -> new ArrayList<>()).add(link.regionB());
            next.computeIfAbsent(link.regionB(), region -> new ArrayList<>()).add(link.regionA());
        }
        String first = network.regions().iterator().next().id();
        Set<String> seen = new TreeSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String other : next.getOrDefault(open.remove(), List.of())) {
                if (seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return seen;
    }
}
