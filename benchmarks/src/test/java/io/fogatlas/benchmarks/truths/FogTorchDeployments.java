package io.fogatlas.benchmarks.truths;

import io.fogatlas.benchmarks.truths.FogTorchInstance.Draw;
import io.fogatlas.benchmarks.truths.FogTorchInstance.State;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges every deployment of an instance in every state of the links by {@link PlacementVerifier}. Routes are direct, as in FogTorchPI, or
 * lead over the access line: detours would be legal here, and are not taken.
 */
final class FogTorchDeployments {
    private final FogTorchInstance instance;
    private final Application application;
    private final Map<List<Integer>, Infrastructure> infrastructures = new HashMap<>();

    FogTorchDeployments(FogTorchInstance instance) {
        this.instance = instance;
        this.application = instance.application();
    }

    /** How likely each deployment keeps every rule, in percent, of those that may at all; by {@code component=region} in order. */
    Map<String, Double> eligible() {
        Map<String, Double> eligible = new TreeMap<>();
        for (Map<String, String> regions : everywhere()) {
            double probability = probability(regions);
            if (probability > 0) {
                eligible.put(text(regions), 100 * probability);
            }
        }
        return eligible;
    }

    static String text(Map<String, String> regions) {
        return new TreeMap<>(regions).toString();
    }

    private List<Map<String, String>> everywhere() {
        List<Map<String, String>> all = List.of(Map.of());
        for (Microservice component : instance.components()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (String region : instance.nodes()) {
                    Map<String, String> one = new TreeMap<>(before);
                    one.put(component.name(), region);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    /** Sums over the states of the links that the deployment uses; those of others do not matter, and stay in their first. */
    private double probability(Map<String, String> regions) {
        Placement placement = placement(regions);
        Set<String> used = placement.routes().stream()
                .flatMap(route -> route.links().stream())
                .collect(Collectors.toSet());
        return probability(placement, used, new ArrayList<>());
    }

    private double probability(Placement placement, Set<String> used, List<Integer> states) {
        if (states.size() == instance.draws().size()) {
            Infrastructure infrastructure = infrastructures.computeIfAbsent(List.copyOf(states), this::infrastructure);
            boolean valid = PlacementVerifier.verify(PlacementRequest.of(infrastructure, application), placement)
                    .isValid();
            return valid ? 1 : 0;
        }
        Draw draw = instance.draws().get(states.size());
        boolean matters = draw.states().get(0).links().stream().anyMatch(link -> used.contains(link.id()));
        double sum = 0;
        for (int state = 0; state < (matters ? draw.states().size() : 1); state++) {
            states.add(state);
            double rest = probability(placement, used, states);
            states.remove(states.size() - 1);
            sum += matters ? draw.states().get(state).probability() * rest : rest;
        }
        return sum;
    }

    private Infrastructure infrastructure(List<Integer> states) {
        List<Link> links = new ArrayList<>();
        for (int draw = 0; draw < states.size(); draw++) {
            State state = instance.draws().get(draw).states().get(states.get(draw));
            links.addAll(state.links());
        }
        return instance.infrastructure(links);
    }

    private Placement placement(Map<String, String> regions) {
        Map<String, List<Assignment>> assignments = new TreeMap<>();
        regions.forEach((component, region) ->
                assignments.put(component, List.of(new Assignment(region, 1, Map.of(region + "-1", 1)))));
        Infrastructure first =
                infrastructure(instance.draws().stream().map(draw -> 0).toList());
        List<Route> routes = new ArrayList<>();
        for (DataFlow flow : application.flows()) {
            String from = region(flow.source(), regions, first);
            String to = region(flow.destination(), regions, first);
            routes.add(new Route(flow.name(), from, to, links(from, to, first)));
        }
        return new Placement(assignments, routes);
    }

    private static String region(String vertex, Map<String, String> regions, Infrastructure infrastructure) {
        return regions.containsKey(vertex)
                ? regions.get(vertex)
                : infrastructure
                        .endpoint(vertex)
                        .map(ExternalEndpoint::regionId)
                        .orElseThrow();
    }

    private static List<String> links(String from, String to, Infrastructure infrastructure) {
        if (from.equals(to)) {
            return List.of();
        }
        String direct = from + ">" + to;
        return infrastructure.link(direct).isPresent()
                ? List.of(direct)
                : List.of(from + ">" + FogTorchInstance.INTERNET, FogTorchInstance.INTERNET + ">" + to);
    }
}
