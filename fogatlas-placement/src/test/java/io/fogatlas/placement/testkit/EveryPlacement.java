package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Lists every placement of a tiny request that has the right form, whatever rule it breaks: all regions, all divisions over nodes, all
 * sequences of different links. Judging them is for others.
 */
final class EveryPlacement {
    private final Application application;
    private final Infrastructure infrastructure;
    private final int longestRoute;
    private final Work work;
    private final Map<String, List<Assignment>> assignments = new TreeMap<>();
    private final List<Route> routes = new ArrayList<>();

    EveryPlacement(PlacementRequest request, Work work) {
        this.application = request.application();
        this.infrastructure = request.infrastructure();
        this.longestRoute = infrastructure.regions().size() - 1;
        this.work = work;
    }

    /** Hands every placement to somebody. */
    void forEach(Consumer<Placement> judge) {
        place(0, 0, () -> route(0, 0, judge));
    }

    private void place(int number, int demand, Runnable then) {
        if (number == application.microservices().size()) {
            then.run();
            return;
        }
        Microservice microservice = application.microservices().get(number);
        if (demand == microservice.demands().size()) {
            place(number + 1, 0, then);
            return;
        }
        RegionDemand wanted = microservice.demands().get(demand);
        List<Assignment> in = assignments.computeIfAbsent(microservice.name(), name -> new ArrayList<>());
        for (Region region : infrastructure.regions()) {
            divide(infrastructure.nodesIn(region.id()), 0, wanted.replicas(), new HashMap<>(), onNodes -> {
                in.add(new Assignment(region.id(), wanted.replicas(), onNodes));
                place(number, demand + 1, then);
                in.remove(demand);
            });
        }
    }

    private void divide(
            List<ComputeNode> nodes,
            int node,
            int left,
            Map<String, Integer> onNodes,
            Consumer<Map<String, Integer>> then) {
        work.step();
        if (left == 0 || nodes.isEmpty()) {
            then.accept(Map.copyOf(onNodes));
        } else if (node < nodes.size()) {
            divide(nodes, node + 1, left, onNodes, then);
            for (int count = 1; count <= left; count++) {
                onNodes.put(nodes.get(node).name(), count);
                divide(nodes, node + 1, left - count, onNodes, then);
            }
            onNodes.remove(nodes.get(node).name());
        }
    }

    private void route(int number, int source, Consumer<Placement> judge) {
        if (number == application.flows().size()) {
            work.step();
            judge.accept(new Placement(assignments, routes));
            return;
        }
        DataFlow flow = application.flows().get(number);
        List<String> sources = regionsOf(flow.source());
        if (source == sources.size()) {
            route(number + 1, 0, judge);
            return;
        }
        for (String destination : regionsOf(flow.destination())) {
            walk(new ArrayList<>(), links -> {
                routes.add(new Route(flow.name(), sources.get(source), destination, links));
                route(number, source + 1, judge);
                routes.remove(routes.size() - 1);
            });
        }
    }

    private void walk(List<String> links, Consumer<List<String>> then) {
        work.step();
        then.accept(List.copyOf(links));
        if (links.size() < longestRoute) {
            for (Link link : infrastructure.links()) {
                if (!links.contains(link.id())) {
                    links.add(link.id());
                    walk(links, then);
                    links.remove(links.size() - 1);
                }
            }
        }
    }

    private List<String> regionsOf(String vertex) {
        return application.microservice(vertex).isPresent()
                ? assignments.get(vertex).stream().map(Assignment::region).toList()
                : infrastructure.endpoint(vertex).stream()
                        .map(ExternalEndpoint::regionId)
                        .toList();
    }
}
