package io.fogatlas.model.infrastructure;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A machine of a region on which replicas run.
 *
 * @param name its name, unique in the infrastructure
 * @param regionId the region it stands in
 * @param allocatable what it offers to replicas in all, taken or not
 * @param labels its labels
 * @param taints its taints
 * @param ready whether it takes replicas at all
 */
public record ComputeNode(
        String name,
        String regionId,
        Resources allocatable,
        Map<String, String> labels,
        List<Taint> taints,
        boolean ready) {
    /** The label by which a node says its region. */
    public static final String REGION_LABEL = "region";

    /**
     * Checks the names and copies the collections.
     *
     * @param name its name
     * @param regionId its region
     * @param allocatable what it offers
     * @param labels its labels
     * @param taints its taints
     * @param ready whether it takes replicas
     * @throws InvalidModelException if the name or the region id is blank
     */
    public ComputeNode {
        Objects.requireNonNull(allocatable, "allocatable");
        Problems problems = new Problems();
        problems.text("Node", name, "name", name);
        problems.text("Node", name, "regionId", regionId);
        problems.throwIfAny();
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        taints = List.copyOf(taints);
    }

    /**
     * Starts building a ready node without labels and taints, which offers nothing yet.
     *
     * @param name its name
     * @param regionId the region it stands in
     * @return a builder
     */
    public static Builder builder(String name, String regionId) {
        return new Builder(name, regionId);
    }

    /** Builds a {@link ComputeNode}; reusable, not thread-safe. */
    public static final class Builder {
        private final String name;
        private final String regionId;
        private Resources allocatable = Resources.NONE;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final List<Taint> taints = new ArrayList<>();
        private boolean ready = true;

        private Builder(String name, String regionId) {
            this.name = name;
            this.regionId = regionId;
        }

        /**
         * Sets what the node offers.
         *
         * @param value the amounts
         * @return this builder
         */
        public Builder allocatable(Resources value) {
            allocatable = value;
            return this;
        }

        /**
         * Adds a label.
         *
         * @param key its key
         * @param value its value
         * @return this builder
         */
        public Builder addLabel(String key, String value) {
            labels.put(key, value);
            return this;
        }

        /**
         * Adds labels.
         *
         * @param values the labels by key
         * @return this builder
         */
        public Builder addLabels(Map<String, String> values) {
            labels.putAll(values);
            return this;
        }

        /**
         * Adds a taint.
         *
         * @param value the taint
         * @return this builder
         */
        public Builder addTaint(Taint value) {
            taints.add(value);
            return this;
        }

        /**
         * Sets whether the node takes replicas.
         *
         * @param value whether it does
         * @return this builder
         */
        public Builder ready(boolean value) {
            ready = value;
            return this;
        }

        /**
         * Builds the node.
         *
         * @return the node
         * @throws InvalidModelException if the name or the region id is blank
         */
        public ComputeNode build() {
            return new ComputeNode(name, regionId, allocatable, labels, taints, ready);
        }
    }
}
