package io.fogatlas.placement.change;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an application in transition holds of nodes and links next to the others, and what it is still going to ask of them. */
final class Rooms {
    private static final String UNKNOWN = "";

    private final PlacementRequest request;
    private final List<Holding> others;
    private final boolean noRules;
    private final Map<String, Map<String, Long>> takenByOthers = new HashMap<>();
    private final Map<String, Long> bpsOfOthers = new HashMap<>();
    private final Map<String, Map<String, Integer>> heldOn = new HashMap<>();
    private final Map<String, Map<String, Integer>> expectedOn = new HashMap<>();
    private final Map<String, Map<List<String>, Integer>> lanesOver = new HashMap<>();
    private final Map<String, Long> expectedOver = new HashMap<>();
    private final Map<List<String>, Map<String, Long>> demands = new HashMap<>();

    Rooms(PlacementRequest request) {
        this.request = request;
        Occupancy taken = request.occupancy().without(request.application().id());
        others = new ArrayList<>(taken.byApplication().values());
        others.add(taken.others());
        noRules = request.application().microservices().stream()
                .allMatch(each ->
                        each.affinities().isEmpty() && each.antiAffinities().isEmpty());
    }

    /** Whether it does not matter to any microservice beside whom it runs. */
    boolean hasNoRules() {
        return noRules;
    }

    void take(Microservice microservice, String node, int count) {
        if (!node.equals(UNKNOWN) && count != 0) {
            heldOn.computeIfAbsent(node, name -> new HashMap<>()).merge(microservice.name(), count, Integer::sum);
        }
    }

    void hold(Route route, int by) {
        List<String> lane = List.of(route.flow(), route.sourceRegion());
        for (String link : route.links()) {
            Map<List<String>, Integer> lanes = lanesOver.computeIfAbsent(link, id -> new HashMap<>());
            lanes.merge(lane, by, Integer::sum);
            lanes.remove(lane, 0);
        }
    }

    /** Remembers what is still going to be asked for, or forgets what is not any more. */
    void expect(Move what, int parts) {
        if (what instanceof Move.Replicas some && some.adds()) {
            expectedOn
                    .computeIfAbsent(some.node(), name -> new HashMap<>())
                    .merge(some.microservice(), parts, Integer::sum);
        } else if (what instanceof Move.Path path && path.adds()) {
            path.route().links().forEach(link -> expectedOver.merge(link, parts * bps(path.route()), Long::sum));
        }
    }

    /** Whether a node has room for so many more replicas. */
    boolean fits(Microservice microservice, String node, int count) {
        return node.equals(UNKNOWN) || fits(microservice, node, count, Map.of());
    }

    private boolean fits(Microservice microservice, String node, int count, Map<String, Integer> besides) {
        ComputeNode host = request.infrastructure().node(node).orElseThrow();
        Map<String, Integer> held = heldOn.getOrDefault(node, Map.of());
        for (Map.Entry<String, Long> asked :
                demand(microservice.name(), host.regionId()).entrySet()) {
            String resource = asked.getKey();
            long load = saturated(asked.getValue(), count) + takenByOthers(node).getOrDefault(resource, 0L);
            load = cut(load) + cut(load(held, host.regionId(), resource));
            load = cut(load) + load(besides, host.regionId(), resource);
            if (cut(load) > amounts(host.allocatable()).getOrDefault(resource, 0L)) {
                return false;
            }
        }
        return true;
    }

