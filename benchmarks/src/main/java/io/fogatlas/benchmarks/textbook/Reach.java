package io.fogatlas.benchmarks.textbook;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** How fast data can get from one region to all others, or from all others to it, over links that are up. */
final class Reach {
    /** The time to regions that cannot be reached; three of them can be added up. */
    static final long NEVER = Long.MAX_VALUE / 4;

    private final Map<String, Long> micros = new HashMap<>();

    private record Label(String region, long micros) {}

    private record Exit(Link link, String to) {}

    Reach(Infrastructure infrastructure, String start, boolean backward) {
        Map<String, List<Exit>> exits = new HashMap<>();
        for (Link link : infrastructure.links()) {
            if (link.up()) {
                for (String from : List.of(link.regionA(), link.regionB())) {
                    link.exitFrom(from)
                            .ifPresent(to -> exits.computeIfAbsent(backward ? to : from, region -> new ArrayList<>())
                                    .add(new Exit(link, backward ? from : to)));
                }
            }
        }
        PriorityQueue<Label> queue = new PriorityQueue<>(Comparator.comparingLong(Label::micros));
        queue.add(new Label(start, 0));
        while (!queue.isEmpty()) {
            Label nearest = queue.remove();
            if (micros.putIfAbsent(nearest.region(), nearest.micros()) == null) {
                for (Exit exit : exits.getOrDefault(nearest.region(), List.of())) {
                    queue.add(
                            new Label(exit.to(), nearest.micros() + exit.link().latencyMicros()));
                }
            }
        }
    }

    /** The time in microseconds, or {@link #NEVER}. */
    long micros(String region) {
        return micros.getOrDefault(region, NEVER);
    }
}
