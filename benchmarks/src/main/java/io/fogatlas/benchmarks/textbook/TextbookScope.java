package io.fogatlas.benchmarks.textbook;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import java.util.Map;

/** Refuses what the textbook model leaves out, so that it is never the oracle of a request it does not understand. */
final class TextbookScope {
    private TextbookScope() {}

    static void check(PlacementRequest request) {
        Infrastructure infrastructure = request.infrastructure();
        require(request.objective().weights().equals(Map.of(Term.NETWORK, 1.0, Term.COMPUTE, 1.0)), "other objectives");
        require(request.occupancy().equals(Occupancy.NONE), "what is taken");
        require(request.application().chains().isEmpty(), "latency chains");
        for (Microservice microservice : request.application().microservices()) {
            String named = " of microservice '" + microservice.name() + "'";
            require(microservice.replicas() == 1, "several replicas" + named);
            require(microservice.demands().get(0).region().isEmpty(), "the required region" + named);
            require(microservice.requirements().mips() > 0, "the lack of MIPS" + named);
            require(microservice.requirements().request().equals(Resources.NONE), "the resources" + named);
            require(microservice.nodeSelector().equals(NodeSelector.ANY), "the node selector" + named);
            require(microservice.regionConstraints().isEmpty(), "the region constraints" + named);
            require(microservice.affinities().isEmpty(), "the affinities" + named);
            require(microservice.antiAffinities().isEmpty(), "the anti-affinities" + named);
        }
        require(infrastructure.hasNodes(), "unlimited compute");
        int services = request.application().microservices().size();
        for (Region region : infrastructure.regions()) {
            require(infrastructure.nodesIn(region.id()).size() < 2, "several nodes of region '" + region.id() + "'");
        }
        for (ComputeNode node : infrastructure.nodes()) {
            String named = " of node '" + node.name() + "'";
            require(node.ready() && node.taints().isEmpty(), "the state or taints" + named);
            require(node.allocatable().podSlots() >= services, "the few pod slots" + named);
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("The textbook model does not know " + what + ".");
        }
    }
}
