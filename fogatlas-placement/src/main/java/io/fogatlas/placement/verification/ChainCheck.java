package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.RouteViolation.ChainExceeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds up the slowest way along each latency chain, vertex by vertex, for each region the way can have reached. */
final class ChainCheck {
    private ChainCheck() {}

    static void check(
            PlacementRequest request,
            Placement placement,
            Map<String, List<Route>> routesByFlow,
            List<Violation> found) {
        Application application = request.application();
        if (application.chains().isEmpty()) {
            return;
        }
        Map<List<String>, List<Route>> routesByEnds = routesByEnds(application, routesByFlow);
        for (LatencyChain chain : application.chains()) {
            long slowest = slowestMicros(chain, request, placement, routesByEnds);
            if (slowest > chain.boundMicros()) {
                found.add(new ChainExceeded(chain.name(), chain.boundMicros(), slowest));
            }
        }
    }

    /** The slowest way along a chain of a placement that keeps all other rules, in microseconds. */
    static long slowestMicros(LatencyChain chain, PlacementRequest request, Placement placement) {
        Map<String, List<Route>> routesByFlow = placement.routes().stream().collect(Collectors.groupingBy(Route::flow));
        return slowestMicros(chain, request, placement, routesByEnds(request.application(), routesByFlow));
    }

    private static Map<List<String>, List<Route>> routesByEnds(
            Application application, Map<String, List<Route>> routesByFlow) {
        Map<List<String>, List<Route>> routesByEnds = new HashMap<>();
        for (DataFlow flow : application.flows()) {
            routesByEnds
                    .computeIfAbsent(List.of(flow.source(), flow.destination()), ends -> new ArrayList<>())
                    .addAll(routesByFlow.getOrDefault(flow.name(), List.of()));
        }
        return routesByEnds;
    }

    /** The slowest way along the chosen routes, in microseconds; 0 if no way leads to the chain's end. */
    private static long slowestMicros(
            LatencyChain chain,
            PlacementRequest request,
            Placement placement,
            Map<List<String>, List<Route>> routesByEnds) {
        LatencyChain.Step before = chain.steps().get(0);
        Map<String, Long> slowestByRegion = new HashMap<>();
        for (String region : RouteCheck.regionsOf(before.vertex(), request, placement)) {
            slowestByRegion.put(region, before.processingMicros());
        }
        for (LatencyChain.Step step : chain.steps().subList(1, chain.steps().size())) {
            Map<String, Long> next = new HashMap<>();
            for (Route route : routesByEnds.getOrDefault(List.of(before.vertex(), step.vertex()), List.of())) {
                Long soFar = slowestByRegion.get(route.sourceRegion());
                if (soFar != null) {
                    long arrived = Sums.plus(soFar, RouteCheck.latencyMicros(request.infrastructure(), route));
                    next.merge(route.destinationRegion(), Sums.plus(arrived, step.processingMicros()), Math::max);
                }
            }
            slowestByRegion = next;
            before = step;
        }
        return slowestByRegion.values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
