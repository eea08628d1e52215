package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.NodeSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads conditions on labels: of nodes and of Pods. */
final class SelectorReader {
    private static final Map<String, LabelExpression.Operator> OPERATORS = Map.of(
            "In", LabelExpression.Operator.IN,
            "NotIn", LabelExpression.Operator.NOT_IN,
            "Exists", LabelExpression.Operator.EXISTS,
            "DoesNotExist", LabelExpression.Operator.DOES_NOT_EXIST,
            "Gt", LabelExpression.Operator.GREATER_THAN,
            "Lt", LabelExpression.Operator.LESS_THAN);

    private final Consumer<String> problem;
    private final UnaryOperator<String> key;

    /**
     * Prepares to read.
     *
     * @param problem takes what is wrong
     * @param key translates the keys of node labels
     */
    SelectorReader(Consumer<String> problem, UnaryOperator<String> key) {
        this.problem = problem;
        this.key = key;
    }

    /** On which nodes a Pod may run: its {@code nodeSelector} and its required {@code nodeAffinity}. */
    NodeSelector ofNodes(PodSpec spec) {
        List<LabelExpression> required = new ArrayList<>();
        if (spec.getNodeSelector() != null) {
            spec.getNodeSelector().forEach((label, value) -> required.add(LabelExpression.is(key.apply(label), value)));
        }
        List<NodeSelector.Term> terms = new ArrayList<>();
        for (NodeSelectorTerm term : terms(spec)) {
            List<LabelExpression> fields = new ArrayList<>();
            for (NodeSelectorRequirement field : term.getMatchFields()) {
                if (NodeSelector.NAME_FIELD.equals(field.getKey())) {
                    expression(field.getKey(), field.getOperator(), field.getValues())
                            .ifPresent(fields::add);
                } else {
                    problem.accept("compares the field '" + field.getKey() + "'; Kubernetes lets compare "
                            + NodeSelector.NAME_FIELD + " only");
                }
            }
            List<LabelExpression> labels = new ArrayList<>();
            for (NodeSelectorRequirement label : term.getMatchExpressions()) {
                expression(
                                label.getKey() == null ? null : key.apply(label.getKey()),
                                label.getOperator(),
                                label.getValues())
                        .ifPresent(labels::add);
            }
            terms.add(new NodeSelector.Term(labels, fields));
        }
        return new NodeSelector(new LabelSelector(required), terms);
    }

    private List<NodeSelectorTerm> terms(PodSpec spec) {
        var affinity = spec.getAffinity() == null ? null : spec.getAffinity().getNodeAffinity();
        var required = affinity == null ? null : affinity.getRequiredDuringSchedulingIgnoredDuringExecution();
        if (required == null) {
            return List.of();
        }
        List<NodeSelectorTerm> terms = required.getNodeSelectorTerms();
        if (terms.isEmpty()) {
            problem.accept("requires a node affinity without any term, which no node fits");
        }
        return terms;
    }

    /** Which Pods a selector selects. */
    LabelSelector ofPods(io.fabric8.kubernetes.api.model.LabelSelector selector) {
        List<LabelExpression> expressions = new ArrayList<>();
        if (selector.getMatchLabels() != null) {
            selector.getMatchLabels().forEach((label, value) -> expressions.add(LabelExpression.is(label, value)));
        }
        for (LabelSelectorRequirement label : selector.getMatchExpressions()) {
            String operator = label.getOperator();
            if ("Gt".equals(operator) || "Lt".equals(operator)) {
                problem.accept("compares the labels of Pods by '" + operator + "', which only node labels can be");
            } else {
                expression(label.getKey(), operator, label.getValues()).ifPresent(expressions::add);
            }
        }
        return new LabelSelector(expressions);
    }

    private Optional<LabelExpression> expression(
            @Nullable String label, @Nullable String operator, @Nullable List<String> values) {
        LabelExpression.Operator known = operator == null ? null : OPERATORS.get(operator);
        if (label == null || label.isBlank()) {
            problem.accept("has a condition without a key");
        } else if (known == null) {
            problem.accept(
                    "compares '" + label + "' by '" + operator + "'; use In, NotIn, Exists, DoesNotExist, Gt or Lt");
        } else {
            try {
                return Optional.of(new LabelExpression(label, known, values == null ? List.of() : values));
            } catch (io.fogatlas.model.InvalidModelException refused) {
                problem.accept("compares '" + label + "' by '" + operator + "' with the values " + values
                        + "; In and NotIn need values, Exists and DoesNotExist none, Gt and Lt one whole number");
            }
        }
        return Optional.empty();
    }
}
