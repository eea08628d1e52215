package io.fogatlas.benchmarks.textbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the way through the links that a solution takes for one flow. */
final class Walk {
    private Walk() {}

    /** A link in the direction in which it is taken, by the region it leads to. */
    record Step(String link, String to) {}

    private record Arrival(String from, String link) {}

    /**
     * Finds a path of the fewest steps.
     *
     * @throws IllegalStateException if the steps do not lead from one region to the other
     */
    static List<String> simplePath(String from, String to, Map<String, List<Step>> steps) {
        Map<String, Arrival> arrivals = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty() && !arrivals.containsKey(to)) {
            String region = queue.remove();
            for (Step step : steps.getOrDefault(region, List.of())) {
                if (!step.to().equals(from)
                        && arrivals.putIfAbsent(step.to(), new Arrival(region, step.link())) == null) {
                    queue.add(step.to());
                }
            }
        }
        List<String> links = new ArrayList<>();
        for (String region = to; !region.equals(from); ) {
            Arrival arrival = arrivals.get(region);
            if (arrival == null) {
                throw new IllegalStateException("The solution does not lead from '" + from + "' to '" + to + "'.");
            }
            links.add(arrival.link());
            region = arrival.from();
        }
        Collections.reverse(links);
        return links;
    }
}
