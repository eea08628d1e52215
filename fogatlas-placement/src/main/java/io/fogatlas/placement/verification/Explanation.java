package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.placement.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells for a demand what each region lacks: all of few regions, of many the counts and the nearest misses. */
final class Explanation {
    private static final int FEW = 8;
    private static final int NEAREST = 5;

    private final Possibilities possible;
    private final LinkGraph graph;

    Explanation(Possibilities possible) {
        this.possible = possible;
        this.graph = possible.graph();
    }

    private record Miss(int region, Obstacle obstacle, double miss) {}

    /** Explains a group of demands that no region, or only too few, are left for. */
    List<Reason> of(Vertex vertex, DemandGroup group) {
        return vertex.microservice()
                .map(microservice -> ofMicroservice(microservice, group))
                .orElseGet(() -> ofEndpoint(vertex.name(), group));
    }

    /** An endpoint stands where it stands: what is ruled out there is told as it is. */
    private List<Reason> ofEndpoint(String endpoint, DemandGroup group) {
        List<Reason> reasons = new ArrayList<>();
        group.obstacles()
                .forEach((region, obstacle) -> reasons.add(new Reason(
                        "",
                        "external endpoint '%s' in region %s: %s"
                                .formatted(
                                        endpoint,
                                        graph.region(region).id(),
                                        obstacle.words().get()))));
        return reasons;
    }

    private List<Reason> ofMicroservice(Microservice microservice, DemandGroup group) {
        List<Miss> misses = new ArrayList<>();
        for (int region = 0; region < graph.regions(); region++) {
            if (group.asksFor(region) && !group.candidates().get(region)) {
                Obstacle obstacle = possible.obstacle(microservice, group, region);
                misses.add(new Miss(region, obstacle, obstacle.miss().getAsDouble()));
            }
        }
        misses.sort(Comparator.comparingDouble(Miss::miss));
        List<Reason> reasons = new ArrayList<>();
        if (group.isFree()) {
            reasons.add(new Reason(microservice.name(), summary(group, misses)));
        }
        int told = misses.size() <= FEW ? misses.size() : NEAREST;
        for (Miss miss : misses.subList(0, told)) {
            reasons.add(new Reason(
                    microservice.name(),
                    "region %s: %s"
                            .formatted(
                                    graph.region(miss.region()).id(),
                                    miss.obstacle().words().get())));
        }
        return reasons;
    }

    private static String summary(DemandGroup group, List<Miss> misses) {
        Map<String, Integer> regionsByKind = new LinkedHashMap<>();
        misses.forEach(miss -> regionsByKind.merge(miss.obstacle().kind(), 1, Integer::sum));
        String kinds = regionsByKind.entrySet().stream()
                .map(entry -> "%s in %d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        String replicas = group.replicas() == 1 ? "a replica" : group.replicas() + " replicas together";
        int left = group.candidates().cardinality();
        return left == 0
                ? "no region can take %s; what is lacking, by regions: %s".formatted(replicas, kinds)
                : "%d other regions cannot take %s; what is lacking, by regions: %s"
                        .formatted(misses.size(), replicas, kinds);
    }
}
