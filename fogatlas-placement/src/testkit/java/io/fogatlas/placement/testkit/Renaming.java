package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gives everything in a request another id and turns every list in it: the same problem in other words. Labels stay, apart from the
 * label that holds the region's id.
 */
final class Renaming {
    private final Random random;
    private final boolean turns;
    private final boolean renames;
    private final Map<String, String> names = new HashMap<>();

    private Renaming(long seed, boolean turns, boolean renames) {
        this.random = new Random(seed);
        this.turns = turns;
        this.renames = renames;
    }

    /** Makes the same request anew. */
    static PlacementRequest copied(PlacementRequest request) {
        return new Renaming(0, false, false).request(request);
    }

    /** Turns every list whose order means nothing. */
    static PlacementRequest reordered(PlacementRequest request, long seed) {
        return new Renaming(seed, true, false).request(request);
    }

    /** Changes every id, so that their order is another too. */
    static PlacementRequest renamed(PlacementRequest request, long seed) {
        return new Renaming(seed, false, true).request(request);
    }

    private PlacementRequest request(PlacementRequest request) {
        Infrastructure infrastructure = request.infrastructure();
        Application application = request.application();
        name("region", infrastructure.regions().stream().map(Region::id).toList());
        name("node", infrastructure.nodes().stream().map(ComputeNode::name).toList());
        name("link", infrastructure.links().stream().map(Link::id).toList());
        name(
                "endpoint",
                infrastructure.endpoints().stream().map(ExternalEndpoint::id).toList());
        name(
                "service",
                application.microservices().stream().map(Microservice::name).toList());
        name("flow", application.flows().stream().map(DataFlow::name).toList());
        return new PlacementRequest(
                infrastructure(infrastructure),
                application(application),
                occupancy(request.occupancy()),
                request.objective(),
                request.current().map(this::placement),
                request.limits());
    }

    private void name(String kind, List<String> ids) {
        List<String> fresh = new ArrayList<>();
        for (int number = 0; number < ids.size(); number++) {
            fresh.add(kind + "-" + number);
        }
        Collections.shuffle(fresh, random);
        for (int number = 0; number < ids.size(); number++) {
            names.put(kind + " " + ids.get(number), renames ? fresh.get(number) : ids.get(number));
        }
    }

    private String name(String kind, String id) {
        return names.getOrDefault(kind + " " + id, id);
    }

    private <T> List<T> turned(Collection<T> values) {
        List<T> copy = new ArrayList<>(values);
        if (turns) {
            Collections.shuffle(copy, random);
        }
        return copy;
    }

    private Infrastructure infrastructure(Infrastructure from) {
        return new Infrastructure(
                turned(from.regions().stream().map(this::region).toList()),
                turned(from.nodes().stream().map(this::node).toList()),
                turned(from.links().stream().map(this::link).toList()),
                turned(from.endpoints().stream().map(this::endpoint).toList()));
    }

    private Region region(Region from) {
        return new Region(
                name("region", from.id()),
                from.name(),
                from.tier(),
                from.location(),
                from.cpuModel(),
                from.mipsPerCore(),
                from.priceMicrosPerMips());
    }

    private ComputeNode node(ComputeNode from) {
        Map<String, String> labels = new LinkedHashMap<>(from.labels());
        labels.computeIfPresent(ComputeNode.REGION_LABEL, (key, id) -> name("region", id));
        return new ComputeNode(
                name("node", from.name()),
                name("region", from.regionId()),
                from.allocatable(),
                labels,
                turned(from.taints()),
                from.ready());
    }

    private Link link(Link from) {
        return new Link(
                name("link", from.id()),
                name("region", from.regionA()),
                name("region", from.regionB()),
                from.bandwidthBps(),
                from.latencyMicros(),
                from.up(),
                from.directed());
    }

    private ExternalEndpoint endpoint(ExternalEndpoint from) {
        return new ExternalEndpoint(
                name("endpoint", from.id()),
                from.name(),
                from.type(),
                name("region", from.regionId()),
                from.location());
    }

    private Application application(Application from) {
        return new Application(
                from.id(),
                turned(from.endpoints().stream().map(id -> name("endpoint", id)).toList()),
                turned(from.microservices().stream().map(this::microservice).toList()),
                turned(from.flows().stream().map(this::flow).toList()),
                turned(from.chains().stream().map(this::chain).toList()));
    }

