package io.fogatlas.model.application;

import io.fogatlas.model.infrastructure.ComputeNode;
import java.util.List;
import java.util.Map;

/**
 * Says on which Compute Nodes a microservice may run: its {@code nodeSelector} and its required {@code nodeAffinity}.
 *
 * @param required what must hold in any case
 * @param anyOf alternatives of which one must hold; none given means that nothing more is asked
 */
public record NodeSelector(LabelSelector required, List<Term> anyOf) {
    /** Any node will do. */
    public static final NodeSelector ANY = new NodeSelector(LabelSelector.EVERYTHING, List.of());

    /** The field of a node that {@link Term#fields()} compare. */
    public static final String NAME_FIELD = "metadata.name";

    /**
     * One alternative: all its expressions must hold. As in Kubernetes, an alternative without any expression matches no node.
     *
     * @param labels conditions on the node's labels
     * @param fields conditions on {@value #NAME_FIELD}
     */
    public record Term(List<LabelExpression> labels, List<LabelExpression> fields) {
        /**
         * Copies the lists.
         *
         * @param labels conditions on the node's labels
         * @param fields conditions on the node's name
         */
        public Term {
            labels = List.copyOf(labels);
            fields = List.copyOf(fields);
        }

        private boolean isEmpty() {
            return labels.isEmpty() && fields.isEmpty();
        }
    }

    /**
     * Copies the list.
     *
     * @param required what must hold in any case
     * @param anyOf alternatives of which one must hold
     */
    public NodeSelector {
        anyOf = List.copyOf(anyOf);
    }

    /**
     * Says whether the labels and the name of a node fit; readiness, taints and resources are other questions.
     *
     * @param node the node
     * @return whether they fit
     */
    public boolean matches(ComputeNode node) {
        if (!required.matches(node.labels())) {
            return false;
        }
        Map<String, String> fields = anyOf.isEmpty() ? Map.of() : Map.of(NAME_FIELD, node.name());
        return anyOf.isEmpty()
                || anyOf.stream()
                        .anyMatch(term -> !term.isEmpty()
                                && term.labels().stream().allMatch(expression -> expression.matches(node.labels()))
                                && term.fields().stream().allMatch(expression -> expression.matches(fields)));
    }

    /**
     * Says whether some node of a region could fit when no nodes are known: only conditions on the label
     * {@value ComputeNode#REGION_LABEL} are judged, the others are taken to hold.
     *
     * @param regionId the region
     * @return whether no condition on the region's label excludes it
     */
    public boolean admits(String regionId) {
        Map<String, String> labels = Map.of(ComputeNode.REGION_LABEL, regionId);
        return holdsForRegion(required.expressions(), labels)
                && (anyOf.isEmpty()
                        || anyOf.stream().anyMatch(term -> !term.isEmpty() && holdsForRegion(term.labels(), labels)));
    }

    private static boolean holdsForRegion(List<LabelExpression> expressions, Map<String, String> labels) {
        return expressions.stream()
                .filter(expression -> expression.key().equals(ComputeNode.REGION_LABEL))
                .allMatch(expression -> expression.matches(labels));
    }
}
