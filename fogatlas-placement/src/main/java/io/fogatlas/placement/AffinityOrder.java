package io.fogatlas.placement;

import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds microservices that wait for each other: each requires by affinity a replica that only the others would bring. Kubernetes
 * schedules none of them, so such an application is refused.
 */
final class AffinityOrder {
    private AffinityOrder() {}

    static void check(Application application, Occupancy occupancy, Problems problems) {
        if (application.microservices().stream()
                .allMatch(microservice -> microservice.affinities().isEmpty())) {
            return;
        }
        String namespace = application.id().namespace();
        List<ReplicaGroup> running = occupancy.without(application.id()).replicas();
        List<Microservice> started = new ArrayList<>();
        List<Microservice> waiting = new ArrayList<>(application.microservices());
        boolean progress = true;
        while (progress) {
            List<Microservice> next = waiting.stream()
                    .filter(candidate -> candidate.affinities().stream()
                            .allMatch(rule -> isMet(rule, candidate, namespace, running, started, application)))
                    .toList();
            progress = waiting.removeAll(next);
            started.addAll(next);
        }
        if (!waiting.isEmpty()) {
            String names = waiting.stream().map(Microservice::name).collect(Collectors.joining("', '", "'", "'"));
            problems.add(
                    "Application",
                    application.id().toString(),
                    "the microservices " + names
                            + " wait for each other by their required pod affinities, so none of them can"
                            + " start; drop one of the affinities");
        }
    }

    /** A rule that selects nothing anywhere is not a matter of order: the problem is infeasible, which is for others to say. */
    private static boolean isMet(
            PodAffinity rule,
            Microservice owner,
            String namespace,
            List<ReplicaGroup> running,
            List<Microservice> started,
            Application application) {
        return rule.selects(namespace, namespace, owner.labels())
                || started.stream().anyMatch(other -> rule.selects(namespace, namespace, other.labels()))
                || running.stream().anyMatch(group -> rule.selects(namespace, group.namespace(), group.labels()))
                || application.microservices().stream()
                        .noneMatch(other -> rule.selects(namespace, namespace, other.labels()));
    }
}
