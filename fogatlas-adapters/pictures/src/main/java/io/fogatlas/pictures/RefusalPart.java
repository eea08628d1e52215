package io.fogatlas.pictures;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.reasons.Conflict;
import io.fogatlas.placement.reasons.Explanation;
import io.fogatlas.placement.reasons.Relaxation;
import io.fogatlas.placement.reasons.Requirement;
import io.fogatlas.placement.verification.RegionRejection;
import java.util.List;

/** The part of a page that says why an application is not placed, and what would help. */
final class RefusalPart {
    /** So many regions are listed of one application; the nearest to being possible come first. */
    private static final int MOST_REJECTIONS = 300;

    private final Markup out;

    RefusalPart(Markup out) {
        this.out = out;
    }

    void write(String name, Decision decision, Explanation explanation) {
        out.open("article", "class", "refusal").line();
        out.open("h3", "dir", "auto")
                .text(name + " ")
                .element(
                        "span",
                        decision.outcome().key(),
                        "class",
                        "outcome " + decision.outcome().key())
                .close()
                .line();
        explanation.conflict().ifPresent(this::conflict);
        if (explanation.conflict().isEmpty()) {
            list("Because", decision.reasons().stream().map(RefusalPart::text).toList());
        }
        list(
                "Each of these would be enough",
                explanation.relaxations().stream().map(Relaxation::text).toList());
        rejections(explanation.rejections());
        list("Note", explanation.unfinished());
        out.close().line();
    }

    private void conflict(Conflict conflict) {
        if (conflict.requirements().isEmpty()) {
            list(
                    "Even without any of its requirements",
                    conflict.proof().stream().map(RefusalPart::text).toList());
        } else {
            list(
                    "These cannot hold together",
                    conflict.requirements().stream().map(Requirement::text).toList());
        }
    }

    private static String text(Reason reason) {
        return reason.microservice().isEmpty() ? reason.text() : reason.microservice() + ": " + reason.text();
    }

    private void list(String heading, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        out.element("h4", heading).open("ul");
        items.forEach(item -> out.element("li", item, "dir", "auto"));
        out.close().line();
    }

    private void rejections(List<RegionRejection> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        Table table = new Table(out, "Where it cannot be", List.of("Microservice", "Region", "Since"));
        rejections.stream()
                .limit(MOST_REJECTIONS)
                .forEach(rejection -> table.row()
                        .text(rejection.microservice())
                        .text(rejection.region())
                        .text(rejection.text())
                        .end());
        table.close();
    }
}
