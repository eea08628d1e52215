package io.fogatlas.placement.reasons;

import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says for people what a constraint permits. */
final class ConstraintText {
    private static final int MOST_NAMED = 8;

    private ConstraintText() {}

    static String of(RegionConstraint constraint) {
        if (constraint instanceof RegionConstraint.AllowedRegions allowed) {
            return "only in regions " + some(allowed.regionIds());
        }
        if (constraint instanceof RegionConstraint.ForbiddenRegions forbidden) {
            return "not in regions " + some(forbidden.regionIds());
        }
        if (constraint instanceof RegionConstraint.AllowedTiers allowed) {
            return "only in tiers " + some(allowed.tiers());
        }
        if (constraint instanceof RegionConstraint.Within within) {
            return "within %s of %s".formatted(kilometres(within.radiusMeters()), within.center());
        }
        return constraint instanceof RegionConstraint.WithinOfEndpoint near
                ? "within %s of '%s'".formatted(kilometres(near.radiusMeters()), near.endpointId())
                : constraint.toString();
    }

    static String of(PodAffinity rule) {
        if (rule.selector().expressions().isEmpty()) {
            return "any labels";
        }
        return rule.selector().expressions().stream().map(ConstraintText::of).collect(Collectors.joining(" and "));
    }

    private static String of(LabelExpression expression) {
        String key = expression.key();
        return switch (expression.operator()) {
            case IN ->
                expression.values().size() == 1
                        ? key + "=" + expression.values().get(0)
                        : key + " in (" + some(expression.values()) + ")";
            case NOT_IN -> key + " not in (" + some(expression.values()) + ")";
            case EXISTS -> "the label " + key;
            case DOES_NOT_EXIST -> "no label " + key;
            case GREATER_THAN -> key + " > " + expression.values().get(0);
            case LESS_THAN -> key + " < " + expression.values().get(0);
        };
    }

    private static String kilometres(long meters) {
        BigDecimal value = BigDecimal.valueOf(meters, 3);
        return (value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString()) + " km";
    }

    private static String some(Collection<?> values) {
        String named = values.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return values.size() > MOST_NAMED ? named + " and " + (values.size() - MOST_NAMED) + " others" : named;
    }
}
