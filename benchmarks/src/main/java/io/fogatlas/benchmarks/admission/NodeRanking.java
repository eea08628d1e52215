package io.fogatlas.benchmarks.admission;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The textbook's baseline of virtual network embedding, NRM-Rank of the published table: regions and microservices are ranked by their CPU times the
 * bandwidth around them, the first microservice goes to the first region with room, and so on; then each flow takes a path of the fewest links
 * that have room for it. What fails once is given up. It is here to show that our draws are as hard as the published ones.
 *
 * <p>Source: Zhang, Qian, Guo, Lu: "A unified approach to virtual network embedding based on node ranking", as Virne's benchmark names it.
 */
final class NodeRanking implements Placer {
    static final String NAME = "nrm-rank";

    @Override
    public Optional<Placement> place(PlacementRequest request) {
        Infrastructure network = request.infrastructure();
        Application application = request.application();
        Map<String, Long> bandwidth = freeBandwidth(request);
        Map<String, Long> cpu = freeCpu(request);
        Map<String, Double> around = new HashMap<>();
        for (Link link : network.links()) {
            around.merge(link.regionA(), (double) of(bandwidth, link.id()), Double::sum);
            around.merge(link.regionB(), (double) of(bandwidth, link.id()), Double::sum);
        }
        List<ComputeNode> nodes = new ArrayList<>(network.nodes());
        nodes.sort(
                Comparator.comparingDouble(node -> -of(cpu, node.name()) * around.getOrDefault(node.regionId(), 0.0)));
        Map<String, Double> wanted = new HashMap<>();
        for (DataFlow flow : application.flows()) {
            wanted.merge(flow.source(), (double) flow.bandwidthBps(), Double::sum);
            wanted.merge(flow.destination(), (double) flow.bandwidthBps(), Double::sum);
        }
        List<Microservice> microservices = new ArrayList<>(application.microservices());
        microservices.sort(Comparator.comparingDouble(each -> -cpu(each) * wanted.getOrDefault(each.name(), 0.0)));
        Map<String, ComputeNode> hosts = new LinkedHashMap<>();
        for (Microservice microservice : microservices) {
            Optional<ComputeNode> host = nodes.stream()
                    .filter(node -> !hosts.containsValue(node) && of(cpu, node.name()) >= cpu(microservice))
                    .findFirst();
            if (host.isEmpty()) {
                return Optional.empty();
            }
            hosts.put(microservice.name(), host.get());
        }
        return routes(network, application, hosts, bandwidth).map(routes -> {
            Map<String, List<Assignment>> assignments = new HashMap<>();
            hosts.forEach((name, node) ->
                    assignments.put(name, List.of(new Assignment(node.regionId(), 1, Map.of(node.name(), 1)))));
            return new Placement(assignments, routes);
        });
    }

    private static Optional<List<Route>> routes(
            Infrastructure network,
            Application application,
            Map<String, ComputeNode> hosts,
            Map<String, Long> bandwidth) {
        Map<String, List<Link>> exits = new HashMap<>();
        for (Link link : network.links()) {
            exits.computeIfAbsent(link.regionA(), region -> new ArrayList<>()).add(link);
            exits.computeIfAbsent(link.regionB(), region -> new ArrayList<>()).add(link);
        }
        List<Route> routes = new ArrayList<>();
        for (DataFlow flow : application.flows()) {
            String from = region(hosts, flow.source());
            String to = region(hosts, flow.destination());
            List<String> path = path(exits, bandwidth, from, to, flow.bandwidthBps());
            if (path.isEmpty()) {
                return Optional.empty();
            }
            path.forEach(link -> bandwidth.merge(link, -flow.bandwidthBps(), Long::sum));
            routes.add(new Route(flow.name(), from, to, path));
        }
        return Optional.of(routes);
    }

    /** A path of the fewest links with room, by breadth-first search; none if there is no such path. */
    private static List<String> path(
            Map<String, List<Link>> exits, Map<String, Long> bandwidth, String from, String to, long bps) {
        Map<String, Link> entered = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty() && !seen.contains(to)) {
            String region = open.remove();
            for (Link link : exits.getOrDefault(region, List.of())) {
                String next = link.exitFrom(region).orElseThrow();
                if (of(bandwidth, link.id()) >= bps && seen.add(next)) {
                    entered.put(next, link);
                    open.add(next);
                }
            }
        }
        List<String> path = new ArrayList<>();
        String region = to;
        for (Link link = entered.get(region); link != null; link = entered.get(region)) {
            path.add(link.id());
            region = link.exitFrom(region).orElseThrow();
        }
        Collections.reverse(path);
        return path;
    }

    private static Map<String, Long> freeBandwidth(PlacementRequest request) {
        Map<String, Long> free = new HashMap<>();
        request.infrastructure().links().forEach(link -> free.put(link.id(), link.bandwidthBps()));
        request.occupancy().bandwidthBpsByLink().forEach((link, bps) -> free.merge(link, -bps, Long::sum));
        return free;
    }

    private static Map<String, Long> freeCpu(PlacementRequest request) {
        Map<String, Long> free = new HashMap<>();
        for (ComputeNode node : request.infrastructure().nodes()) {
            free.put(node.name(), node.allocatable().cpuMillis());
        }
        for (ReplicaGroup group : request.occupancy().replicas()) {
            group.replicasByNode()
                    .forEach((node, count) ->
                            free.merge(node, -count * group.perReplica().cpuMillis(), Long::sum));
        }
        return free;
    }

    private static long of(Map<String, Long> free, String name) {
        return free.getOrDefault(name, 0L);
    }

    private static String region(Map<String, ComputeNode> hosts, String microservice) {
        return Objects.requireNonNull(hosts.get(microservice), microservice).regionId();
    }

    private static long cpu(Microservice microservice) {
        return microservice.requirements().request().cpuMillis();
    }
}
