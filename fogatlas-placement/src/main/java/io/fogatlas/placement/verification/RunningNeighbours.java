package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The replicas of others that run in known regions, as far as affinities go. */
final class RunningNeighbours {
    private final String namespace;
    private final LinkGraph graph;
    private final List<ReplicaGroup> running = new ArrayList<>();

    RunningNeighbours(String namespace, LinkGraph graph, OtherHolders others) {
        this.namespace = namespace;
        this.graph = graph;
        others.eachGroup(group -> {
            if (graph.number(group.region()) >= 0) {
                running.add(group);
            }
        });
    }

    /** Where replicas run that a rule of the application selects. */
    BitSet selectedBy(PodAffinity rule) {
        BitSet regions = new BitSet();
        for (ReplicaGroup group : running) {
            if (rule.selects(namespace, group.namespace(), group.labels())) {
                regions.set(graph.number(group.region()));
            }
        }
        return regions;
    }

    /** Where replicas run that the microservice keeps away from itself, or that keep it away. */
    BitSet incompatibleWith(Microservice microservice) {
        BitSet regions = new BitSet();
        microservice.antiAffinities().forEach(rule -> regions.or(selectedBy(rule)));
        for (ReplicaGroup group : running) {
            for (PodAffinity rule : group.antiAffinities()) {
                if (rule.selects(group.namespace(), namespace, microservice.labels())) {
                    regions.set(graph.number(group.region()));
                }
            }
        }
        return regions;
    }

    /** Whether a rule of the application selects a microservice of it. */
    boolean selects(PodAffinity rule, Microservice microservice) {
        return rule.selects(namespace, namespace, microservice.labels());
    }

    /** Whether an anti-affinity of one of two microservices, or of the same twice, selects the other. */
    boolean exclude(Microservice one, Microservice other) {
        return one.antiAffinities().stream().anyMatch(rule -> selects(rule, other))
                || other.antiAffinities().stream().anyMatch(rule -> selects(rule, one));
    }
}
