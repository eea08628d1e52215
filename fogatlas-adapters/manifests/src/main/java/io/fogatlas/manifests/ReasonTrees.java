package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.reasons.Alternative;
import io.fogatlas.placement.reasons.AmountChange;
import io.fogatlas.placement.reasons.Change;
import io.fogatlas.placement.reasons.Conflict;
import io.fogatlas.placement.reasons.Contribution;
import io.fogatlas.placement.reasons.Explanation;
import io.fogatlas.placement.reasons.Relaxation;
import io.fogatlas.placement.reasons.Requirement;
import io.fogatlas.placement.verification.RegionRejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the trees of the reasons of a decision: each has a {@code kind} and a {@code text}, and fields of its kind. */
final class ReasonTrees {
    private ReasonTrees() {}

    /** First what the decision says, then what was found out about it. */
    static List<ObjectValue> of(List<Reason> reasons, Explanation explanation) {
        List<ObjectValue> trees = new ArrayList<>();
        reasons.forEach(reason -> trees.add(statement(reason)));
        explanation.rejections().forEach(rejection -> trees.add(region(rejection)));
        explanation.conflict().ifPresent(conflict -> trees.add(conflict(conflict)));
        explanation.relaxations().forEach(relaxation -> trees.add(relaxation(relaxation)));
        explanation.score().ifPresent(score -> {
            score.contributions().forEach(contribution -> trees.add(contribution(contribution)));
            score.alternatives().forEach(alternative -> trees.add(alternative(alternative)));
        });
        explanation
                .unfinished()
                .forEach(
                        text -> trees.add(ofKind("unfinished").put("text", text).value()));
        return trees;
    }

    private static ObjectTree ofKind(String kind) {
        return new ObjectTree().put("kind", kind);
    }

    private static ObjectValue statement(Reason reason) {
        ObjectTree tree = ofKind("statement");
        if (!reason.microservice().isEmpty()) {
            tree.put("microservice", reason.microservice());
        }
        return tree.put("text", reason.text()).value();
    }

    private static ObjectValue region(RegionRejection rejection) {
        ObjectTree tree = ofKind("region")
                .put("microservice", rejection.microservice())
                .put("replicas", rejection.replicas())
                .put("region", rejection.region())
                .put("rule", rejection.rule().key());
        rejection.shortfall().ifPresent(shortfall -> {
            tree.put("of", shortfall.of());
            if (!shortfall.at().isEmpty()) {
                tree.put("node", shortfall.at());
            }
            tree.put("unit", shortfall.unit())
                    .put("asked", shortfall.asked())
                    .put("available", shortfall.available())
                    .put("missing", shortfall.missing());
        });
        return tree.put("text", rejection.text()).value();
    }

    private static ObjectValue conflict(Conflict conflict) {
        String text = conflict.requirements().isEmpty()
                ? "there is no placement even without any requirement"
                : conflict.requirements().stream().map(Requirement::text).collect(Collectors.joining("; "));
        return ofKind("conflict")
                .put("minimal", ScalarValue.truth(conflict.minimal()))
                .put("requirements", conflict.requirements(), ReasonTrees::requirement)
                .put("text", text)
                .value();
    }

    private static Value requirement(Requirement requirement) {
        ObjectTree tree = new ObjectTree().put("requirement", requirement.kind());
        requirement.microservice().ifPresent(name -> tree.put("microservice", name));
        requirement.flow().ifPresent(name -> tree.put("flow", name));
        return tree.put("text", requirement.text()).value();
    }

    private static ObjectValue relaxation(Relaxation relaxation) {
        return ofKind("relaxation")
                .put("size", DecisionTree.number(relaxation.size()))
                .put("smallest", ScalarValue.truth(relaxation.smallest()))
                .put("changes", relaxation.changes(), ReasonTrees::change)
                .put("text", relaxation.text())
                .value();
    }

    private static Value change(Change change) {
        ObjectTree tree = new ObjectTree().put("change", change.kind());
        if (change instanceof AmountChange amount) {
            tree.put("unit", amount.unit())
                    .put("before", amount.before())
                    .put("after", amount.after())
                    .put("by", amount.by());
        }
        return tree.put("text", change.text()).value();
    }

    private static ObjectValue contribution(Contribution contribution) {
        ObjectTree tree = ofKind("contribution")
                .put("term", contribution.term().key())
                .put("of", contribution.part().key());
        if (!contribution.name().isEmpty()) {
            tree.put("name", contribution.name());
        }
        return tree.put("amount", DecisionTree.number(contribution.amount()))
                .put("value", DecisionTree.number(contribution.value()))
                .put(
                        "text",
                        contribution.term().key() + " of " + contribution.part().key()
                                + (contribution.name().isEmpty() ? "" : " " + contribution.name()))
                .value();
    }

    private static ObjectValue alternative(Alternative alternative) {
        ObjectTree tree = ofKind("alternative")
                .put("microservice", alternative.microservice())
                .put("from", alternative.from())
                .put("region", alternative.to());
        alternative.price().ifPresent(price -> tree.put("price", DecisionTree.number(price)));
        return tree.put("text", alternative.text()).value();
    }
}
