package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelExpression.Operator;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.PodAffinity;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Beside whom a microservice must and must not run, in small numbers. Of each kind the higher numbers mean no rule at all.
 *
 * @param affinity which affinity
 * @param antiAffinity which anti-affinity
 * @param other the microservice it is about
 * @param scope in which namespaces others are looked for
 */
record CompanyShape(int affinity, int antiAffinity, int other, int scope) {
    static final String OTHER_NAMESPACE = "shared";
    private static final int KINDS = 20;

    static Arbitrary<CompanyShape> arbitrary() {
        return Combinators.combine(
                        Draw.upTo(KINDS).map(kind -> KINDS - kind),
                        Draw.upTo(KINDS).map(kind -> KINDS - kind),
                        Draw.upTo(59),
                        Draw.upTo(3))
                .as(CompanyShape::new);
    }

    /** Only to earlier microservices and to itself, so that there is always an order in which all can start. */
    List<PodAffinity> affinities(int own) {
        String earlier = MicroserviceShape.name(other % (own + 1));
        return switch (affinity) {
            case 0, 1 -> List.of(rule(LabelExpression.is("app", earlier)));
            case 2 ->
                List.of(rule(new LabelExpression("app", Operator.IN, List.of(earlier, MicroserviceShape.name(own)))));
            case 3 -> List.of(rule(LabelExpression.is("tenant", "t0")));
            default -> List.of();
        };
    }

    List<PodAffinity> antiAffinities(int own, int microservices) {
        return switch (antiAffinity) {
            case 0, 1 -> List.of(rule(LabelExpression.is("app", MicroserviceShape.name(other % microservices))));
            case 2 -> List.of(rule(LabelExpression.is("role", other % 2 == 0 ? "even" : "odd")));
            case 3 -> List.of(rule(new LabelExpression("tenant", Operator.EXISTS, List.of())));
            case 4 -> List.of(rule(LabelExpression.is("app", MicroserviceShape.name(own))));
            default -> List.of();
        };
    }

    private PodAffinity rule(LabelExpression expression) {
        LabelSelector selector = new LabelSelector(List.of(expression));
        return switch (scope) {
            case 0 -> new PodAffinity(selector, Set.of(), true);
            case 1 -> new PodAffinity(selector, Set.of(OTHER_NAMESPACE, "default"), false);
            default -> PodAffinity.with(selector);
        };
    }
}
