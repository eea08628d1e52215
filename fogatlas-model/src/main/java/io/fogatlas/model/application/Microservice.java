package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A program of an application that runs as one or more equal replicas.
 *
 * @param name its name, unique in the application
 * @param requirements what one replica requires
 * @param demands one for each Assignment it is to get, each in another region; at least one
 * @param labels the labels of its replicas
 * @param nodeSelector on which nodes it may run
 * @param tolerations which taints it tolerates
 * @param regionConstraints in which regions it may run; all must permit a region
 * @param affinities which replicas must be in its region
 * @param antiAffinities which replicas must not be in its region
 */
public record Microservice(
        String name,
        Requirements requirements,
        List<RegionDemand> demands,
        Map<String, String> labels,
        NodeSelector nodeSelector,
        List<Toleration> tolerations,
        List<RegionConstraint> regionConstraints,
        List<PodAffinity> affinities,
        List<PodAffinity> antiAffinities) {
    /** The most Assignments one microservice may ask for. */
    public static final int MAX_DEMANDS = 10_000;

    /**
     * Checks the values and copies the collections.
     *
     * @param name its name
     * @param requirements what one replica requires
     * @param demands one for each Assignment
     * @param labels the labels of its replicas
     * @param nodeSelector on which nodes it may run
     * @param tolerations which taints it tolerates
     * @param regionConstraints in which regions it may run
     * @param affinities which replicas must be in its region
     * @param antiAffinities which replicas must not be in its region
     * @throws InvalidModelException if the name is blank, or there is no demand, too many, or two for one region
     */
    public Microservice {
        Objects.requireNonNull(requirements, "requirements");
        Objects.requireNonNull(nodeSelector, "nodeSelector");
        demands = List.copyOf(demands);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        tolerations = List.copyOf(tolerations);
        regionConstraints = List.copyOf(regionConstraints);
        affinities = List.copyOf(affinities);
        antiAffinities = List.copyOf(antiAffinities);
        Problems problems = new Problems();
        problems.text("Microservice", name, "name", name);
        int count = demands.size();
        problems.require(
                count >= 1 && count <= MAX_DEMANDS,
                "Microservice",
                name,
                () -> "must ask for 1 to " + MAX_DEMANDS + " Assignments, but asks for " + count);
        Set<String> pinned = new HashSet<>();
        for (RegionDemand demand : demands) {
            demand.region()
                    .ifPresent(region -> problems.require(
                            pinned.add(region),
                            "Microservice",
                            name,
                            () -> "requires region '" + region + "' twice; give the replicas in one entry"));
        }
        problems.throwIfAny();
    }

    /**
     * Starts building a microservice of one replica that requires nothing and may run anywhere.
     *
     * @param name its name
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Starts building a microservice that differs from this one in a few things.
     *
     * @return a builder that holds all of this one
     */
    public Builder toBuilder() {
        return new Builder(name)
                .requirements(requirements)
                .demands(demands)
                .addLabels(labels)
                .nodeSelector(nodeSelector)
                .tolerations(tolerations)
                .regionConstraints(regionConstraints)
                .affinities(affinities)
                .antiAffinities(antiAffinities);
    }

    /**
     * Counts the replicas.
     *
     * @return the sum over all demands, at most {@link Problems#MAX_AMOUNT}
     */
    public long replicas() {
        return demands.stream().mapToLong(RegionDemand::replicas).sum();
    }

    /** Builds a {@link Microservice}; reusable, not thread-safe. */
    public static final class Builder {
        private final String name;
        private Requirements requirements = Requirements.NONE;
        private int replicas = 1;
        private int regions = 1;
        private final List<RegionDemand> demands = new ArrayList<>();
        private final Map<String, String> labels = new LinkedHashMap<>();
        private NodeSelector nodeSelector = NodeSelector.ANY;
        private final List<Toleration> tolerations = new ArrayList<>();
        private final List<RegionConstraint> regionConstraints = new ArrayList<>();
        private final List<PodAffinity> affinities = new ArrayList<>();
        private final List<PodAffinity> antiAffinities = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets what one replica requires.
         *
         * @param value the requirements
         * @return this builder
         */
        public Builder requirements(Requirements value) {
            requirements = value;
            return this;
        }

        /**
         * Sets how many replicas run in all; without effect where {@link #addDemand} asks for Assignments one by one.
         *
         * @param value number of replicas; at least 1
         * @return this builder
         */
        public Builder replicas(int value) {
            replicas = value;
            return this;
        }

        /**
         * Spreads the replicas over regions: they are divided over exactly so many, as evenly as can be. Without effect where
         * {@link #addDemand} asks for Assignments one by one.
         *
         * @param value number of regions, from 1 to the number of replicas
         * @return this builder
         */
        public Builder spreadOver(int value) {
            regions = value;
            return this;
        }

        /**
         * Asks for one Assignment.
         *
         * @param value the demand
         * @return this builder
         */
        public Builder addDemand(RegionDemand value) {
            demands.add(value);
            return this;
        }

        /**
         * Asks for these Assignments and no others.
         *
         * @param values the demands; where there are none, {@link #replicas} and {@link #spreadOver} say what is asked for
         * @return this builder
         */
        public Builder demands(List<RegionDemand> values) {
            demands.clear();
            demands.addAll(values);
            return this;
        }

        /**
         * Adds a label of the replicas.
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
         * Sets on which nodes it may run.
         *
         * @param value the selector
         * @return this builder
         */
        public Builder nodeSelector(NodeSelector value) {
            nodeSelector = value;
            return this;
        }

        /**
         * Adds tolerations.
         *
         * @param values which taints it tolerates
         * @return this builder
         */
        public Builder addTolerations(Collection<Toleration> values) {
            tolerations.addAll(values);
            return this;
        }

        /**
         * Sets all its tolerations.
         *
         * @param values which taints it tolerates
         * @return this builder
         */
        public Builder tolerations(List<Toleration> values) {
            tolerations.clear();
            tolerations.addAll(values);
            return this;
        }

        /**
         * Adds a constraint on its regions.
         *
         * @param value the constraint
         * @return this builder
         */
        public Builder addRegionConstraint(RegionConstraint value) {
            regionConstraints.add(value);
            return this;
        }

        /**
         * Sets all constraints on its regions.
         *
         * @param values the constraints
         * @return this builder
         */
        public Builder regionConstraints(List<RegionConstraint> values) {
            regionConstraints.clear();
            regionConstraints.addAll(values);
            return this;
        }

        /**
         * Adds an affinity.
         *
         * @param value which replicas must be in its region
         * @return this builder
         */
        public Builder addAffinity(PodAffinity value) {
            affinities.add(value);
            return this;
        }

        /**
         * Sets all its affinities.
         *
         * @param values which replicas must be in its region
         * @return this builder
         */
        public Builder affinities(List<PodAffinity> values) {
            affinities.clear();
            affinities.addAll(values);
            return this;
        }

        /**
         * Adds an anti-affinity. One that selects the microservice's own replicas spreads them over as many regions as there are
         * replicas, unless demands are given one by one.
         *
         * @param value which replicas must not be in its region
         * @return this builder
         */
        public Builder addAntiAffinity(PodAffinity value) {
            antiAffinities.add(value);
            return this;
        }

        /**
         * Sets all its anti-affinities.
         *
         * @param values which replicas must not be in its region
         * @return this builder
         */
        public Builder antiAffinities(List<PodAffinity> values) {
            antiAffinities.clear();
            antiAffinities.addAll(values);
            return this;
        }

        /**
         * Builds the microservice.
         *
         * @return the microservice
         * @throws InvalidModelException if a value is out of its range
         */
        public Microservice build() {
            return new Microservice(
                    name,
                    requirements,
                    demands.isEmpty() ? divided() : demands,
                    labels,
                    nodeSelector,
                    tolerations,
                    regionConstraints,
                    affinities,
                    antiAffinities);
        }

        private List<RegionDemand> divided() {
            boolean avoidsItself = antiAffinities.stream().anyMatch(rule -> rule.selects("", "", labels));
            int parts = avoidsItself ? replicas : regions;
            Problems problems = new Problems();
            problems.amount("Microservice", name, "replicas", replicas, 1);
            problems.require(
                    parts >= 1 && parts <= Math.min(replicas, MAX_DEMANDS),
                    "Microservice",
                    name,
                    () -> "cannot spread " + replicas + " replicas over " + parts + " regions; use from 1 to "
                            + Math.min(replicas, MAX_DEMANDS));
            problems.throwIfAny();
            List<RegionDemand> divided = new ArrayList<>(parts);
            for (int part = 0; part < parts; part++) {
                divided.add(RegionDemand.anywhere(replicas / parts + (part < replicas % parts ? 1 : 0)));
            }
            return divided;
        }
    }
}
