package io.fogatlas.pictures;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.reasons.Contribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of a page about one application: its graph, its data flows, where it runs, and what its score is made of. */
final class SubjectPart {
    private final Scene scene;
    private final int number;
    private final Subject subject;
    private final Markup out;

    SubjectPart(Scene scene, int number, Markup out) {
        this.scene = scene;
        this.number = number;
        this.out = out;
        subject = scene.subjects().get(number);
    }

    void write() {
        out.open("article", "class", "app app" + number, "data-app", number).line();
        out.open("h3", "dir", "auto").text(subject.name());
        subject.decision()
                .ifPresent(decision -> out.text(" ")
                        .element(
                                "span",
                                decision.outcome().key(),
                                "class",
                                "outcome " + decision.outcome().key()));
        out.close().line();
        subject.decision().ifPresent(this::summary);
        graph();
        placements();
        subject.decision().flatMap(Decision::score).ifPresent(this::score);
        out.close().line();
    }

    private void summary(Decision decision) {
        StringBuilder text = new StringBuilder("By " + decision.algorithm());
        decision.score().ifPresent(score -> {
            text.append(", score ").append(Amounts.number(score.value()));
            decision.bound().ifPresent(bound -> {
                double gap = score.value() == 0 ? 0 : (score.value() - bound) / score.value();
                text.append(", bound ").append(Amounts.number(bound)).append(", gap ");
                text.append(Amounts.number(Math.round(1000 * gap) / 10.0)).append(" %");
            });
        });
        out.element("p", text.append('.').toString(), "class", "note").line();
    }

    private void graph() {
        GraphDrawing graph = new GraphDrawing(number, subject.application());
        out.open(
                        "svg",
                        "class",
                        "graph",
                        "viewBox",
                        "0 0 " + Decimals.of(graph.width()) + " " + Decimals.of(graph.height()),
                        "width",
                        graph.width(),
                        "height",
                        graph.height(),
                        "role",
                        "group",
                        "aria-label",
                        "Graph of " + subject.name())
                .line();
        graph.draw(out);
        out.close().line();
    }

    /** Where it runs in each view; views in which it runs at the same places share their tables. */
    private void placements() {
        Map<Optional<Placement>, List<Integer>> views = new LinkedHashMap<>();
        for (int i = 0; i < scene.views().size(); i++) {
            views.computeIfAbsent(scene.views().get(i).placements().get(number), ignored -> new ArrayList<>())
                    .add(i);
        }
        views.forEach((placement, shown) -> {
            out.open(
                    "div",
                    "class",
                    "of-view",
                    "data-views",
                    shown.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            if (!shown.contains(scene.first())) {
                out.attribute("hidden", "hidden");
            }
            out.line();
            flows(placement);
            placement.ifPresent(this::assignments);
            out.close().line();
        });
    }

    private void flows(Optional<Placement> placement) {
        Application application = subject.application();
        if (application.flows().isEmpty()) {
            return;
        }
        Table table = new Table(out, "Data flows", List.of("Data flow", ">Bandwidth", ">Latency", ">Bound", "Links"));
        for (int i = 0; i < application.flows().size(); i++) {
            DataFlow flow = application.flows().get(i);
            List<Route> routes = placement.map(each -> Routes.of(each, flow)).orElse(List.of());
            long worst = routes.stream()
                    .mapToLong(route -> Routes.latencyMicros(scene.infrastructure(), route))
                    .max()
                    .orElse(-1);
            String id = Scene.flowId(number, i);
            table.row("data-flow", id)
                    .button(flow.source() + " → " + flow.destination(), "data-flow", id, "title", flow.name())
                    .number(Amounts.bandwidth(flow.bandwidthBps()), (double) flow.bandwidthBps())
                    .number(worst < 0 ? "–" : Amounts.latency(worst), (double) worst)
                    .number(
                            flow.hasLatencyBound() ? Amounts.latency(flow.latencyBoundMicros()) : "–",
                            flow.hasLatencyBound() ? (double) flow.latencyBoundMicros() : Double.POSITIVE_INFINITY)
                    .text(routes.stream()
                            .map(route -> route.links().isEmpty() ? "–" : String.join(" ", route.links()))
                            .collect(Collectors.joining("; ")))
                    .end();
        }
        table.close();
    }

    private void assignments(Placement placement) {
        Table table = new Table(out, "Microservices", List.of("Microservice", "Region", ">Replicas", "Nodes"));
        Vertices vertices = new Vertices(subject.application());
        for (Microservice microservice : subject.application().microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                String region = Scene.regionId(scene.region(assignment.region()));
                table.row("data-region", region)
                        .button(
                                microservice.name(),
                                "data-vertex",
                                Scene.vertexId(number, vertices.number(microservice.name())))
                        .text(assignment.region())
                        .count(assignment.replicas())
                        .text(assignment.replicasByNode().entrySet().stream()
                                .map(node ->
                                        node.getValue() == 1 ? node.getKey() : node.getKey() + "×" + node.getValue())
                                .collect(Collectors.joining(" ")))
                        .end();
            }
        }
        table.close();
    }

    private void score(Score score) {
        Table table = new Table(out, "Score by term", List.of("Term", ">Amount", ">Weight", ">In the score"));
        for (Term term : score.terms().keySet()) {
            double amount = score.terms().getOrDefault(term, 0.0);
            double weight =
                    subject.objective().map(objective -> objective.weight(term)).orElse(0.0);
            table.row()
                    .text(term.key())
                    .number(Amounts.number(amount), amount)
                    .number(Amounts.number(weight), weight)
                    .number(Amounts.number(amount * weight), amount * weight)
                    .end();
        }
        table.close();
        subject.explanation().score().ifPresent(parts -> {
            Table detail =
                    new Table(out, "What the score is made of", List.of("Term", "Of", ">Amount", ">In the score"));
            for (Contribution part : parts.contributions()) {
                detail.row()
                        .text(part.term().key())
                        .text(part.name().isEmpty() ? "all" : part.name())
                        .number(Amounts.number(part.amount()), part.amount())
                        .number(Amounts.number(part.value()), part.value())
                        .end();
            }
            detail.close();
        });
    }
}
