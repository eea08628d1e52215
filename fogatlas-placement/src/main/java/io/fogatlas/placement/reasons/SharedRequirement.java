package io.fogatlas.placement.reasons;

import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is required for the sake of all. */
public sealed interface SharedRequirement extends Requirement {
    /** What others hold of nodes and links stays theirs, and their anti-affinities are honoured. */
    record HeldByOthers() implements SharedRequirement {
        @Override
        public String kind() {
            return "held-by-others";
        }

        @Override
        public String text() {
            return "what others hold of nodes and links stays theirs";
        }

        @Override
        public PlacementRequest droppedFrom(PlacementRequest request) {
            Map<ApplicationId, Holding> byApplication = new TreeMap<>();
            request.occupancy().byApplication().forEach((id, holding) -> byApplication.put(id, light(holding)));
            return Edits.withOccupancy(
                    request,
                    new Occupancy(byApplication, light(request.occupancy().others())));
        }

        /** The replicas stay where they are, since affinities may count on them. */
        private static Holding light(Holding holding) {
            return new Holding(
                    Map.of(),
                    holding.replicas().stream()
                            .map(group -> new ReplicaGroup(
                                    group.namespace(),
                                    group.labels(),
                                    List.of(),
                                    group.region(),
                                    group.replicasByNode(),
                                    Resources.NONE))
                            .toList());
        }
    }

    /** Each replica takes one of the pod slots of its node. */
    record PodSlots() implements SharedRequirement {
        @Override
        public String kind() {
            return "pods";
        }

        @Override
        public String text() {
            return "each replica takes a pod slot of its node";
        }

        @Override
        public PlacementRequest droppedFrom(PlacementRequest request) {
            return Edits.eachNode(
                    request,
                    node -> new ComputeNode(
                            node.name(),
                            node.regionId(),
                            Amounts.with(node.allocatable(), "pods", Problems.MAX_AMOUNT),
                            node.labels(),
                            node.taints(),
                            node.ready()));
        }
    }

    /**
     * Lists what is required for the sake of all.
     *
     * @param request a request
     * @return the requirements
     */
    static List<Requirement> of(PlacementRequest request) {
        List<Requirement> all = new ArrayList<>();
        if (!request.occupancy().without(request.application().id()).equals(Occupancy.NONE)) {
            all.add(new HeldByOthers());
        }
        if (request.infrastructure().hasNodes()) {
            all.add(new PodSlots());
        }
        return all;
    }
}
