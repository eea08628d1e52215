package io.fogatlas.placement.testkit;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists every simple path of up links between two regions: rule 4 of the domain. */
final class SimplePaths {
    private final Infrastructure infrastructure;
    private final Work work;
    private final Map<List<String>, List<Path>> known = new HashMap<>();

    SimplePaths(Infrastructure infrastructure, Work work) {
        this.infrastructure = infrastructure;
        this.work = work;
    }

    /**
     * A simple path.
     *
     * @param links its links in order
     * @param micros its latency in microseconds
     */
    record Path(List<Link> links, long micros) {}

    List<Path> between(String from, String to) {
        return known.computeIfAbsent(List.of(from, to), ends -> {
            List<Path> found = new ArrayList<>();
            walk(from, to, new LinkedHashSet<>(Set.of(from)), new ArrayDeque<>(), found);
            return found;
        });
    }

    private void walk(String at, String to, Set<String> passed, Deque<Link> links, List<Path> found) {
        work.step();
        if (at.equals(to)) {
            found.add(new Path(
                    List.copyOf(links),
                    links.stream().mapToLong(Link::latencyMicros).sum()));
            return;
        }
        for (Link link : infrastructure.links()) {
            String next = link.exitFrom(at).orElse(at);
            if (link.up() && passed.add(next)) {
                links.addLast(link);
                walk(next, to, passed, links, found);
                links.removeLast();
                passed.remove(next);
            }
        }
    }
}
