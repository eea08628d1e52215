package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the tree of one decision. */
final class DecisionTree {
    /** Sums of doubles are good to about so many digits; what comes after is noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Infrastructure infrastructure;
    private final Application application;
    private final Objective objective;
    private final Decision decision;

    DecisionTree(Decided decided) {
        this.infrastructure = decided.request().infrastructure();
        this.application = decided.request().application();
        this.objective = decided.request().objective();
        this.decision = decided.decision();
    }

    ObjectValue tree() {
        Map<String, Value> id = new LinkedHashMap<>();
        id.put("namespace", ScalarValue.text(decision.application().namespace()));
        id.put("name", ScalarValue.text(decision.application().name()));
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("application", new ObjectValue(id, 0));
        fields.put("algorithm", ScalarValue.text(decision.algorithm()));
        fields.put("outcome", ScalarValue.text(decision.outcome().key()));
        decision.score().ifPresent(score -> fields.put("objective", number(score.value())));
        decision.bound().ifPresent(bound -> fields.put("bound", number(bound)));
        decision.score().ifPresent(score -> {
            fields.put("terms", byTerm(score.terms()));
            fields.put("weights", byTerm(objective.weights()));
        });
        Placement placement = decision.placement().orElse(new Placement(Map.of(), List.of()));
        fields.put("placements", placements(placement));
        fields.put("routes", routes(placement));
        fields.put("linksOccupancy", occupancy(placement));
        fields.put("reasons", reasons());
        fields.put(
                "statistics",
                new ObjectValue(
                        Map.of(
                                "wallMillis",
                                ScalarValue.number(decision.wallTime().toMillis())),
                        0));
        return new ObjectValue(fields, 0);
    }

    private static ObjectValue byTerm(Map<Term, Double> amounts) {
        Map<String, Value> fields = new LinkedHashMap<>();
        amounts.forEach((term, amount) -> fields.put(term.key(), number(amount)));
        return new ObjectValue(fields, 0);
    }

    private static ScalarValue number(double value) {
        return ScalarValue.number(BigDecimal.valueOf(value).round(DIGITS));
    }

    private ListValue placements(Placement placement) {
        List<Value> placements = new ArrayList<>();
        for (Microservice microservice : application.microservices()) {
            List<Value> regions = new ArrayList<>();
            for (Assignment assignment : placement.of(microservice.name())) {
                regions.add(region(microservice, assignment));
            }
            if (!regions.isEmpty()) {
                Map<String, Value> fields = new LinkedHashMap<>();
                fields.put("microservice", ScalarValue.text(microservice.name()));
                fields.put("regions", new ListValue(regions, 0));
                placements.add(new ObjectValue(fields, 0));
            }
        }
        return new ListValue(placements, 0);
    }

    private ObjectValue region(Microservice microservice, Assignment assignment) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("region", ScalarValue.text(assignment.region()));
        fields.put("replicas", ScalarValue.number(assignment.replicas()));
        Region region = infrastructure.region(assignment.region()).orElseThrow();
        fields.put("cpuMillis", ScalarValue.number(microservice.requirements().cpuMillisIn(region)));
        fields.put("mips", ScalarValue.number(microservice.requirements().mipsIn(region)));
        fields.put(
                "memoryBytes",
                ScalarValue.number(microservice.requirements().request().memoryBytes()));
        if (!assignment.replicasByNode().isEmpty()) {
            Map<String, Value> nodes = new LinkedHashMap<>();
            assignment.replicasByNode().forEach((node, count) -> nodes.put(node, ScalarValue.number(count)));
            fields.put("nodes", new ObjectValue(nodes, 0));
        }
        return new ObjectValue(fields, 0);
    }

    private ListValue routes(Placement placement) {
        List<Value> routes = new ArrayList<>();
        for (DataFlow flow : application.flows()) {
            placement.routes().stream()
                    .filter(route -> route.flow().equals(flow.name()))
                    .forEach(route -> routes.add(route(flow, route)));
        }
        return new ListValue(routes, 0);
    }

    private ObjectValue route(DataFlow flow, Route route) {
        List<Value> links = new ArrayList<>();
        long latency = 0;
        for (String id : route.links()) {
            links.add(ScalarValue.text(id));
            latency += infrastructure.link(id).map(Link::latencyMicros).orElse(0L);
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("flow", ScalarValue.text(flow.name()));
        fields.put("source", ScalarValue.text(flow.source()));
        fields.put("sourceRegion", ScalarValue.text(route.sourceRegion()));
        fields.put("destination", ScalarValue.text(flow.destination()));
        fields.put("destinationRegion", ScalarValue.text(route.destinationRegion()));
        fields.put("bandwidthBps", ScalarValue.number(flow.bandwidthBps()));
        fields.put("latencyMs", millis(latency));
        if (flow.hasLatencyBound()) {
            fields.put("latencyBoundMs", millis(flow.latencyBoundMicros()));
        }
        fields.put("links", new ListValue(links, 0));
        return new ObjectValue(fields, 0);
    }

    private static ScalarValue millis(long micros) {
        return ScalarValue.number(BigDecimal.valueOf(micros, 3));
    }

    private ListValue occupancy(Placement placement) {
        Map<String, Long> used =
                Holding.of(infrastructure, application, placement).bandwidthBpsByLink();
        List<Value> occupancy = new ArrayList<>();
        for (Link link : infrastructure.links()) {
            if (used.containsKey(link.id())) {
                Map<String, Value> fields = new LinkedHashMap<>();
                fields.put("link", ScalarValue.text(link.id()));
                fields.put("bandwidthBps", ScalarValue.number(used.getOrDefault(link.id(), 0L)));
                fields.put("capacityBps", ScalarValue.number(link.bandwidthBps()));
                occupancy.add(new ObjectValue(fields, 0));
            }
        }
        return new ListValue(occupancy, 0);
    }

    private ListValue reasons() {
        List<Value> reasons = new ArrayList<>();
        for (Reason reason : decision.reasons()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            if (!reason.microservice().isEmpty()) {
                fields.put("microservice", ScalarValue.text(reason.microservice()));
            }
            fields.put("text", ScalarValue.text(reason.text()));
            reasons.add(new ObjectValue(fields, 0));
        }
        return new ListValue(reasons, 0);
    }
}
