package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Refusal;
import io.fogatlas.model.application.LabelExpression.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The meaning is that of Kubernetes: {@code labels.Requirement.Matches}. */
final class LabelExpressionTest {
    @ParameterizedTest
    @CsvSource({
        // operator, values, label value or - for none, whether it holds
        "IN, a b, a, true",
        "IN, a b, b, true",
        "IN, a b, c, false",
        "IN, a b, -, false",
        "NOT_IN, a b, a, false",
        "NOT_IN, a b, c, true",
        "NOT_IN, a b, -, true",
        "EXISTS, , a, true",
        "EXISTS, , -, false",
        "DOES_NOT_EXIST, , a, false",
        "DOES_NOT_EXIST, , -, true",
        "GREATER_THAN, 5, 6, true",
        "GREATER_THAN, 5, 5, false",
        "GREATER_THAN, 5, -, false",
        "GREATER_THAN, 5, many, false",
        "GREATER_THAN, -5, -4, true",
        "LESS_THAN, 5, 4, true",
        "LESS_THAN, 5, 5, false",
        "LESS_THAN, 5, -, false",
        "LESS_THAN, 5, few, false",
        "LESS_THAN, 10, 9, true",
    })
    void holdsAsInKubernetes(Operator operator, String values, String label, boolean holds) {
        LabelExpression expression =
                new LabelExpression("key", operator, values == null ? List.of() : List.of(values.split(" ")));

        assertThat(expression.matches(label.equals("-") ? Map.of() : Map.of("key", label)))
                .isEqualTo(holds);
    }

    @Test
    void anEmptyValueIsAValue() {
        Map<String, String> labels = Map.of("key", "");

        assertThat(LabelExpression.is("key", "").matches(labels)).isTrue();
        assertThat(LabelExpression.is("key", "").matches(Map.of())).isFalse();
        assertThat(new LabelExpression("key", Operator.EXISTS, List.of()).matches(labels))
                .isTrue();
        assertThat(new LabelExpression("key", Operator.GREATER_THAN, List.of("0")).matches(labels))
                .isFalse();
    }

    @Test
    void aLabelTooLongForANumberIsNone() {
        LabelExpression above = new LabelExpression("key", Operator.GREATER_THAN, List.of("0"));

        assertThat(above.matches(Map.of("key", "9".repeat(60)))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void refusesANumberOfValuesThatDoesNotFitTheOperator(Operator operator) {
        boolean wantsNone = operator == Operator.EXISTS || operator == Operator.DOES_NOT_EXIST;
        List<String> unfit = wantsNone ? List.of("1") : List.of();

        assertThat(Refusal.of(() -> new LabelExpression(" ", operator, unfit)))
                .containsExactly(
                        "Label expression ' ': key must not be blank",
                        "Label expression ' ': the operator " + operator + " cannot be used with the values " + unfit);
    }

    @Test
    void comparesWithOneWholeNumberOnly() {
        assertThat(Refusal.of(() -> new LabelExpression("key", Operator.LESS_THAN, List.of("1", "2"))))
                .hasSize(1);
        assertThat(Refusal.of(() -> new LabelExpression("key", Operator.LESS_THAN, List.of("1.5"))))
                .hasSize(1);
        assertThat(Refusal.of(() -> new LabelExpression("key", Operator.GREATER_THAN, List.of("9".repeat(40)))))
                .hasSize(1);
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<String> values = new ArrayList<>(List.of("a"));
        LabelExpression expression = new LabelExpression("key", Operator.IN, values);
        values.add("b");

        assertThat(expression).isEqualTo(LabelExpression.is("key", "a"));
        assertThatThrownBy(() -> expression.values().add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSelectorWantsEveryExpressionAndWithoutAnySelectsEverything() {
        LabelSelector selector =
                new LabelSelector(List.of(LabelExpression.is("app", "web"), LabelExpression.is("tier", "front")));

        assertThat(selector.matches(Map.of("app", "web", "tier", "front", "more", "x")))
                .isTrue();
        assertThat(selector.matches(Map.of("app", "web"))).isFalse();
        assertThat(LabelSelector.EVERYTHING.matches(Map.of())).isTrue();
        assertThat(new LabelSelector(List.of())).isEqualTo(LabelSelector.EVERYTHING);
    }
}
