package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.PlacementRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all but the application itself hold: rule 6 of the domain. */
final class Others {
    private final Map<String, Long> bandwidthBps;
    private final List<ReplicaGroup> groups;
    private final String namespace;

    Others(PlacementRequest request) {
        Occupancy occupancy = request.occupancy().without(request.application().id());
        this.bandwidthBps = occupancy.bandwidthBpsByLink();
        this.groups = occupancy.replicas();
        this.namespace = request.application().id().namespace();
    }

    long takenBps(Link link) {
        return bandwidthBps.getOrDefault(link.id(), 0L);
    }

    /** What they take of a node, by resource. */
    Map<String, Long> takenOf(ComputeNode node) {
        Map<String, Long> taken = new HashMap<>();
        for (ReplicaGroup group : groups) {
            int count = group.replicasByNode().getOrDefault(node.name(), 0);
            group.perReplica().byName().forEach((resource, each) -> taken.merge(resource, each * count, Long::sum));
        }
        return taken;
    }

    /** Whether replicas that a rule of the application selects run in a region. */
    boolean areSelected(PodAffinity rule, String region) {
        return groups.stream()
                .anyMatch(group ->
                        group.region().equals(region) && rule.selects(namespace, group.namespace(), group.labels()));
    }

    /** Whether replicas that a rule of the application selects run in any region but one. */
    boolean areSelectedElsewhere(PodAffinity rule, String region) {
        return groups.stream()
                .anyMatch(group ->
                        !group.region().equals(region) && rule.selects(namespace, group.namespace(), group.labels()));
    }

    /** Whether a microservice and those in a region get along: neither keeps the other out. */
    boolean getAlongWith(Microservice microservice, String region) {
        boolean keptOut = groups.stream()
                .filter(group -> group.region().equals(region))
                .anyMatch(group -> group.antiAffinities().stream()
                        .anyMatch(rule -> rule.selects(group.namespace(), namespace, microservice.labels())));
        return !keptOut && microservice.antiAffinities().stream().noneMatch(rule -> areSelected(rule, region));
    }
}