    private Microservice microservice(Microservice from) {
        return new Microservice(
                name("service", from.name()),
                from.requirements(),
                turned(from.demands().stream()
                        .map(demand -> new RegionDemand(
                                demand.region().map(id -> name("region", id)), demand.replicas(), demand.image()))
                        .toList()),
                from.labels(),
                nodeSelector(from.nodeSelector()),
                turned(from.tolerations()),
                turned(from.regionConstraints().stream().map(this::constraint).toList()),
                turned(from.affinities()),
                turned(from.antiAffinities()));
    }

    private NodeSelector nodeSelector(NodeSelector from) {
        return new NodeSelector(
                new LabelSelector(expressions(from.required().expressions())),
                turned(from.anyOf().stream()
                        .map(term -> new NodeSelector.Term(expressions(term.labels()), expressions(term.fields())))
                        .toList()));
    }

    private List<LabelExpression> expressions(List<LabelExpression> from) {
        return turned(from.stream()
                .map(expression -> new LabelExpression(
                        expression.key(),
                        expression.operator(),
                        turned(expression.values().stream()
                                .map(value -> switch (expression.key()) {
                                    case ComputeNode.REGION_LABEL -> name("region", value);
                                    case NodeSelector.NAME_FIELD -> name("node", value);
                                    default -> value;
                                })
                                .toList())))
                .toList());
    }

    private RegionConstraint constraint(RegionConstraint from) {
        if (from instanceof RegionConstraint.AllowedRegions allowed) {
            return new RegionConstraint.AllowedRegions(regions(allowed.regionIds()));
        }
        if (from instanceof RegionConstraint.ForbiddenRegions forbidden) {
            return new RegionConstraint.ForbiddenRegions(regions(forbidden.regionIds()));
        }
        if (from instanceof RegionConstraint.WithinOfEndpoint within) {
            return new RegionConstraint.WithinOfEndpoint(name("endpoint", within.endpointId()), within.radiusMeters());
        }
        return from;
    }

    private Set<String> regions(Set<String> ids) {
        return ids.stream().map(id -> name("region", id)).collect(Collectors.toSet());
    }

    private String vertex(String id) {
        return names.containsKey("service " + id) ? name("service", id) : name("endpoint", id);
    }

    private DataFlow flow(DataFlow from) {
        return new DataFlow(
                name("flow", from.name()),
                vertex(from.source()),
                vertex(from.destination()),
                from.bandwidthBps(),
                from.latencyBoundMicros());
    }

    private LatencyChain chain(LatencyChain from) {
        return new LatencyChain(
                from.name(),
                from.steps().stream()
                        .map(step -> new LatencyChain.Step(vertex(step.vertex()), step.processingMicros()))
                        .toList(),
                from.boundMicros());
    }

    private Occupancy occupancy(Occupancy from) {
        Occupancy changed = new Occupancy(Map.of(), holding(from.others()));
        for (Map.Entry<ApplicationId, Holding> entry : from.byApplication().entrySet()) {
            changed = changed.with(entry.getKey(), holding(entry.getValue()));
        }
        return changed;
    }

    private Holding holding(Holding from) {
        Map<String, Long> bandwidth = new TreeMap<>();
        from.bandwidthBpsByLink().forEach((link, bps) -> bandwidth.put(name("link", link), bps));
        return new Holding(
                bandwidth,
                turned(from.replicas().stream()
                        .map(group -> new ReplicaGroup(
                                group.namespace(),
                                group.labels(),
                                turned(group.antiAffinities()),
                                name("region", group.region()),
                                onNodes(group.replicasByNode()),
                                group.perReplica()))
                        .toList()));
    }

    private Map<String, Integer> onNodes(Map<String, Integer> from) {
        Map<String, Integer> changed = new TreeMap<>();
        from.forEach((node, count) -> changed.put(name("node", node), count));
        return changed;
    }

    private Placement placement(Placement from) {
        Map<String, List<Assignment>> assignments = new TreeMap<>();
        from.assignments()
                .forEach((microservice, in) -> assignments.put(
                        name("service", microservice),
                        in.stream()
                                .map(one -> new Assignment(
                                        name("region", one.region()), one.replicas(), onNodes(one.replicasByNode())))
                                .toList()));
        List<Route> routes = from.routes().stream()
                .map(route -> new Route(
                        name("flow", route.flow()),
                        name("region", route.sourceRegion()),
                        name("region", route.destinationRegion()),
                        route.links().stream().map(link -> name("link", link)).toList()))
                .toList();
        return new Placement(assignments, routes);
    }
}
