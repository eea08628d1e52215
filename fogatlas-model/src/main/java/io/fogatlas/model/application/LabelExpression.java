package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A condition on one label, as Kubernetes means it.
 *
 * @param key the label's key
 * @param operator how its value is compared
 * @param values what it is compared with
 */
public record LabelExpression(String key, Operator operator, List<String> values) {
    /** How a label's value is compared. */
    public enum Operator {
        /** The label is there with one of the values. */
        IN,
        /** The label is not there, or with none of the values. */
        NOT_IN,
        /** The label is there. */
        EXISTS,
        /** The label is not there. */
        DOES_NOT_EXIST,
        /** The label is there, and is a whole number above the one value. */
        GREATER_THAN,
        /** The label is there, and is a whole number below the one value. */
        LESS_THAN
    }

    /**
     * Checks that the number of values fits the operator.
     *
     * @param key the label's key
     * @param operator how its value is compared
     * @param values what it is compared with
     * @throws InvalidModelException if the key is blank, or there are too few or too many values, or no whole number to compare with
     */
    public LabelExpression {
        Objects.requireNonNull(operator, "operator");
        values = List.copyOf(values);
        Problems problems = new Problems();
        problems.text("Label expression", key, "key", key);
        boolean fits =
                switch (operator) {
                    case IN, NOT_IN -> !values.isEmpty();
                    case EXISTS, DOES_NOT_EXIST -> values.isEmpty();
                    case GREATER_THAN, LESS_THAN -> values.size() == 1 && isWhole(values.get(0));
                };
        List<String> given = values;
        problems.require(
                fits,
                "Label expression",
                key,
                () -> "the operator " + operator + " cannot be used with the values " + given);
        problems.throwIfAny();
    }

    /**
     * Makes the condition that a label has one value.
     *
     * @param key the label's key
     * @param value the value
     * @return the condition
     */
    public static LabelExpression is(String key, String value) {
        return new LabelExpression(key, Operator.IN, List.of(value));
    }

    /**
     * Says whether the condition holds.
     *
     * @param labels the labels of a node or of replicas
     * @return whether it holds for them
     */
    public boolean matches(Map<String, String> labels) {
        boolean there = labels.containsKey(key);
        String value = labels.getOrDefault(key, "");
        return switch (operator) {
            case IN -> there && values.contains(value);
            case NOT_IN -> !there || !values.contains(value);
            case EXISTS -> there;
            case DOES_NOT_EXIST -> !there;
            case GREATER_THAN -> isWhole(value) && Long.parseLong(value) > Long.parseLong(values.get(0));
            case LESS_THAN -> isWhole(value) && Long.parseLong(value) < Long.parseLong(values.get(0));
        };
    }

    private static boolean isWhole(String text) {
        return text.matches("[+-]?[0-9]{1,18}");
    }
}
