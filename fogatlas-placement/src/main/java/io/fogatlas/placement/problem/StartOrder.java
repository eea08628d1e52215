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

    /**
     * A microservice that cannot start yet.
     *
     * @param name its name
     * @param labels the labels of its replicas
     * @param open its affinities that no replica meets so far
     */
    private record Waiting(String name, Map<String, String> labels, List<PodAffinity> open) {}

    private Map<String, Integer> rounds() {
        Map<String, Integer> rounds = new TreeMap<>();
        List<Waiting> waiting = new ArrayList<>();
        for (Microservice microservice : application.microservices()) {
            List<PodAffinity> open = new ArrayList<>(microservice.affinities());
            open.removeIf(rule -> isMetAtOnce(rule, microservice));
            waiting.add(new Waiting(microservice.name(), microservice.labels(), open));
        }
        List<Waiting> next = ready(waiting);
        for (int round = 0; !next.isEmpty(); round++) {
            int current = round;
            List<Waiting> started = next;
            started.forEach(each -> rounds.put(each.name(), current));
            waiting.removeIf(each -> each.open().isEmpty());
            // Who started before was looked at before: each rule meets each microservice once in all rounds together.
            waiting.forEach(each ->
                    each.open().removeIf(rule -> started.stream().anyMatch(other -> selects(rule, other.labels()))));
            next = ready(waiting);
        }
        return Collections.unmodifiableMap(rounds);
    }

    private static List<Waiting> ready(List<Waiting> waiting) {
        return waiting.stream().filter(each -> each.open().isEmpty()).toList();
    }

    /** A rule that selects nothing anywhere is not a matter of order: the problem is infeasible, which is for others to say. */
    private boolean isMetAtOnce(PodAffinity rule, Microservice owner) {
        return selects(rule, owner.labels())
                || running.stream().anyMatch(group -> rule.selects(namespace, group.namespace(), group.labels()))
                || application.microservices().stream().noneMatch(other -> selects(rule, other.labels()));
    }

    private boolean selects(PodAffinity rule, Map<String, String> labels) {
        return rule.selects(namespace, namespace, labels);
    }
}
