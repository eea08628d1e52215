package io.fogatlas.placement.verification;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that a plan starts from what still runs of a placement, and assumes only what it may. */
final class PlanStart {
    private final PlacementRequest request;
    private final Infrastructure infrastructure;
    private final Placement from;
    private final Placement start;
    private final Placement to;
    private final List<PlanFault> faults;

    private PlanStart(PlacementRequest request, Placement from, Placement start, Placement to, List<PlanFault> faults) {
        this.request = request;
        this.infrastructure = request.infrastructure();
        this.from = from;
        this.start = start;
        this.to = to;
        this.faults = faults;
    }

    static void check(PlacementRequest request, Placement from, Placement start, Placement to, List<PlanFault> faults) {
        PlanStart check = new PlanStart(request, from, start, to, faults);
        for (String name : start.assignments().keySet()) {
            if (request.application().microservice(name).isEmpty()) {
                check.fault("microservice '" + name + "' is not one of the application");
            }
        }
        for (Microservice microservice : request.application().microservices()) {
            check.replicas(microservice.name());
        }
        check.routes();
    }

    private void fault(String text) {
        faults.add(new PlanFault(0, text));
    }

    private void replicas(String name) {
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> known = new TreeMap<>();
        for (Assignment assignment : from.of(name)) {
            String region = assignment.region();
            if (infrastructure.region(region).isEmpty()) {
                continue;
            }
            long told = assignment.replicasByNode().values().stream()
                    .mapToLong(Integer::longValue)
                    .sum();
            long alive = 0;
            for (Map.Entry<String, Integer> entry : assignment.replicasByNode().entrySet()) {
                if (runs(entry.getKey(), region)) {
                    known.merge(entry.getKey(), (long) entry.getValue(), Long::sum);
                    alive += entry.getValue();
                }
            }
            boolean hosts = infrastructure.nodesIn(region).stream()
                    .map(ComputeNode::name)
                    .anyMatch(node -> runs(node, region));
            long untold = Math.max(0, assignment.replicas() - told);
            long all = !infrastructure.hasNodes() ? assignment.replicas() : alive + (hosts ? untold : 0);
            if (all > 0) {
                expected.merge(region, all, Long::sum);
            }
        }
        Map<String, Long> stated = new TreeMap<>();
        Map<String, Long> onNodes = new TreeMap<>();
        for (Assignment assignment : start.of(name)) {
            stated.merge(assignment.region(), (long) assignment.replicas(), Long::sum);
            assignment.replicasByNode().forEach((node, count) -> onNodes.merge(node, (long) count, Long::sum));
        }
        if (!stated.equals(expected)) {
            fault("microservice '%s' runs as %s, but the plan starts from %s".formatted(name, expected, stated));
        }
        for (String node : known.keySet()) {
            if (onNodes.getOrDefault(node, 0L) < known.getOrDefault(node, 0L)) {
                fault("microservice '" + name + "' runs on node '" + node + "', where the plan does not see it");
            }
        }
        for (Map.Entry<String, Long> entry : onNodes.entrySet()) {
            long assumed = entry.getValue() - known.getOrDefault(entry.getKey(), 0L);
            if (assumed > 0 && entry.getValue() > placedOn(to, name, entry.getKey())) {
                fault("microservice '" + name + "' is not known to run on node '" + entry.getKey() + "'");
            }
        }
    }

    private static long placedOn(Placement placement, String name, String node) {
        return placement.of(name).stream()
                .mapToLong(assignment -> assignment.replicasByNode().getOrDefault(node, 0))
                .sum();
    }

    private boolean runs(String node, String region) {
        Optional<ComputeNode> found = infrastructure.node(node);
        return found.isPresent()
                && found.get().ready()
                && found.get().regionId().equals(region);
    }

    private void routes() {
        List<Route> told = from.routes().isEmpty() ? to.routes() : from.routes();
        Map<List<String>, List<Route>> expected =
                told.stream().filter(this::stands).collect(Collectors.groupingBy(PlanStart::lane));
        Map<List<String>, List<Route>> stated = start.routes().stream().collect(Collectors.groupingBy(PlanStart::lane));
        stated.forEach((lane, routes) -> {
            if (routes.size() != 1 || !expected.getOrDefault(lane, List.of()).containsAll(routes)) {
                fault("data flow '" + lane.get(0) + "' is not known to take the routes " + routes);
            }
        });
        expected.forEach((lane, routes) -> {
            if (!stated.containsKey(lane)) {
                fault("data flow '" + lane.get(0) + "' takes one of the routes " + routes
                        + ", but the plan does not see it");
            }
        });
    }

    private static List<String> lane(Route route) {
        return List.of(route.flow(), route.sourceRegion());
    }

    private boolean stands(Route route) {
        Optional<DataFlow> flow = request.application().flow(route.flow());
        if (flow.isEmpty()
                || !RouteCheck.regionsOf(flow.get().source(), request, start).contains(route.sourceRegion())
                || !RouteCheck.regionsOf(flow.get().destination(), request, start)
                        .contains(route.destinationRegion())) {
            return false;
        }
        String at = route.sourceRegion();
        for (String id : route.links()) {
            String here = at;
            Optional<String> next =
                    infrastructure.link(id).filter(link -> link.up()).flatMap(link -> link.exitFrom(here));
            if (next.isEmpty()) {
                return false;
            }
            at = next.get();
        }
        boolean passesTwice =
                route.links().stream().distinct().count() < route.links().size();
        return at.equals(route.destinationRegion()) && !passesTwice;
    }
}
