package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelExpression.Operator;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.Toleration;
import io.fogatlas.model.infrastructure.ComputeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes what a Pod's spec says about its nodes: labels, taints, other Pods. */
final class PodTree {
    private static final Map<Operator, String> OPERATORS = Map.of(
            Operator.IN, "In",
            Operator.NOT_IN, "NotIn",
            Operator.EXISTS, "Exists",
            Operator.DOES_NOT_EXIST, "DoesNotExist",
            Operator.GREATER_THAN, "Gt",
            Operator.LESS_THAN, "Lt");

    private final Consumer<String> refuse;

    PodTree(Consumer<String> refuse) {
        this.refuse = refuse;
    }

    /** The labels that must have one value each; what else is required goes into the affinity. */
    static ObjectTree nodeSelector(LabelSelector required) {
        ObjectTree tree = new ObjectTree();
        simple(required).forEach(tree::put);
        return tree;
    }

    private static Map<String, String> simple(LabelSelector required) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (LabelExpression expression : required.expressions()) {
            if (isOneValue(expression)) {
                labels.putIfAbsent(expression.key(), expression.values().get(0));
            }
        }
        return labels;
    }

    private static boolean isOneValue(LabelExpression expression) {
        return expression.operator() == Operator.IN && expression.values().size() == 1;
    }

    ObjectTree affinity(Microservice microservice) {
        return new ObjectTree()
                .putUnlessEmpty("nodeAffinity", nodeAffinity(microservice.nodeSelector()))
                .putUnlessEmpty("podAffinity", podAffinity(microservice.affinities()))
                .putUnlessEmpty("podAntiAffinity", podAffinity(microservice.antiAffinities()));
    }

    /** The alternatives; what is required in any case and does not fit a {@code nodeSelector} is repeated in each. */
    private static ObjectTree nodeAffinity(NodeSelector selector) {
        Map<String, String> simple = simple(selector.required());
        List<LabelExpression> rest = selector.required().expressions().stream()
                .filter(expression ->
                        !isOneValue(expression) || !expression.values().get(0).equals(simple.get(expression.key())))
                .toList();
        List<NodeSelector.Term> terms = new ArrayList<>();
        if (selector.anyOf().isEmpty() && !rest.isEmpty()) {
            terms.add(new NodeSelector.Term(rest, List.of()));
        }
        for (NodeSelector.Term term : selector.anyOf()) {
            boolean matchesNothing = term.labels().isEmpty() && term.fields().isEmpty();
            List<LabelExpression> labels = new ArrayList<>(term.labels());
            labels.addAll(matchesNothing ? List.of() : rest);
            terms.add(new NodeSelector.Term(labels, term.fields()));
        }
        ObjectTree required = new ObjectTree()
                .putUnlessEmpty(
                        "nodeSelectorTerms",
                        terms,
                        term -> new ObjectTree()
                                .putUnlessEmpty("matchExpressions", term.labels(), PodTree::expression)
                                .putUnlessEmpty("matchFields", term.fields(), PodTree::expression)
                                .value());
        return new ObjectTree().putUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", required);
    }

    private ObjectTree podAffinity(List<PodAffinity> rules) {
        return new ObjectTree().putUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", rules, this::rule);
    }

    private ObjectValue rule(PodAffinity rule) {
        for (LabelExpression expression : rule.selector().expressions()) {
            if (expression.operator() == Operator.GREATER_THAN || expression.operator() == Operator.LESS_THAN) {
                refuse.accept("selects replicas by comparing the label '" + expression.key()
                        + "' as a number, which Kubernetes does with node labels only");
            }
        }
        ObjectTree selector = new ObjectTree()
                .putUnlessEmpty("matchExpressions", rule.selector().expressions(), PodTree::expression);
        ObjectTree tree = new ObjectTree()
                .put("labelSelector", selector)
                .putUnlessEmpty("namespaces", rule.namespaces(), ScalarValue::text);
        if (rule.allNamespaces()) {
            tree.put("namespaceSelector", new ObjectTree());
        }
        return tree.put("topologyKey", ComputeNode.REGION_LABEL).value();
    }

    private static ObjectValue expression(LabelExpression expression) {
        return new ObjectTree()
                .put("key", expression.key())
                .put("operator", OPERATORS.getOrDefault(expression.operator(), ""))
                .putUnlessEmpty("values", expression.values(), ScalarValue::text)
                .value();
    }

    ObjectValue toleration(Toleration toleration) {
        if (toleration.key().isEmpty() && toleration.value().isPresent()) {
            refuse.accept("tolerates the value '" + toleration.value().get()
                    + "' of taints of every key, which Kubernetes cannot say; name the key");
        }
        ObjectTree tree = new ObjectTree();
        if (!toleration.key().isEmpty()) {
            tree.put("key", toleration.key());
        }
        tree.put("operator", toleration.value().isPresent() ? "Equal" : "Exists");
        toleration.value().ifPresent(value -> tree.put("value", value));
        toleration.effect().ifPresent(effect -> tree.put("effect", Effects.name(effect)));
        return tree.value();
    }
}
