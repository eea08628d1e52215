package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectTree;
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
import io.fogatlas.placement.Term;
import io.fogatlas.placement.reasons.Explanation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the tree of one decision. */
final class DecisionTree {
    /** Sums of doubles are good to about so many digits; what comes after is noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Infrastructure infrastructure;
    private final Application application;
    private final Objective objective;
    private final Decision decision;
    private final Explanation explanation;

    DecisionTree(Decided decided) {
        this.infrastructure = decided.request().infrastructure();
        this.application = decided.request().application();
        this.objective = decided.request().objective();
        this.decision = decided.decision();
        this.explanation = decided.explanation();
    }

    ObjectValue tree() {
        ObjectTree tree = new ObjectTree()
                .put(
                        "application",
                        new ObjectTree()
                                .put("namespace", decision.application().namespace())
                                .put("name", decision.application().name()))
                .put("algorithm", decision.algorithm())
                .put("outcome", decision.outcome().key());
        decision.score().ifPresent(score -> tree.put("objective", number(score.value())));
        decision.bound().ifPresent(bound -> tree.put("bound", number(bound)));
        decision.score().ifPresent(score -> {
            tree.put("terms", byTerm(score.terms()));
            tree.put("weights", byTerm(objective.weights()));
        });
        Placement placement = decision.placement().orElse(new Placement(Map.of(), List.of()));
        tree.put("placements", placements(placement))
                .put("routes", routes(placement))
                .put("linksOccupancy", occupancy(placement));
        decision.plan().filter(plan -> !plan.isEmpty()).ifPresent(plan -> tree.put("plan", PlanTree.of(plan)));
        return tree.put("reasons", ReasonTrees.of(decision.reasons(), explanation), Function.identity())
                .put(
                        "statistics",
                        new ObjectTree().put("wallMillis", decision.wallTime().toMillis()))
                .value();
    }

    private static ObjectTree byTerm(Map<Term, Double> amounts) {
        ObjectTree tree = new ObjectTree();
        amounts.forEach((term, amount) -> tree.put(term.key(), number(amount)));
        return tree;
    }

    static ScalarValue number(double value) {
        return ScalarValue.number(BigDecimal.valueOf(value).round(DIGITS));
    }

    private ListValue placements(Placement placement) {
        List<Value> placements = new ArrayList<>();
        for (Microservice microservice : application.microservices()) {
            List<Assignment> assignments = placement.of(microservice.name());
            if (!assignments.isEmpty()) {
                placements.add(new ObjectTree()
                        .put("microservice", microservice.name())
                        .put("regions", assignments, assignment -> region(microservice, assignment))
                        .value());
            }
        }
        return new ListValue(placements, 0);
    }

    private ObjectValue region(Microservice microservice, Assignment assignment) {
        Region region = infrastructure.region(assignment.region()).orElseThrow();
        ObjectTree nodes = new ObjectTree();
        assignment.replicasByNode().forEach(nodes::put);
        return new ObjectTree()
                .put("region", assignment.region())
                .put("replicas", assignment.replicas())
                .put("cpuMillis", microservice.requirements().cpuMillisIn(region))
                .put("mips", microservice.requirements().mipsIn(region))
                .put("memoryBytes", microservice.requirements().request().memoryBytes())
                .putUnlessEmpty("nodes", nodes)
                .value();
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
        long latencyMicros = route.links().stream()
                .mapToLong(
                        id -> infrastructure.link(id).map(Link::latencyMicros).orElse(0L))
                .sum();
        ObjectTree tree = new ObjectTree()
                .put("flow", flow.name())
                .put("source", flow.source())
                .put("sourceRegion", route.sourceRegion())
                .put("destination", flow.destination())
                .put("destinationRegion", route.destinationRegion())
                .put("bandwidthBps", flow.bandwidthBps())
                .put("latencyMs", millis(latencyMicros));
        if (flow.hasLatencyBound()) {
            tree.put("latencyBoundMs", millis(flow.latencyBoundMicros()));
        }
        return tree.put("links", route.links(), ScalarValue::text).value();
    }

    private static ScalarValue millis(long micros) {
        return ScalarValue.number(BigDecimal.valueOf(micros, 3));
    }

    private ListValue occupancy(Placement placement) {
        Map<String, Long> used =
                Holding.of(infrastructure, application, placement).bandwidthBpsByLink();
        List<Value> occupancy = new ArrayList<>();
        for (Link link : infrastructure.links()) {
            Long bandwidthBps = used.get(link.id());
            if (bandwidthBps != null) {
                occupancy.add(new ObjectTree()
                        .put("link", link.id())
                        .put("bandwidthBps", bandwidthBps)
                        .put("capacityBps", link.bandwidthBps())
                        .value());
            }
        }
        return new ListValue(occupancy, 0);
    }
}
