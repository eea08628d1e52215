package io.fogatlas.placement.verification;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.RouteViolation.Fault;
import io.fogatlas.placement.verification.RouteViolation.LatencyExceeded;
import io.fogatlas.placement.verification.RouteViolation.LinkDown;
import io.fogatlas.placement.verification.RouteViolation.LinkOverloaded;
import io.fogatlas.placement.verification.RouteViolation.RouteBroken;
import io.fogatlas.placement.verification.RouteViolation.RouteEndsElsewhere;
import io.fogatlas.placement.verification.RouteViolation.RouteMissing;
import io.fogatlas.placement.verification.RouteViolation.RouteNotWanted;
import io.fogatlas.placement.verification.RouteViolation.RouteTwice;
import io.fogatlas.placement.verification.RouteViolation.UnknownFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks that every data flow is carried from each region of its source, in time, and that no link carries more than it can. */
final class RouteCheck {
    private final PlacementRequest request;
    private final Infrastructure infrastructure;
    private final Placement placement;
    private final List<Violation> found;
    private final Map<String, Long> askedBpsByLink = new TreeMap<>();

    private RouteCheck(PlacementRequest request, Placement placement, List<Violation> found) {
        this.request = request;
        this.infrastructure = request.infrastructure();
        this.placement = placement;
        this.found = found;
    }

    static void check(PlacementRequest request, OtherHolders others, Placement placement, List<Violation> found) {
        RouteCheck check = new RouteCheck(request, placement, found);
        Map<String, List<Route>> routesByFlow = new HashMap<>();
        for (Route route : placement.routes()) {
            if (request.application().flow(route.flow()).isPresent()) {
                routesByFlow
                        .computeIfAbsent(route.flow(), name -> new ArrayList<>(1))
                        .add(route);
            } else {
                found.add(new UnknownFlow(route.flow()));
            }
        }
        for (DataFlow flow : request.application().flows()) {
            check.checkFlow(flow, routesByFlow.getOrDefault(flow.name(), List.of()));
        }
        check.checkLinks(others);
        ChainCheck.check(request, placement, routesByFlow, found);
    }

    private void checkFlow(DataFlow flow, List<Route> routes) {
        Set<String> sources = regionsOf(flow.source(), request, placement);
        Set<String> destinations = regionsOf(flow.destination(), request, placement);
        Set<String> served = new HashSet<>();
        for (Route route : routes) {
            String from = route.sourceRegion();
            if (!sources.contains(from)) {
                found.add(new RouteNotWanted(flow.name(), from));
            } else if (!served.add(from)) {
                found.add(new RouteTwice(flow.name(), from));
            }
            if (!destinations.contains(route.destinationRegion())) {
                found.add(new RouteEndsElsewhere(flow.name(), from, route.destinationRegion()));
            }
            checkPath(route);
            checkEachLink(flow, route);
        }
        for (String source : sources) {
            if (!served.contains(source)) {
                found.add(new RouteMissing(flow.name(), source));
            }
        }
    }

    /** Where a vertex is: the regions of its Assignments, or the one where the endpoint stands. */
    static Set<String> regionsOf(String vertex, PlacementRequest request, Placement placement) {
        // A microservice may have the name of an endpoint that the application does not use.
        if (request.application().microservice(vertex).isPresent()) {
            Set<String> regions = new TreeSet<>();
            for (Assignment assignment : placement.of(vertex)) {
                regions.add(assignment.region());
            }
            return regions;
        }
        return request.infrastructure()
                .endpoint(vertex)
                .map(ExternalEndpoint::regionId)
                .map(Set::of)
                .orElse(Set.of());
    }

    /** Walks the links from the source region as far as they are joined. */
    private void checkPath(Route route) {
        String at = route.sourceRegion();
        Set<String> visited = new HashSet<>();
        visited.add(at);
        for (String id : route.links()) {
            Optional<Link> link = infrastructure.link(id);
            if (link.isEmpty()) {
                broken(route, Fault.UNKNOWN_LINK, id);
                return;
            }
            Optional<String> exit = link.get().exitFrom(at);
            if (exit.isEmpty()) {
                broken(route, at.equals(link.get().regionB()) ? Fault.WRONG_WAY : Fault.NOT_JOINED, id);
                return;
            }
            at = exit.get();
            if (!visited.add(at)) {
                broken(route, Fault.REGION_TWICE, id);
                return;
            }
        }
        if (!at.equals(route.destinationRegion())) {
            broken(route, Fault.DOES_NOT_ARRIVE, "");
        }
    }

    private void broken(Route route, Fault fault, String link) {
        found.add(new RouteBroken(route.flow(), route.sourceRegion(), route.destinationRegion(), fault, link));
    }

    private void checkEachLink(DataFlow flow, Route route) {
        for (String id : route.links()) {
            Optional<Link> link = infrastructure.link(id);
            if (link.isPresent() && !link.get().up()) {
                found.add(new LinkDown(flow.name(), route.sourceRegion(), id));
            }
            if (link.isPresent() && flow.bandwidthBps() > 0) {
                askedBpsByLink.merge(id, flow.bandwidthBps(), Sums::plus);
            }
        }
        long took = latencyMicros(infrastructure, route);
        if (flow.hasLatencyBound() && took > flow.latencyBoundMicros()) {
            found.add(new LatencyExceeded(flow.name(), route.sourceRegion(), flow.latencyBoundMicros(), took));
        }
    }

    private void checkLinks(OtherHolders others) {
        askedBpsByLink.forEach((id, asked) -> {
            long available = others.availableBps(infrastructure.link(id).orElseThrow());
            if (asked > available) {
                found.add(new LinkOverloaded(id, asked, available));
            }
        });
    }

    /** The sum over the links of a route that there are, in microseconds. */
    static long latencyMicros(Infrastructure infrastructure, Route route) {
        long sum = 0;
        for (String id : route.links()) {
            sum = Sums.plus(
                    sum, infrastructure.link(id).map(Link::latencyMicros).orElse(0L));
        }
        return sum;
    }
}
