package io.fogatlas.benchmarks.textbook;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.PlacementRequest;

/** Refuses what the models of peers leave out, so that none is the oracle of a request it does not understand. */
public final class TextbookScope {
    private TextbookScope() {}

    /**
     * Checks a request.
     *
     * @param request what is to be placed where
     * @throws IllegalArgumentException if it asks for what the models do not know, named in the message
     */
    public static void check(PlacementRequest request) {
        Infrastructure infrastructure = request.infrastructure();
        CostUnits.of(request.objective());
        require(request.occupancy().equals(Occupancy.NONE), "what is taken");
        require(request.application().chains().isEmpty(), "latency chains");
        for (Microservice microservice : request.application().microservices()) {
            String named = " of microservice '" + microservice.name() + "'";
            require(microservice.replicas() == 1, "several replicas" + named);
            require(microservice.demands().get(0).region().isEmpty(), "the required region" + named);
            Resources resources = microservice.requirements().request();
            require(resources.storageBytes() == 0, "the storage" + named);
            require(resources.extended().isEmpty(), "the extended resources" + named);
            require(microservice.nodeSelector().equals(NodeSelector.ANY), "the node selector" + named);
            require(microservice.regionConstraints().isEmpty(), "the region constraints" + named);
            require(microservice.affinities().isEmpty(), "the affinities" + named);
            require(microservice.antiAffinities().isEmpty(), "the anti-affinities" + named);
        }
        for (Region region : infrastructure.regions()) {
            require(infrastructure.nodesIn(region.id()).size() < 2, "several nodes of region '" + region.id() + "'");
        }
        for (ComputeNode node : infrastructure.nodes()) {
            String named = " of node '" + node.name() + "'";
            require(node.ready() && node.taints().isEmpty(), "the state or taints" + named);
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("The textbook model does not know " + what + ".");
        }
    }
}
