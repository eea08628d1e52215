package io.fogatlas.model.occupancy;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.PodAffinity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Equal replicas that run in one region, or are promised to.
 *
 * @param namespace their Kubernetes namespace
 * @param labels their labels
 * @param antiAffinities which replicas they keep out of their region
 * @param region the region's id
 * @param replicasByNode how many on which node; empty where no nodes are known
 * @param perReplica what each takes of its node
 */
public record ReplicaGroup(
        String namespace,
        Map<String, String> labels,
        List<PodAffinity> antiAffinities,
        String region,
        Map<String, Integer> replicasByNode,
        Resources perReplica) {
    /**
     * Checks the numbers and copies the collections.
     *
     * @param namespace their namespace
     * @param labels their labels
     * @param antiAffinities which replicas they keep out
     * @param region the region's id
     * @param replicasByNode how many on which node
     * @param perReplica what each takes
     * @throws InvalidModelException if a number is less than 1
     */
    public ReplicaGroup {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(perReplica, "perReplica");
        Problems problems = new Problems();
        problems.text("Replica group", region, "region", region);
        replicasByNode.forEach(
                (node, count) -> problems.amount("Replica group", region, "replicas on node '" + node + "'", count, 1));
        problems.throwIfAny();
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        antiAffinities = List.copyOf(antiAffinities);
        replicasByNode = Collections.unmodifiableMap(new TreeMap<>(replicasByNode));
    }
}
