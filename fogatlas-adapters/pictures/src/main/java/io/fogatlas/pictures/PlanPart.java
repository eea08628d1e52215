package io.fogatlas.pictures;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.change.MigrationPlan;
import io.fogatlas.placement.change.Step;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a page that walks through the steps of a plan: each step says what on the map and in the graph it is about. */
final class PlanPart {
    private final Scene scene;
    private final Markup out;

    PlanPart(Scene scene, Markup out) {
        this.scene = scene;
        this.out = out;
    }

    void write(int subject, int view, MigrationPlan plan) {
        out.open("article", "class", "plan app app" + subject, "data-view", view)
                .line();
        out.element("h4", "Plan of " + scene.subjects().get(subject).name(), "dir", "auto")
                .line();
        out.open("div", "class", "walk", "role", "group", "aria-label", "Walk through the plan");
        out.element("button", "◀ Back", "type", "button", "class", "back");
        out.element("output", "not started", "class", "at");
        out.element("button", "Next ▶", "type", "button", "class", "next");
        out.close().line();
        out.open("ol").line();
        Vertices vertices = new Vertices(scene.subjects().get(subject).application());
        for (Step step : plan.steps()) {
            step(subject, step, vertices);
        }
        out.close().line();
        out.close().line();
    }

    private void step(int subject, Step step, Vertices vertices) {
        String kind = "change";
        String vertex = "";
        String flow = "";
        List<String> links = List.of();
        List<String> regions = List.of();
        if (step instanceof Step.AddReplicas add) {
            kind = "add";
            vertex = add.microservice();
            regions = region(add.replicas());
        } else if (step instanceof Step.RemoveReplicas remove) {
            kind = "remove";
            vertex = remove.microservice();
            regions = region(remove.replicas());
        } else if (step instanceof Step.AddRoute add) {
            kind = "add";
            flow = add.route().flow();
            links = links(add.route());
            regions = regions(add.route());
        } else if (step instanceof Step.RemoveRoute remove) {
            kind = "remove";
            flow = remove.route().flow();
            links = links(remove.route());
            regions = regions(remove.route());
        } else if (step instanceof Step.Pause pause) {
            kind = "remove";
            vertex = pause.microservice();
        } else if (step instanceof Step.Resume resume) {
            kind = "add";
            vertex = resume.microservice();
        } else if (step instanceof Step.Interrupt interrupt) {
            kind = "remove";
            flow = interrupt.flow();
        } else if (step instanceof Step.Restore restore) {
            kind = "add";
            flow = restore.flow();
        }
        out.open("li").open("button", "type", "button", "class", "step " + kind, "data-kind", kind);
        if (!vertex.isEmpty()) {
            out.attribute("data-vertex", Scene.vertexId(subject, vertices.number(vertex)));
        }
        if (!flow.isEmpty()) {
            out.attribute("data-flow", flowId(subject, flow));
        }
        out.attribute("data-links", String.join(" ", links)).attribute("data-regions", String.join(" ", regions));
        out.text(step.text()).close().close().line();
    }

    private String flowId(int subject, String name) {
        List<String> names = scene.subjects().get(subject).application().flows().stream()
                .map(flow -> flow.name())
                .toList();
        return Scene.flowId(subject, names.indexOf(name));
    }

    private List<String> region(Assignment assignment) {
        return List.of(Scene.regionId(scene.region(assignment.region())));
    }

    private List<String> regions(Route route) {
        return List.of(
                Scene.regionId(scene.region(route.sourceRegion())),
                Scene.regionId(scene.region(route.destinationRegion())));
    }

    private List<String> links(Route route) {
        return route.links().stream()
                .map(link -> Scene.linkId(scene.link(link)))
                .collect(Collectors.toList());
    }
}
