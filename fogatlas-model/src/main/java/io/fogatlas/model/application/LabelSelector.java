package io.fogatlas.model.application;

import java.util.List;
import java.util.Map;

/**
 * Selects by labels: every expression must hold. Without expressions it selects everything.
 *
 * @param expressions what must hold
 */
public record LabelSelector(List<LabelExpression> expressions) {
    /** Selects everything. */
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    /**
     * Copies the list.
     *
     * @param expressions what must hold
     */
    public LabelSelector {
        expressions = List.copyOf(expressions);
    }

    /**
     * Says whether something is selected.
     *
     * @param labels its labels
     * @return whether every expression holds
     */
    public boolean matches(Map<String, String> labels) {
        for (LabelExpression expression : expressions) {
            if (!expression.matches(labels)) {
                return false;
            }
        }
        return true;
    }
}
