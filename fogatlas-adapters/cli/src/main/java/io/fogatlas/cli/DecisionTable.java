package io.fogatlas.cli;

import io.fogatlas.manifests.Decided;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.model.text.Amounts;
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

/**
 * Writes one decision for people: what is known, who runs where and how full that is, which data flows go over which links, and what is
 * left of those. It all fits a terminal of 80 columns.
 */
final class DecisionTable {
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
            table.add(HostingTree.lines(table.infrastructure, table.application, placement, after, paint::bold));
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
        String name = Printable.line(decision.application().toString());
        String how = ", by " + decision.algorithm() + " in " + Amounts.time(decision.wallTime());
        String outcome = paint.outcome(decision.outcome()) + how;
        if (TextWidth.of(name + ": " + decision.outcome().key() + how) <= TextTable.WIDTH) {
            lines.add(paint.bold(name) + ": " + outcome);
        } else {
            TextTable.broken(name + ":", TextTable.WIDTH).forEach(part -> lines.add(paint.bold(part)));
            lines.add("  " + outcome);
        }
        decision.score().ifPresent(score -> {
            lines.addAll(
                    TextTable.broken("score " + Amounts.number(score.value()) + " = " + terms(score), TextTable.WIDTH));
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

    private void routes(Placement placement) {
        TextTable table = new TextTable("SOURCE", "DESTINATION", ">BANDWIDTH", ">LATENCY", "LINKS");
        int crossing = 0;
        for (DataFlow flow : application.flows()) {
            for (Route route : placement.routes()) {
                if (route.flow().equals(flow.name()) && !route.links().isEmpty()) {
                    crossing++;
                    table.add(
                            end(placement, flow.source(), route.sourceRegion()),
                            end(placement, flow.destination(), route.destinationRegion()),
                            Amounts.bandwidth(flow.bandwidthBps()),
                            Amounts.latency(latencyMicros(route), flow.hasLatencyBound(), flow.latencyBoundMicros()),
                            String.join(" ", route.links()));
                }
            }
        }
        if (crossing > 0) {
            add(table);
        }
        int inside = placement.routes().size() - crossing;
        if (inside > 0) {
            lines.addAll(
                    crossing > 0
                            ? List.of(inside + (inside == 1 ? " more stays" : " more stay") + " within a region")
                            : List.of(
                                    "",
                                    inside == 1
                                            ? "the data flow stays within a region"
                                            : "all data flows stay within a region"));
        }
    }

    /** Names an end of a route, with its region if it may be in several. */
    private static String end(Placement placement, String vertex, String region) {
        return placement.of(vertex).size() > 1 ? vertex + " in " + region : vertex;
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
        TextTable table = new TextTable("CHAIN", ">LATENCY", "VERTICES");
        for (LatencyChain chain : application.chains()) {
            table.add(
                    chain.name(),
                    Amounts.latency(
                            PlacementVerifier.chainMicros(request, placement, chain), true, chain.boundMicros()),
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
        Map<String, Long> others = after.without(application.id()).bandwidthBpsByLink();
        TextTable table = new TextTable("LINK", "BETWEEN", ">TAKES", ">LEFT", "LOAD");
        takes.forEach((id, own) -> {
            Link link = infrastructure.link(id).orElseThrow();
            long rest = others.getOrDefault(id, 0L);
            table.add(
                    id,
                    link.regionA() + (link.directed() ? " → " : " – ") + link.regionB(),
                    Amounts.bandwidth(own),
                    Amounts.bandwidth(Math.max(0, link.bandwidthBps() - rest - own)),
                    new Bar(own, rest, link.bandwidthBps()).text());
        });
        add(table);
    }

    private void add(List<String> more) {
        lines.add("");
        lines.addAll(more);
    }

    private void add(TextTable table) {
        lines.add("");
        lines.addAll(table.lines(TextTable.WIDTH, paint::bold));
    }
}
