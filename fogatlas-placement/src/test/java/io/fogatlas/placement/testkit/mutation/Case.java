package io.fogatlas.placement.testkit.mutation;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A valid placement that is to be spoiled.
 *
 * @param request the request
 * @param placement a placement that keeps every rule
 * @param random picks one of several occasions
 */
record Case(PlacementRequest request, Placement placement, RandomGenerator random) {
    private static final ApplicationId NEIGHBOUR = new ApplicationId("elsewhere", "neighbour");

    /**
     * Replicas of a microservice in a region.
     *
     * @param microservice the microservice
     * @param assignment where they are
     */
    record Placed(Microservice microservice, Assignment assignment) {}

    Infrastructure infrastructure() {
        return request.infrastructure();
    }

    Application application() {
        return request.application();
    }

    Stream<Placed> placed() {
        return application().microservices().stream()
                .flatMap(microservice -> placement.of(microservice.name()).stream()
                        .map(assignment -> new Placed(microservice, assignment)));
    }

    Stream<Route> routes(Predicate<Route> wanted) {
        return placement.routes().stream().filter(wanted);
    }

    Stream<Route> remoteRoutes() {
        return routes(route -> !route.links().isEmpty());
    }

    DataFlow flow(Route route) {
        return application().flow(route.flow()).orElseThrow();
    }

    Link link(String id) {
        return infrastructure().link(id).orElseThrow();
    }

    long micros(Route route) {
        return route.links().stream().mapToLong(id -> link(id).latencyMicros()).sum();
    }

    /** What the application asks of a link. */
    long askedBps(String link) {
        return placement.routes().stream()
                .mapToLong(route -> flow(route).bandwidthBps()
                        * route.links().stream().filter(link::equals).count())
                .sum();
    }

    long takenBps(String link) {
        return request.occupancy()
                .without(application().id())
                .bandwidthBpsByLink()
                .getOrDefault(link, 0L);
    }

    /** What the application asks of a node. */
    Resources asked(ComputeNode node) {
        Region region = infrastructure().region(node.regionId()).orElseThrow();
        Resources sum = Resources.NONE;
        for (Placed one : placed().toList()) {
            int count = one.assignment().replicasByNode().getOrDefault(node.name(), 0);
            sum = sum.plus(one.microservice().requirements().in(region).times(count));
        }
        return sum;
    }

    Resources taken(ComputeNode node) {
        Resources sum = Resources.NONE;
        for (ReplicaGroup group :
                request.occupancy().without(application().id()).replicas()) {
            sum = sum.plus(group.perReplica().times(group.replicasByNode().getOrDefault(node.name(), 0)));
        }
        return sum;
    }

    Stream<ComputeNode> usedNodes() {
        return placed().flatMap(one -> one.assignment().replicasByNode().keySet().stream())
                .distinct()
                .map(name -> infrastructure().node(name).orElseThrow());
    }

    /** Whether nothing depends on who is beside whom. */
    boolean isSociable() {
        return application().microservices().stream()
                        .allMatch(microservice -> microservice.affinities().isEmpty()
                                && microservice.antiAffinities().isEmpty())
                && request.occupancy().replicas().stream()
                        .allMatch(group -> group.antiAffinities().isEmpty());
    }

    boolean hasFlows(Microservice microservice) {
        String name = microservice.name();
        return application().flows().stream()
                .anyMatch(
                        flow -> flow.source().equals(name) || flow.destination().equals(name));
    }

    <T> Optional<T> any(Stream<T> occasions) {
        List<T> all = occasions.toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    Mutant with(Placement changed, Class<? extends Violation> broken) {
        return new Mutant(request, changed, broken);
    }

    Mutant with(Infrastructure changed, Class<? extends Violation> broken) {
        return new Mutant(with(changed, application()), placement, broken);
    }

    Mutant with(Application changed, Class<? extends Violation> broken) {
        return new Mutant(with(infrastructure(), changed), placement, broken);
    }

    private PlacementRequest with(Infrastructure infrastructure, Application application) {
        return new PlacementRequest(
                infrastructure,
                application,
                request.occupancy(),
                request.objective(),
                request.current(),
                request.limits());
    }

    /** Lets somebody else hold something more. */
    Mutant withHolding(Holding more, Class<? extends Violation> broken) {
        PlacementRequest changed = new PlacementRequest(
                infrastructure(),
                application(),
                request.occupancy().with(NEIGHBOUR, more),
                request.objective(),
                request.current(),
                request.limits());
        return new Mutant(changed, placement, broken);
    }

    Infrastructure withLink(String id, UnaryOperator<Link> change) {
        Infrastructure from = infrastructure();
        return new Infrastructure(
                from.regions(),
                from.nodes(),
                from.links().stream()
                        .map(link -> link.id().equals(id) ? change.apply(link) : link)
                        .toList(),
                from.endpoints());
    }

    Infrastructure withNode(ComputeNode node, UnaryOperator<ComputeNode> change) {
        Infrastructure from = infrastructure();
        return new Infrastructure(
                from.regions(),
                from.nodes().stream()
                        .map(other -> other.equals(node) ? change.apply(other) : other)
                        .toList(),
                from.links(),
                from.endpoints());
    }

    Application withMicroservice(Microservice microservice, UnaryOperator<Microservice> change) {
        Application from = application();
        return new Application(
                from.id(),
                from.endpoints(),
                from.microservices().stream()
                        .map(other -> other.equals(microservice) ? change.apply(other) : other)
                        .toList(),
                from.flows(),
                from.chains());
    }

    Application withFlow(DataFlow flow, UnaryOperator<DataFlow> change) {
        return withFlows(application().flows().stream()
                .map(other -> other.equals(flow) ? change.apply(other) : other)
                .toList());
    }

    Application withFlows(List<DataFlow> flows) {
        Application from = application();
        return new Application(from.id(), from.endpoints(), from.microservices(), flows, from.chains());
    }

    Application withChain(LatencyChain chain) {
        Application from = application();
        List<LatencyChain> chains = new ArrayList<>(from.chains());
        chains.add(chain);
        return new Application(from.id(), from.endpoints(), from.microservices(), from.flows(), chains);
    }

    Placement withRoute(Route route, List<Route> instead) {
        List<Route> routes = new ArrayList<>(placement.routes());
        routes.remove(route);
        routes.addAll(instead);
        return new Placement(placement.assignments(), routes);
    }

    Placement withAssignments(Microservice microservice, List<Assignment> assignments) {
        Map<String, List<Assignment>> changed = new TreeMap<>(placement.assignments());
        changed.put(microservice.name(), assignments);
        return new Placement(changed, placement.routes());
    }

    Placement withAssignment(Placed one, Assignment instead) {
        return withAssignments(
                one.microservice(),
                placement.of(one.microservice().name()).stream()
                        .map(other -> other.equals(one.assignment()) ? instead : other)
                        .toList());
    }
}
