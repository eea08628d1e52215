package io.fogatlas.model.placement;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replicas of one microservice that run in one region.
 *
 * @param region the region's id
 * @param replicas how many; at least 1
 * @param replicasByNode how many on which node; empty where no nodes are known
 */
public record Assignment(String region, int replicas, Map<String, Integer> replicasByNode) {
    /**
     * Checks the numbers and copies the map, sorted by node.
     *
     * @param region the region's id
     * @param replicas how many
     * @param replicasByNode how many on which node
     * @throws InvalidModelException if a number is less than 1
     */
    public Assignment {
        Problems problems = new Problems();
        problems.text("Assignment", region, "region", region);
        problems.amount("Assignment", region, "replicas", replicas, 1);
        replicasByNode.forEach(
                (node, count) -> problems.amount("Assignment", region, "replicas on node '" + node + "'", count, 1));
        problems.throwIfAny();
        replicasByNode = replicasByNode.size() < 2
                ? Map.copyOf(replicasByNode)
                : Collections.unmodifiableMap(new TreeMap<>(replicasByNode));
    }
}
