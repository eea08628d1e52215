package io.fogatlas.manifests;

import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the routes of a decision and finds the data flow of each: by its name where it is given, otherwise by source and destination. Of
 * several flows between the same two vertices the first of the same bandwidth is taken that has no route from the same region yet. A
 * route between vertices that no flow joins keeps a name made of both, for a verifier to refuse.
 */
final class RouteReader {
    private final Application application;
    private final Map<List<String>, List<DataFlow>> flows;
    private final Set<List<String>> taken = new HashSet<>();

    RouteReader(Application application) {
        this.application = application;
        this.flows = application.flows().stream()
                .collect(Collectors.groupingBy(flow -> List.of(flow.source(), flow.destination())));
    }

    List<Route> read(List<Fields> all) {
        // Flows that are named are taken; the others share what is left.
        for (Fields fields : all) {
            fields.object()
                    .text("flow")
                    .ifPresent(flow -> taken.add(
                            List.of(flow, fields.object().text("sourceRegion").orElse(""))));
        }
        List<Route> routes = new ArrayList<>();
        all.forEach(fields -> route(fields).ifPresent(routes::add));
        return routes;
    }

    private Optional<Route> route(Fields fields) {
        long before = fields.notes().found();
        Optional<String> named = fields.text("flow").filter(name -> !name.isBlank());
        String source = ends(fields, named, "source");
        String destination = ends(fields, named, "destination");
        String sourceRegion = fields.requiredText("sourceRegion");
        String destinationRegion = fields.requiredText("destinationRegion");
        if (fields.object().get("links").isEmpty()) {
            fields.problem("links", "is missing; give the ids of the links in order, or an empty list");
        }
        List<String> links = fields.texts("links");
        OptionalLong bandwidth = fields.whole("bandwidthBps", 0, Problems.MAX_AMOUNT);
        if (fields.notes().found() != before) {
            return Optional.empty();
        }
        String flow = named.orElseGet(() -> match(source, destination, sourceRegion, bandwidth));
        return Optional.of(new Route(flow, sourceRegion, destinationRegion, links));
    }

    /** One end of the flow, which must agree with the flow of the name if both are given. */
    private String ends(Fields fields, Optional<String> named, String key) {
        Optional<DataFlow> flow = named.flatMap(application::flow);
        if (flow.isEmpty()) {
            return named.isPresent() ? fields.text(key).orElse("") : fields.requiredText(key);
        }
        String end = key.equals("source") ? flow.get().source() : flow.get().destination();
        String given = fields.text(key).orElse(end);
        if (!given.equals(end)) {
            fields.problem(
                    key,
                    "is '" + given + "', but that of the data flow '"
                            + flow.get().name() + "' is '" + end + "'");
        }
        return end;
    }

    private String match(String source, String destination, String sourceRegion, OptionalLong bandwidth) {
        List<DataFlow> candidates = flows.getOrDefault(List.of(source, destination), List.of()).stream()
                .filter(flow -> !taken.contains(List.of(flow.name(), sourceRegion)))
                .toList();
        DataFlow found = candidates.stream()
                .filter(flow -> bandwidth.isPresent() && flow.bandwidthBps() == bandwidth.getAsLong())
                .findFirst()
                .orElse(candidates.isEmpty() ? null : candidates.get(0));
        if (found == null) {
            return source + "->" + destination;
        }
        taken.add(List.of(found.name(), sourceRegion));
        return found.name();
    }
}
