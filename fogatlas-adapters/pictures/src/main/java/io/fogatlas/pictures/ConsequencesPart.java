package io.fogatlas.pictures;

import io.fogatlas.placement.change.Consequence;
import io.fogatlas.placement.change.Consequences;
import io.fogatlas.placement.change.MigrationPlan;
import io.fogatlas.placement.reasons.Explanation;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a page about failures: what each breaks, where that goes, and the plans to get there. */
final class ConsequencesPart {
    private final Scene scene;
    private final Markup out;

    ConsequencesPart(Scene scene, Markup out) {
        this.scene = scene;
        this.out = out;
    }

    void write() {
        out.open("section", "aria-labelledby", "what-if").line();
        out.element("h2", "What if", "id", "what-if").line();
        long survive =
                scene.consequences().stream().filter(Consequences::allSurvive).count();
        long harmless = scene.consequences().stream()
                .filter(each -> each.broken().isEmpty())
                .count();
        out.element(
                        "p",
                        "After " + survive + " of " + scene.consequences().size()
                                + (scene.consequences().size() == 1 ? " failure" : " failures, one at a time,")
                                + " every application has a place; " + harmless + " break none.",
                        "class",
                        "note")
                .line();
        Table table = new Table(
                out,
                "Failures",
                List.of("If", ">Breaks", ">Placed again", ">Replicas moved", ">Pauses", "Without a place"));
        for (int i = 0; i < scene.consequences().size(); i++) {
            row(table, i + 1, scene.consequences().get(i));
        }
        table.close();
        out.close().line();
    }

    /** Writes why things break and how they get to their new places, beside the map: of each failure while it is shown. */
    void writePlans() {
        out.open("section", "aria-label", "After the failure").line();
        for (int i = 0; i < scene.consequences().size(); i++) {
            for (Consequence broken : scene.consequences().get(i).broken()) {
                details(i + 1, broken);
            }
        }
        out.close().line();
    }

    private static void row(Table table, int view, Consequences after) {
        List<Consequence> broken = after.broken();
        long placed = broken.stream().filter(each -> each.decision().isPlaced()).count();
        long moved = broken.stream()
                .filter(each -> each.decision().isPlaced())
                .mapToLong(Consequence::replicasMoved)
                .sum();
        long pauses = broken.stream()
                .flatMap(each -> each.decision().plan().stream())
                .mapToLong(plan -> plan.pausing().size())
                .sum();
        table.row("data-view", view)
                .button(after.scenario().text(), "data-view", view)
                .count(broken.size())
                .count(placed)
                .count(moved)
                .count(pauses)
                .text(broken.stream()
                        .filter(each -> !each.decision().isPlaced())
                        .map(each -> each.application().toString())
                        .collect(Collectors.joining(", ")))
                .end();
    }

    /** What is shown only while the view of its failure is. */
    private void details(int view, Consequence broken) {
        int subject = scene.subject(broken.application());
        if (subject < 0) {
            return;
        }
        out.open("div", "class", "of-view", "data-views", view);
        if (view != scene.first()) {
            out.attribute("hidden", "hidden");
        }
        out.line();
        if (!broken.violations().isEmpty()) {
            out.open("h4", "dir", "auto")
                    .text("Why " + broken.application() + " breaks")
                    .close()
                    .open("ul");
            broken.violations().forEach(violation -> out.element("li", violation.text(), "dir", "auto"));
            out.close().line();
        }
        if (!broken.decision().isPlaced()) {
            new RefusalPart(out).write(broken.application().toString(), broken.decision(), Explanation.NONE);
        }
        broken.decision()
                .plan()
                .filter(plan -> !plan.isEmpty())
                .ifPresent((MigrationPlan plan) -> new PlanPart(scene, out).write(subject, view, plan));
        out.close().line();
    }
}