    private long load(Map<String, Integer> counts, String region, String resource) {
        long load = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            long each = demand(entry.getKey(), region).getOrDefault(resource, 0L);
            load = cut(load + saturated(each, entry.getValue()));
        }
        return load;
    }

    /** Sums stop where they are above every limit, which is at most 2^53. */
    private static long cut(long amount) {
        return Math.min(amount, 1L << 60);
    }

    private static long saturated(long each, int count) {
        return count > 0 && each > (1L << 60) / count ? 1L << 60 : each * count;
    }

    private Map<String, Long> demand(String microservice, String region) {
        return demands.computeIfAbsent(List.of(microservice, region), key -> {
            Microservice found =
                    request.application().microservice(microservice).orElseThrow();
            Map<String, Long> demand = amounts(found.requirements()
                    .in(request.infrastructure().region(region).orElseThrow()));
            demand.values().removeIf(amount -> amount == 0);
            return demand;
        });
    }

    private static Map<String, Long> amounts(Resources resources) {
        Map<String, Long> amounts = new TreeMap<>();
        resources.extended().forEach((name, amount) -> amounts.put("extended " + name, amount));
        amounts.put("cpu", resources.cpuMillis());
        amounts.put("memory", resources.memoryBytes());
        amounts.put("storage", resources.storageBytes());
        amounts.put("pods", resources.podSlots());
        return amounts;
    }

    private Map<String, Long> takenByOthers(String node) {
        return takenByOthers.computeIfAbsent(node, name -> {
            Map<String, Long> taken = new HashMap<>();
            for (ReplicaGroup group : groups()) {
                int count = group.replicasByNode().getOrDefault(name, 0);
                if (count > 0) {
                    amounts(group.perReplica())
                            .forEach((resource, each) ->
                                    taken.merge(resource, saturated(each, count), (a, b) -> cut(a + b)));
                }
            }
            return taken;
        });
    }

    private List<ReplicaGroup> groups() {
        List<ReplicaGroup> groups = new ArrayList<>();
        others.forEach(holding -> groups.addAll(holding.replicas()));
        return groups;
    }

    /** Whether the links of a route have room for it; those that another route of the same flow from the same region passes have. */
    boolean carries(Route route) {
        long bps = bps(route);
        List<String> lane = List.of(route.flow(), route.sourceRegion());
        for (String link : route.links()) {
            boolean shared = lanesOver.getOrDefault(link, Map.of()).containsKey(lane);
            if (!shared && bps > 0 && cut(bps + load(link)) > bandwidthBps(link)) {
                return false;
            }
        }
        return true;
    }

    private long load(String link) {
        long load = bpsOfOthers.computeIfAbsent(link, id -> {
            long sum = 0;
            for (Holding holding : others) {
                sum = cut(sum + holding.bandwidthBpsByLink().getOrDefault(id, 0L));
            }
            return sum;
        });
        for (List<String> lane : lanesOver.getOrDefault(link, Map.of()).keySet()) {
            load = cut(load + bps(lane.get(0)));
        }
        return load;
    }

    private long bandwidthBps(String link) {
        return request.infrastructure().link(link).map(Link::bandwidthBps).orElse(0L);
    }

    private long bps(Route route) {
        return bps(route.flow());
    }

    private long bps(String flow) {
        return request.application().flow(flow).map(DataFlow::bandwidthBps).orElse(0L);
    }

    /** Whether what a move takes is there for all that is still going to come, even if nothing goes. */
    boolean isEnoughForAll(Move what) {
        if (what instanceof Move.Replicas some) {
            return some.node().equals(UNKNOWN)
                    || fits(
                            request.application()
                                    .microservice(some.microservice())
                                    .orElseThrow(),
                            some.node(),
                            0,
                            expectedOn.getOrDefault(some.node(), Map.of()));
        }
        Route route = ((Move.Path) what).route();
        return bps(route) == 0
                || route.links().stream()
                        .allMatch(link -> cut(load(link) + expectedOver.getOrDefault(link, 0L)) <= bandwidthBps(link));
    }

    /** Whether a replica of others runs in a region that an affinity selects. */
    boolean runsBeside(PodAffinity rule, String region) {
        return runs(rule).contains(region);
    }

    /** Whether a replica of others runs anywhere that an affinity selects. */
    boolean runsAnywhere(PodAffinity rule) {
        return !runs(rule).isEmpty();
    }

    private List<String> runs(PodAffinity rule) {
        String namespace = request.application().id().namespace();
        List<String> regions = new ArrayList<>();
        for (ReplicaGroup group : groups()) {
            if (rule.selects(namespace, group.namespace(), group.labels())
                    && request.infrastructure().region(group.region()).isPresent()) {
                regions.add(group.region());
            }
        }
        return regions;
    }
}
