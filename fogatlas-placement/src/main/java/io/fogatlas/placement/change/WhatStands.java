package io.fogatlas.placement.change;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what of a placement still runs: replicas on nodes that are there and ready, and routes over links that are up between replicas
 * and endpoints that are there. What the application does not know any more is left out.
 */
final class WhatStands {
    private final PlacementRequest request;
    private final Infrastructure infrastructure;
    private final Placement from;

    private WhatStands(PlacementRequest request, Placement from) {
        this.request = request;
        this.from = from;
        infrastructure = request.infrastructure();
    }

    /** What still runs, without assumptions. */
    static Placement of(PlacementRequest request, Placement from) {
        return new WhatStands(request, from).standing(Optional.empty());
    }

    /** What still runs; what the placement before does not tell is assumed to be as it will be, as far as that is possible. */
    static Placement of(PlacementRequest request, Placement from, Placement to) {
        return new WhatStands(request, from).standing(Optional.of(to));
    }

    private Placement standing(Optional<Placement> to) {
        Map<String, List<Assignment>> assignments = new HashMap<>();
        for (Microservice microservice : request.application().microservices()) {
            String name = microservice.name();
            Map<String, Integer> replicas = new TreeMap<>();
            Map<String, Map<String, Integer>> nodes = new HashMap<>();
            for (Assignment assignment : from.of(name)) {
                Map<String, Integer> onNodes = nodes.computeIfAbsent(assignment.region(), id -> new TreeMap<>());
                int left = left(assignment, onNodes);
                if (left > 0) {
                    replicas.merge(assignment.region(), left, WhatStands::plus);
                }
            }
            List<Assignment> standing = new ArrayList<>();
            replicas.forEach((region, count) -> {
                Map<String, Integer> onNodes = nodes.getOrDefault(region, Map.of());
                to.ifPresent(next -> assume(next.of(name), region, count, onNodes));
                standing.add(new Assignment(region, count, onNodes));
            });
            if (!standing.isEmpty()) {
                assignments.put(name, standing);
            }
        }
        return new Placement(assignments, routes(assignments, to));
    }

    private static int plus(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    /** Counts the replicas that run, and adds those on known nodes to a map. */
    private int left(Assignment assignment, Map<String, Integer> onNodes) {
        String region = assignment.region();
        if (infrastructure.region(region).isEmpty()) {
            return 0;
        }
        if (!infrastructure.hasNodes()) {
            return assignment.replicas();
        }
        long told = 0;
        long left = 0;
        for (Map.Entry<String, Integer> entry : assignment.replicasByNode().entrySet()) {
            told += entry.getValue();
            if (isReady(entry.getKey(), region)) {
                left += entry.getValue();
                onNodes.merge(entry.getKey(), entry.getValue(), WhatStands::plus);
            }
        }
        boolean anyReady = infrastructure.nodesIn(region).stream().anyMatch(ComputeNode::ready);
        long untold = anyReady ? Math.max(0, assignment.replicas() - told) : 0;
        return (int) Math.min(Integer.MAX_VALUE, left + untold);
    }

    private boolean isReady(String node, String region) {
        return infrastructure
                .node(node)
                .filter(found -> found.ready() && found.regionId().equals(region))
                .isPresent();
    }

    /** Assumes that replicas of which no node is told are on the nodes where they will be. */
    private static void assume(List<Assignment> next, String region, int count, Map<String, Integer> onNodes) {
        long untold =
                count - onNodes.values().stream().mapToLong(Integer::longValue).sum();
        for (Assignment assignment : next) {
            if (assignment.region().equals(region)) {
                for (Map.Entry<String, Integer> node :
                        assignment.replicasByNode().entrySet()) {
                    int more = (int) Math.min(untold, node.getValue() - onNodes.getOrDefault(node.getKey(), 0));
                    if (more > 0) {
                        onNodes.merge(node.getKey(), more, WhatStands::plus);
                        untold -= more;
                    }
                }
            }
        }
    }

    private List<Route> routes(Map<String, List<Assignment>> standing, Optional<Placement> to) {
        boolean told = !from.routes().isEmpty();
        List<Route> candidates =
                told ? from.routes() : to.map(Placement::routes).orElse(List.of());
        List<Route> routes = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Route route : candidates) {
            Optional<DataFlow> flow = request.application().flow(route.flow());
            if (flow.isPresent()
                    && isAt(flow.get().source(), route.sourceRegion(), standing)
                    && isAt(flow.get().destination(), route.destinationRegion(), standing)
                    && isWhole(route)
                    && seen.add(List.of(route.flow(), route.sourceRegion()))) {
                routes.add(route);
            }
        }
        return routes;
    }

    private boolean isAt(String vertex, String region, Map<String, List<Assignment>> standing) {
        if (request.application().microservice(vertex).isPresent()) {
            return standing.getOrDefault(vertex, List.of()).stream()
                    .anyMatch(assignment -> assignment.region().equals(region));
        }
        return infrastructure
                .endpoint(vertex)
                .filter(endpoint -> endpoint.regionId().equals(region))
                .isPresent();
    }

    private boolean isWhole(Route route) {
        String at = route.sourceRegion();
        Set<String> passed = new HashSet<>();
        for (String id : route.links()) {
            Optional<Link> link = infrastructure.link(id).filter(Link::up);
            Optional<String> exit = link.isPresent() ? link.get().exitFrom(at) : Optional.empty();
            if (exit.isEmpty() || !passed.add(id)) {
                return false;
            }
            at = exit.get();
        }
        return at.equals(route.destinationRegion());
    }
}
