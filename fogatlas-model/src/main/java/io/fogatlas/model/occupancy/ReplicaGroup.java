package io.fogatlas.model.occupancy;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.PodAffinity;
import java.util.ArrayList;
import java.util.Collection;
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
        replicasByNode.forEach((node, count) -> {
            if (count < 1) {
                problems.amount("Replica group", region, "replicas on node '" + node + "'", count, 1);
            }
        });
        problems.throwIfAny();
        labels = labels.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        antiAffinities = List.copyOf(antiAffinities);
        replicasByNode = copy(replicasByNode);
    }

    /** Most are of one replica on one node, and are gone through far more often than made. */
    private static Map<String, Integer> copy(Map<String, Integer> replicasByNode) {
        if (replicasByNode.size() == 1) {
            Map.Entry<String, Integer> only =
                    replicasByNode.entrySet().iterator().next();
            return Collections.singletonMap(Objects.requireNonNull(only.getKey(), "node"), only.getValue());
        }
        return replicasByNode.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(replicasByNode));
    }

    /**
     * Starts building a group without labels and anti-affinities on no known node, which takes nothing yet.
     *
     * @param namespace the namespace of the replicas
     * @param region the region's id
     * @return a builder
     */
    public static Builder builder(String namespace, String region) {
        return new Builder(namespace, region);
    }

    /** Builds a {@link ReplicaGroup}; reusable, not thread-safe. */
    public static final class Builder {
        private final String namespace;
        private final String region;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final List<PodAffinity> antiAffinities = new ArrayList<>();
        private final Map<String, Integer> replicasByNode = new TreeMap<>();
        private Resources perReplica = Resources.NONE;

        private Builder(String namespace, String region) {
            this.namespace = namespace;
            this.region = region;
        }

        /**
         * Adds labels of the replicas.
         *
         * @param values the labels by key
         * @return this builder
         */
        public Builder addLabels(Map<String, String> values) {
            labels.putAll(values);
            return this;
        }

        /**
         * Adds rules about which replicas they keep out of their region.
         *
         * @param values the rules
         * @return this builder
         */
        public Builder addAntiAffinities(Collection<PodAffinity> values) {
            antiAffinities.addAll(values);
            return this;
        }

        /**
         * Sets how many of them run on a node.
         *
         * @param node the node's name
         * @param replicas how many; at least 1
         * @return this builder
         */
        public Builder on(String node, int replicas) {
            replicasByNode.put(node, replicas);
            return this;
        }

        /**
         * Sets what each of them takes.
         *
         * @param value what each takes of its node
         * @return this builder
         */
        public Builder perReplica(Resources value) {
            perReplica = value;
            return this;
        }

        /**
         * Builds the group.
         *
         * @return the group
         * @throws InvalidModelException if the region is blank or a number less than 1
         */
        public ReplicaGroup build() {
            return new ReplicaGroup(namespace, labels, antiAffinities, region, replicasByNode, perReplica);
        }
    }
}
