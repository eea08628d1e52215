package io.fogatlas.cli;

import io.fogatlas.manifests.Decided;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.reasons.Explanation;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes one decision for people: what is known, who runs where, over which links, and what is left of those. */
final class DecisionTable {
    private static final int WIDTH = 100;
    private static final String NOTHING = "-";

    private final Application application;
    private final Infrastructure infrastructure;
    private final Objective objective;
    private final Decision decision;
    private final Explanation explanation;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private DecisionTable(Decided decided, Paint paint) {
        application = decided.request().application();
        infrastructure = decided.request().infrastructure();
        objective = decided.request().objective();
        decision = decided.decision();
        explanation = decided.explanation();
        this.paint = paint;
    }

    /** Writes a decision; what is left of links is counted in what is taken afterwards. */
    static String of(Decided decided, Occupancy after, Paint paint) {
        DecisionTable table = new DecisionTable(decided, paint);
        table.outcome();
        table.decision.placement().ifPresent(placement -> {
            table.assignments(placement);
            table.routes(placement);
            table.chains(decided.request(), placement);
            table.links(placement, after);
            table.lines.addAll(ReasonLines.ofScore(table.explanation, paint::bold));
        });
        table.decision
                .plan()
                .map(PlanText::lines)
                .filter(lines -> !lines.isEmpty())
                .ifPresent(table::add);
        return String.join("\n", table.lines) + "\n";
    }

    private void outcome() {
        lines.add(paint.bold(Printable.line(decision.application().toString())) + ": "
                + paint.outcome(decision.outcome()) + ", by " + decision.algorithm() + " in "
                + Amounts.time(decision.wallTime()));
        decision.score().ifPresent(score -> {
            lines.add("score " + Amounts.number(score.value()) + " = " + terms(score));
            decision.bound().ifPresent(bound -> lines.add(bound(score.value(), bound)));
        });
        if (decision.outcome() == Outcome.UNKNOWN && decision.reasons().isEmpty()) {
            lines.add("  nothing was found in the time there was");
        }
        if (!decision.isPlaced()) {
            lines.addAll(ReasonLines.ofRefusal(decision.reasons(), explanation, paint::bold));
        }
    }

    private String terms(Score score) {
        if (score.terms().isEmpty()) {
            return "nothing, since no term weighs";
        }
        return score.terms().entrySet().stream()
                .map(term -> Amounts.number(objective.weight(term.getKey())) + " × "
                        + term.getKey().key() + " " + Amounts.number(term.getValue()))
                .collect(Collectors.joining(" + "));
    }

    static String bound(double score, double bound) {
        double gap = score == 0 ? 0 : (score - bound) / score;
        return "bound " + Amounts.number(bound) + ", gap " + Amounts.number(Math.round(1000 * gap) / 10.0) + " %";
    }

    private void assignments(Placement placement) {
        TextTable table = new TextTable(
                "MICROSERVICE", "REGION", ">REPLICAS", ">CPU EACH", ">MIPS EACH", ">MEMORY EACH", "NODES");
        for (Microservice microservice : application.microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                Region region = infrastructure.region(assignment.region()).orElseThrow();
                table.add(
                        microservice.name(),
                        name(region),
                        Integer.toString(assignment.replicas()),
                        Amounts.cpu(microservice.requirements().cpuMillisIn(region)),
                        Long.toString(microservice.requirements().mipsIn(region)),
                        Amounts.bytes(microservice.requirements().request().memoryBytes()),
                        nodes(assignment));
            }
        }
        add(table);
    }

    private static String name(Region region) {
        boolean named = !region.name().isBlank() && !region.name().equals(region.id());
        return named ? region.id() + " (" + region.name() + ")" : region.id();
    }

    private static String nodes(Assignment assignment) {
        String nodes = assignment.replicasByNode().entrySet().stream()
                .map(node -> node.getValue() == 1 ? node.getKey() : node.getKey() + "×" + node.getValue())
                .collect(Collectors.joining(" "));
        return nodes.isEmpty() ? NOTHING : nodes;
    }

    private void routes(Placement placement) {
        if (placement.routes().isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable("SOURCE", "IN", "DESTINATION", "IN", ">BANDWIDTH", ">LATENCY", ">BOUND", "LINKS");
        for (DataFlow flow : application.flows()) {
            for (Route route : placement.routes()) {
                if (route.flow().equals(flow.name())) {
                    table.add(
                            flow.source(),
                            route.sourceRegion(),
                            flow.destination(),
                            route.destinationRegion(),
                            Amounts.bandwidth(flow.bandwidthBps()),
                            Amounts.latency(latencyMicros(route)),
                            flow.hasLatencyBound() ? Amounts.latency(flow.latencyBoundMicros()) : NOTHING,
                            route.links().isEmpty() ? NOTHING : String.join(" ", route.links()));
                }
            }
        }
        add(table);
    }

    private long latencyMicros(Route route) {
        return route.links().stream()
                .mapToLong(id -> infrastructure.link(id).orElseThrow().latencyMicros())
                .sum();
    }

    private void chains(PlacementRequest request, Placement placement) {
        if (application.chains().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("CHAIN", ">LATENCY", ">BOUND", "VERTICES");
        for (LatencyChain chain : application.chains()) {
            table.add(
                    chain.name(),
                    Amounts.latency(PlacementVerifier.chainMicros(request, placement, chain)),
                    Amounts.latency(chain.boundMicros()),
                    chain.steps().stream().map(LatencyChain.Step::vertex).collect(Collectors.joining(" → ")));
        }
        add(table);
    }

    private void links(Placement placement, Occupancy after) {
        Map<String, Long> takes =
                Holding.of(infrastructure, application, placement).bandwidthBpsByLink();
        if (takes.isEmpty()) {
            return;
        }
        Map<String, Long> taken = after.bandwidthBpsByLink();
        TextTable table = new TextTable("LINK", "BETWEEN", ">TAKES", ">LEFT", ">CAPACITY", "");
        takes.forEach((id, bps) -> {
            Link link = infrastructure.link(id).orElseThrow();
            table.add(
                    id,
                    link.regionA() + (link.directed() ? " → " : " – ") + link.regionB(),
                    Amounts.bandwidth(bps),
                    Amounts.bandwidth(Math.max(0, link.bandwidthBps() - taken.getOrDefault(id, 0L))),
                    Amounts.bandwidth(link.bandwidthBps()),
                    "");
        });
        add(table);
    }

    private void add(List<String> plan) {
        lines.add("");
        lines.addAll(plan);
    }

    private void add(TextTable table) {
        lines.add("");
        lines.addAll(table.lines(WIDTH, paint::bold));
    }
}
