package io.fogatlas.placement.verification;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the highest utilisation of the whole infrastructure after a placement; what offers nothing has none. */
final class Utilisation {
    private final Infrastructure infrastructure;
    private double highest;

    private Utilisation(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    static double highest(PlacementRequest request, OtherHolders others, Placement placement) {
        Utilisation utilisation = new Utilisation(request.infrastructure());
        utilisation.links(request, others, placement);
        utilisation.nodes(request, others, placement);
        return utilisation.highest;
    }

    private void raise(long taken, long offered) {
        if (offered > 0) {
            highest = Math.max(highest, (double) taken / offered);
        }
    }

    private void links(PlacementRequest request, OtherHolders others, Placement placement) {
        Map<String, Long> asked = new HashMap<>();
        for (Route route : placement.routes()) {
            long bps = request.application()
                    .flow(route.flow())
                    .map(DataFlow::bandwidthBps)
                    .orElseThrow();
            route.links().forEach(link -> asked.merge(link, bps, Sums::plus));
        }
        for (Link link : infrastructure.links()) {
            if (link.up()) {
                long taken = Sums.plus(asked.getOrDefault(link.id(), 0L), others.bandwidthBps(link.id()));
                raise(taken, link.bandwidthBps());
            }
        }
    }

    private void nodes(PlacementRequest request, OtherHolders others, Placement placement) {
        Map<String, NodeLoad> offered = new HashMap<>();
        for (ComputeNode node : infrastructure.nodes()) {
            if (node.ready()) {
                offered.computeIfAbsent(node.regionId(), id -> new NodeLoad()).add(node.allocatable(), 1);
            }
        }
        Map<String, NodeLoad> taken = new HashMap<>();
        for (Microservice microservice : request.application().microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                Region region = infrastructure.region(assignment.region()).orElseThrow();
                taken.computeIfAbsent(region.id(), id -> new NodeLoad())
                        .add(microservice.requirements().in(region), assignment.replicas());
            }
        }
        others.eachGroup(group -> group.replicasByNode().forEach((name, count) -> {
            Optional<ComputeNode> node = infrastructure.node(name);
            if (node.filter(ComputeNode::ready).isPresent()) {
                taken.computeIfAbsent(node.get().regionId(), id -> new NodeLoad())
                        .add(group.perReplica(), count);
            }
        }));
        NodeLoad nothing = new NodeLoad();
        offered.forEach((region, capacity) -> {
            NodeLoad load = taken.getOrDefault(region, nothing);
            capacity.forEach((resource, amount) -> raise(load.of(resource), amount));
        });
    }
}
