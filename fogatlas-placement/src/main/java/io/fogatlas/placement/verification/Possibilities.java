package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where each vertex of an application can be, at first by itself: the regions that can host each demand if nothing else of the
 * application were placed. Every region that can hold the demand in some placement is among them, and stays.
 */
final class Possibilities {
    private final PlacementRequest request;
    private final LinkGraph graph;
    private final HostRoom hosts;
    private final RunningNeighbours running;
    private final Map<String, BitSet> incompatibleByName = new HashMap<>();
    private final Map<String, Vertex> vertices = new LinkedHashMap<>();

    Possibilities(PlacementRequest request) {
        OtherHolders others = new OtherHolders(request);
        this.request = request;
        this.graph = new LinkGraph(request.infrastructure(), others);
        this.hosts = new HostRoom(request.infrastructure(), others);
        this.running = new RunningNeighbours(request.application().id().namespace(), graph, others);
        for (Microservice microservice : request.application().microservices()) {
            vertices.put(
                    microservice.name(),
                    new Vertex(microservice.name(), Optional.of(microservice), groupsOf(microservice)));
        }
        for (String endpoint : request.application().endpoints()) {
            int region = request.infrastructure()
                    .endpoint(endpoint)
                    .map(ExternalEndpoint::regionId)
                    .map(graph::number)
                    .orElseThrow();
            BitSet there = new BitSet();
            there.set(region);
            vertices.put(
                    endpoint, new Vertex(endpoint, Optional.empty(), List.of(new DemandGroup(1, 1, region, there))));
        }
    }

    private List<DemandGroup> groupsOf(Microservice microservice) {
        BitSet incompatible = running.incompatibleWith(microservice);
        incompatibleByName.put(microservice.name(), incompatible);
        boolean apart = running.exclude(microservice, microservice);
        Map<Integer, Integer> freeByReplicas = new TreeMap<>(Comparator.reverseOrder());
        List<DemandGroup> groups = new ArrayList<>();
        for (RegionDemand demand : microservice.demands()) {
            if (demand.region().isPresent()) {
                int region = graph.number(demand.region().get());
                BitSet only = new BitSet();
                only.set(
                        region,
                        !incompatible.get(region)
                                && !(apart && demand.replicas() > 1)
                                && hosts.replicasThatFit(microservice, graph.region(region)) >= demand.replicas());
                groups.add(new DemandGroup(demand.replicas(), 1, region, only));
            } else {
                freeByReplicas.merge(demand.replicas(), 1, Integer::sum);
            }
        }
        if (!freeByReplicas.isEmpty()) {
            long[] fit = new long[graph.regions()];
            for (int region = 0; region < fit.length; region++) {
                fit[region] = incompatible.get(region) ? 0 : hosts.replicasThatFit(microservice, graph.region(region));
            }
            freeByReplicas.forEach((replicas, count) -> {
                BitSet candidates = new BitSet();
                for (int region = 0; region < fit.length; region++) {
                    candidates.set(region, fit[region] >= replicas && !(apart && replicas > 1));
                }
                groups.add(new DemandGroup(replicas, count, DemandGroup.ANYWHERE, candidates));
            });
        }
        return groups;
    }

    PlacementRequest request() {
        return request;
    }

    LinkGraph graph() {
        return graph;
    }

    HostRoom hosts() {
        return hosts;
    }

    RunningNeighbours running() {
        return running;
    }

    /** The vertices, microservices first, in the order of the application. */
    List<Vertex> vertices() {
        return List.copyOf(vertices.values());
    }

    Vertex vertex(String name) {
        Vertex vertex = vertices.get(name);
        if (vertex == null) {
            throw new IllegalArgumentException("No vertex named '" + name + "'; use one of " + vertices.keySet() + ".");
        }
        return vertex;
    }

    /** Says why a region is not possible for a demand. */
    Obstacle obstacle(Microservice microservice, DemandGroup group, int region) {
        Obstacle later = group.obstacles().get(region);
        if (later != null) {
            return later;
        }
        if (group.replicas() > 1 && running.exclude(microservice, microservice)) {
            return Obstacle.rule(
                    RegionRule.ANTI_AFFINITY, "anti-affinity", "its anti-affinity keeps its own replicas apart");
        }
        if (incompatibleByName.getOrDefault(microservice.name(), new BitSet()).get(region)) {
            return Obstacle.rule(
                    RegionRule.ANTI_AFFINITY,
                    "anti-affinity",
                    "an anti-affinity keeps it and replicas that run there apart");
        }
        return hosts.obstacle(microservice, graph.region(region), group.replicas());
    }
}
