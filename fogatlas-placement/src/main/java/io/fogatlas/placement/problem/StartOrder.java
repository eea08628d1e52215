package io.fogatlas.placement.problem;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which order the microservices of an application can start, given that each must find the replicas its affinities require. Kubernetes
 * schedules none of a circle of microservices that wait for each other.
 */
public final class StartOrder {
    private final Application application;
    private final String namespace;
    private final List<ReplicaGroup> running;

    private StartOrder(Application application, Occupancy occupancy) {
        this.application = application;
        namespace = application.id().namespace();
        running = occupancy.without(application.id()).replicas();
    }

    /**
     * Finds the order: microservices of round 0 need nobody, each of a later round needs some of an earlier one.
     *
     * @param application the application
     * @param occupancy what runs already
     * @return the round in which each can start at the earliest, by name; microservices that wait for each other are missing
     */
    public static Map<String, Integer> of(Application application, Occupancy occupancy) {
        return new StartOrder(application, occupancy).rounds();
    }

    private Map<String, Integer> rounds() {
        Map<String, Integer> rounds = new TreeMap<>();
        List<Microservice> started = new ArrayList<>();
        List<Microservice> waiting = new ArrayList<>(application.microservices());
        boolean progress = true;
        for (int round = 0; progress; round++) {
            List<Microservice> next = waiting.stream()
                    .filter(candidate ->
                            candidate.affinities().stream().allMatch(rule -> canBeMet(rule, candidate, started)))
                    .toList();
            int current = round;
            next.forEach(microservice -> rounds.put(microservice.name(), current));
            progress = waiting.removeAll(next);
            started.addAll(next);
        }
        return Collections.unmodifiableMap(rounds);
    }

    /** A rule that selects nothing anywhere is not a matter of order: the problem is infeasible, which is for others to say. */
    private boolean canBeMet(PodAffinity rule, Microservice owner, List<Microservice> started) {
        return selects(rule, owner)
                || started.stream().anyMatch(other -> selects(rule, other))
                || running.stream().anyMatch(group -> rule.selects(namespace, group.namespace(), group.labels()))
                || application.microservices().stream().noneMatch(other -> selects(rule, other));
    }

    private boolean selects(PodAffinity rule, Microservice other) {
        return rule.selects(namespace, namespace, other.labels());
    }
}
