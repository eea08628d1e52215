package io.fogatlas.placement.reasons;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Toleration;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a microservice requires of where it runs. */
public sealed interface MicroserviceRequirement extends Requirement {
    /**
     * Says which microservice requires it.
     *
     * @return its name
     */
    String name();

    @Override
    default Optional<String> microservice() {
        return Optional.of(name());
    }

    /**
     * Drops it from the microservice.
     *
     * @param before the microservice
     * @return the microservice without it
     */
    Microservice droppedFrom(Microservice before);

    @Override
    default PlacementRequest droppedFrom(PlacementRequest request) {
        return Edits.microservice(request, name(), this::droppedFrom);
    }

    /**
     * Each replica takes so much of a resource.
     *
     * @param name the microservice
     * @param resource the resource by the name Kubernetes gives it
     * @param amount how much: millicores, bytes or a count; of {@code cpu} MIPS if {@code inMips}
     * @param inMips whether the amount is in MIPS
     */
    record Amount(String name, String resource, long amount, boolean inMips) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return resource;
        }

        @Override
        public String text() {
            return "%s: each replica takes %s"
                    .formatted(name, inMips ? amount + " MIPS" : Units.amount(resource, amount));
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder()
                    .requirements(Amounts.asking(before.requirements(), resource, 0))
                    .build();
        }
    }

    /**
     * It has more than one replica in a region. Less it, one is enough in each.
     *
     * @param name the microservice
     * @param replicas how many it has in all
     */
    record Replicas(String name, long replicas) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return "replicas";
        }

        @Override
        public String text() {
            return "%s: %d replicas".formatted(name, replicas);
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder()
                    .demands(before.demands().stream()
                            .map(demand -> new RegionDemand(demand.region(), 1, demand.image()))
                            .toList())
                    .build();
        }
    }

    /**
     * It has Assignments in several regions of the algorithm's choice. Less it, the largest alone is enough.
     *
     * @param name the microservice
     * @param regions how many
     */
    record Spread(String name, int regions) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return "spread";
        }

        @Override
        public String text() {
            return "%s: in %d different regions".formatted(name, regions);
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder().demands(List.of(before.demands().get(0))).build();
        }
    }

    /**
     * Some of its replicas must be in a certain region.
     *
     * @param name the microservice
     * @param region the region's id
     */
    record Pin(String name, String region) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return "pin";
        }

        @Override
        public String text() {
            return "%s: in region '%s'".formatted(name, region);
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder()
                    .demands(before.demands().stream()
                            .map(demand ->
                                    demand.region().filter(region::equals).isPresent()
                                            ? new RegionDemand(Optional.empty(), demand.replicas(), demand.image())
                                            : demand)
                            .toList())
                    .build();
        }
    }

    /**
     * It may run in certain regions only.
     *
     * @param name the microservice
     * @param constraint which ones
     */
    record PermittedRegions(String name, RegionConstraint constraint) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return "region-constraint";
        }

        @Override
        public String text() {
            return name + ": " + ConstraintText.of(constraint);
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder()
                    .regionConstraints(without(before.regionConstraints(), constraint))
                    .build();
        }
    }

    /**
     * It runs only on nodes that its node selector and required node affinity match.
     *
     * @param name the microservice
     */
    record Selector(String name) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return "node-selector";
        }

        @Override
        public String text() {
            return name + ": only on nodes that its node selector matches";
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder().nodeSelector(NodeSelector.ANY).build();
        }
    }

    /**
     * It does not tolerate every taint.
     *
     * @param name the microservice
     */
    record Taints(String name) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return "taints";
        }

        @Override
        public String text() {
            return name + ": not on nodes with taints it does not tolerate";
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder()
                    .tolerations(List.of(new Toleration("", Optional.empty(), Optional.empty())))
                    .build();
        }
    }

    /**
     * A replica that it selects must be in its region.
     *
     * @param name the microservice
     * @param rule selects the replicas
     */
    record Affinity(String name, PodAffinity rule) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return "affinity";
        }

        @Override
        public String text() {
            return "%s: beside a replica with %s".formatted(name, ConstraintText.of(rule));
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder()
                    .affinities(without(before.affinities(), rule))
                    .build();
        }
    }

    /**
     * No other replica that it selects may be in its region.
     *
     * @param name the microservice
     * @param rule selects the replicas
     */
    record AntiAffinity(String name, PodAffinity rule) implements MicroserviceRequirement {
        @Override
        public String kind() {
            return "anti-affinity";
        }

        @Override
        public String text() {
            return "%s: apart from replicas with %s".formatted(name, ConstraintText.of(rule));
        }

        @Override
        public Microservice droppedFrom(Microservice before) {
            return before.toBuilder()
                    .antiAffinities(without(before.antiAffinities(), rule))
                    .build();
        }
    }

    private static <T> List<T> without(List<T> all, T dropped) {
        return all.stream().filter(each -> !each.equals(dropped)).toList();
    }

    /**
     * Lists what a microservice requires.
     *
     * @param microservice the microservice
     * @param request the request it is part of
     * @return its requirements
     */
    static List<Requirement> of(Microservice microservice, PlacementRequest request) {
        String name = microservice.name();
        List<Requirement> all = new ArrayList<>();
        microservice.antiAffinities().stream().distinct().forEach(rule -> all.add(new AntiAffinity(name, rule)));
        microservice.affinities().stream().distinct().forEach(rule -> all.add(new Affinity(name, rule)));
        if (!microservice.nodeSelector().equals(NodeSelector.ANY)) {
            all.add(new Selector(name));
        }
        boolean tainted = request.infrastructure().nodes().stream()
                .flatMap(node -> node.taints().stream())
                .anyMatch(taint -> taint.forbids()
                        && microservice.tolerations().stream().noneMatch(toleration -> toleration.tolerates(taint)));
        if (tainted) {
            all.add(new Taints(name));
        }
        microservice.regionConstraints().stream()
                .distinct()
                .forEach(constraint -> all.add(new PermittedRegions(name, constraint)));
        List<RegionDemand> demands = microservice.demands();
        demands.stream().flatMap(demand -> demand.region().stream()).forEach(region -> all.add(new Pin(name, region)));
        if (demands.size() > 1
                && demands.stream().allMatch(demand -> demand.region().isEmpty())) {
            all.add(new Spread(name, demands.size()));
        }
        if (demands.stream().anyMatch(demand -> demand.replicas() > 1)) {
            all.add(new Replicas(name, microservice.replicas()));
        }
        if (request.infrastructure().hasNodes()) {
            Stream.concat(
                            Stream.of("cpu", "memory", "ephemeral-storage"),
                            microservice.requirements().request().extended().keySet().stream())
                    .filter(resource -> Amounts.asked(microservice.requirements(), resource) > 0)
                    .forEach(resource -> all.add(new Amount(
                            name,
                            resource,
                            Amounts.asked(microservice.requirements(), resource),
                            resource.equals("cpu")
                                    && microservice.requirements().mips() > 0)));
        }
        return all;
    }
}
