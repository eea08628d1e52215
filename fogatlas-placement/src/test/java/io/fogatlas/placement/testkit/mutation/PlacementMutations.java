package io.fogatlas.placement.testkit.mutation;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.verification.DemandViolation;
import io.fogatlas.placement.verification.NodeViolation;
import io.fogatlas.placement.verification.RegionViolation;
import io.fogatlas.placement.verification.RouteViolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The request stays; the placement is changed. */
final class PlacementMutations {
    private PlacementMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("a route is missing", PlacementMutations::missingRoute),
                new Mutation("a route is there twice", PlacementMutations::doubleRoute),
                new Mutation("there is a route of no flow", PlacementMutations::ghostRoute),
                new Mutation("a route starts where the source is not", PlacementMutations::unwantedRoute),
                new Mutation("a route ends where the destination is not", PlacementMutations::strayRoute),
                new Mutation("two links of a route are swapped", PlacementMutations::swappedLinks),
                new Mutation("the last link of a route is missing", PlacementMutations::shortRoute),
                new Mutation("the first link of a route is missing", PlacementMutations::lateRoute),
                new Mutation("a route goes out and back", PlacementMutations::detour),
                new Mutation("a route passes a link that is not there", PlacementMutations::ghostLink),
                new Mutation("a replica is on no node", PlacementMutations::homeless),
                new Mutation("replicas are on a node that is not there", PlacementMutations::ghostNode),
                new Mutation("there is a replica too many", PlacementMutations::oneReplicaMore),
                new Mutation("a microservice is placed that is not there", PlacementMutations::ghost),
                new Mutation("a microservice is not placed", PlacementMutations::notPlaced),
                new Mutation("there is an Assignment too many", PlacementMutations::oneAssignmentMore),
                new Mutation("two Assignments are in one region", PlacementMutations::sameRegion),
                new Mutation("an Assignment is in no region", PlacementMutations::nowhere));
    }

    private static Optional<Mutant> missingRoute(Case from) {
        return from.any(from.routes(route -> true))
                .map(route -> from.with(from.withRoute(route, List.of()), RouteViolation.RouteMissing.class));
    }

    private static Optional<Mutant> doubleRoute(Case from) {
        return from.any(from.routes(
                        route -> route.links().isEmpty() || from.flow(route).bandwidthBps() == 0))
                .map(route -> from.with(from.withRoute(route, List.of(route, route)), RouteViolation.RouteTwice.class));
    }

    private static Optional<Mutant> ghostRoute(Case from) {
        String region = from.infrastructure().regions().get(0).id();
        List<Route> routes = new ArrayList<>(from.placement().routes());
        routes.add(new Route("mutation", region, region, List.of()));
        return Optional.of(
                from.with(new Placement(from.placement().assignments(), routes), RouteViolation.UnknownFlow.class));
    }

    private static Optional<Mutant> unwantedRoute(Case from) {
        return from.any(from.routes(
                        route -> !regionsOf(from, from.flow(route).source()).contains(route.destinationRegion())))
                .map(route -> from.with(
                        from.withRoute(
                                route,
                                List.of(
                                        route,
                                        new Route(
                                                route.flow(),
                                                route.destinationRegion(),
                                                route.destinationRegion(),
                                                List.of()))),
                        RouteViolation.RouteNotWanted.class));
    }

    /** The route ends one link too early, and says so. */
    private static Optional<Mutant> strayRoute(Case from) {
        record Stray(Route route, String end) {}
        Stream<Stray> strays = from.remoteRoutes()
                .map(route -> {
                    List<String> links = route.links();
                    Link last = from.link(links.get(links.size() - 1));
                    return new Stray(
                            route, last.regionA().equals(route.destinationRegion()) ? last.regionB() : last.regionA());
                })
                .filter(stray ->
                        !regionsOf(from, from.flow(stray.route()).destination()).contains(stray.end()));
        return from.any(strays).map(stray -> {
            Route route = stray.route();
            Route cut = new Route(
                    route.flow(),
                    route.sourceRegion(),
                    stray.end(),
                    route.links().subList(0, route.links().size() - 1));
            return from.with(from.withRoute(route, List.of(cut)), RouteViolation.RouteEndsElsewhere.class);
        });
    }

    private static Optional<Mutant> swappedLinks(Case from) {
        return from.any(from.routes(route -> route.links().size() > 1)).map(route -> {
            List<String> links = new ArrayList<>(route.links());
            Collections.swap(links, 0, 1);
            return broken(from, route, links);
        });
    }

    private static Optional<Mutant> shortRoute(Case from) {
        return from.any(from.remoteRoutes())
                .map(route -> broken(
                        from, route, route.links().subList(0, route.links().size() - 1)));
    }

    private static Optional<Mutant> lateRoute(Case from) {
        return from.any(from.remoteRoutes())
                .map(route -> broken(
                        from, route, route.links().subList(1, route.links().size())));
    }

    /** Only where neither bandwidth nor time is used up as well. */
    private static Optional<Mutant> detour(Case from) {
        return from.any(from.routes(route -> from.flow(route).bandwidthBps() == 0
                        && !from.flow(route).hasLatencyBound()
                        && from.application().chains().isEmpty())
                .flatMap(route -> from.infrastructure().links().stream()
                        .filter(link -> link.up()
                                && !link.directed()
                                && link.exitFrom(route.sourceRegion()).isPresent())
                        .map(link -> {
                            List<String> links = new ArrayList<>(List.of(link.id(), link.id()));
                            links.addAll(route.links());
                            return broken(from, route, links);
                        })));
    }

    private static Optional<Mutant> ghostLink(Case from) {
        return from.any(from.remoteRoutes()).map(route -> {
            List<String> links = new ArrayList<>(route.links());
            links.set(0, "mutation");
            return broken(from, route, links);
        });
    }

    private static Mutant broken(Case from, Route route, List<String> links) {
        Route instead = new Route(route.flow(), route.sourceRegion(), route.destinationRegion(), links);
        return from.with(from.withRoute(route, List.of(instead)), RouteViolation.RouteBroken.class);
    }

    private static Optional<Mutant> homeless(Case from) {
        return from.any(from.placed().filter(one -> from.infrastructure().hasNodes()))
                .map(one -> {
                    Map<String, Integer> onNodes =
                            new TreeMap<>(one.assignment().replicasByNode());
                    String node = onNodes.keySet().iterator().next();
                    onNodes.computeIfPresent(node, (name, count) -> count == 1 ? null : Integer.valueOf(count - 1));
                    return from.with(
                            from.withAssignment(
                                    one,
                                    new Assignment(
                                            one.assignment().region(),
                                            one.assignment().replicas(),
                                            onNodes)),
                            NodeViolation.ReplicasNotOnNodes.class);
                });
    }

    private static Optional<Mutant> ghostNode(Case from) {
        return from.any(from.placed())
                .filter(one -> from.infrastructure().hasNodes())
                .map(one -> from.with(
                        from.withAssignment(
                                one,
                                new Assignment(
                                        one.assignment().region(),
                                        one.assignment().replicas(),
                                        Map.of("mutation", one.assignment().replicas()))),
                        NodeViolation.UnknownNode.class));
    }

    /** Only where nodes do not count as well, and nobody minds a further replica. */
    private static Optional<Mutant> oneReplicaMore(Case from) {
        return from.any(from.placed().filter(one -> !from.infrastructure().hasNodes() && from.isSociable()))
                .map(one -> from.with(
                        from.withAssignment(
                                one,
                                new Assignment(
                                        one.assignment().region(),
                                        one.assignment().replicas() + 100,
                                        Map.of())),
                        DemandViolation.DemandNotMet.class));
    }

    private static Optional<Mutant> ghost(Case from) {
        Map<String, List<Assignment>> assignments =
                new TreeMap<>(from.placement().assignments());
        assignments.put(
                "mutation",
                List.of(new Assignment(from.infrastructure().regions().get(0).id(), 1, Map.of())));
        return Optional.of(from.with(
                new Placement(assignments, from.placement().routes()), DemandViolation.UnknownMicroservice.class));
    }

    private static Stream<Microservice> loners(Case from) {
        return from.application().microservices().stream()
                .filter(microservice -> from.isSociable() && !from.hasFlows(microservice));
    }

    private static Optional<Mutant> notPlaced(Case from) {
        return from.any(loners(from))
                .map(it -> from.with(from.withAssignments(it, List.of()), DemandViolation.MicroserviceNotPlaced.class));
    }

    /** Only where nothing else is wrong with the region: no nodes, no constraints. */
    private static Stream<Microservice> free(Case from) {
        return loners(from)
                .filter(it -> !from.infrastructure().hasNodes()
                        && it.regionConstraints().isEmpty()
                        && it.nodeSelector().required().expressions().isEmpty()
                        && it.nodeSelector().anyOf().isEmpty()
                        && it.demands().stream()
                                .allMatch(demand -> demand.region().isEmpty()));
    }

    private static Optional<Mutant> oneAssignmentMore(Case from) {
        return from.any(free(from)
                .flatMap(it -> from.infrastructure().regions().stream()
                        .map(Region::id)
                        .filter(id -> !regionsOf(from, it.name()).contains(id))
                        .map(id -> {
                            List<Assignment> more =
                                    new ArrayList<>(from.placement().of(it.name()));
                            more.add(new Assignment(id, 1, Map.of()));
                            return from.with(from.withAssignments(it, more), DemandViolation.AssignmentNotAsked.class);
                        })));
    }

    /** Two are asked for, two are given, but not in two regions. */
    private static Optional<Mutant> sameRegion(Case from) {
        return from.any(from.placed()
                        .filter(one -> !from.infrastructure().hasNodes()
                                && from.isSociable()
                                && one.microservice().demands().size() == 1
                                && one.microservice().demands().get(0).region().isEmpty()))
                .map(one -> {
                    RegionDemand demand = one.microservice().demands().get(0);
                    Mutant asked = from.with(
                            from.withMicroservice(
                                    one.microservice(),
                                    it -> new Edited(it)
                                            .demands(List.of(demand, demand))
                                            .build()),
                            DemandViolation.RegionTwice.class);
                    Placement given =
                            from.withAssignments(one.microservice(), List.of(one.assignment(), one.assignment()));
                    return new Mutant(asked.request(), given, asked.broken());
                });
    }

    private static Optional<Mutant> nowhere(Case from) {
        return from.any(free(from)).map(it -> {
            List<Assignment> moved = new ArrayList<>(from.placement().of(it.name()));
            Assignment first = moved.remove(0);
            moved.add(new Assignment("mutation", first.replicas(), Map.of()));
            return from.with(from.withAssignments(it, moved), RegionViolation.UnknownRegion.class);
        });
    }

    private static Set<String> regionsOf(Case from, String vertex) {
        return from.application().microservice(vertex).isPresent()
                ? from.placement().of(vertex).stream().map(Assignment::region).collect(Collectors.toSet())
                : from.infrastructure().endpoint(vertex).stream()
                        .map(ExternalEndpoint::regionId)
                        .collect(Collectors.toSet());
    }
}
