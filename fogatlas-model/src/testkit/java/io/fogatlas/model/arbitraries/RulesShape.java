package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelExpression.Operator;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.Toleration;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.infrastructure.Taint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Where a microservice may run, in small numbers. Of each kind the higher numbers mean no rule at all.
 *
 * @param selector which node selector
 * @param toleration which toleration
 * @param constraint which constraint on its regions
 * @param region a region it is about, counted modulo the number of regions
 */
record RulesShape(int selector, int toleration, int constraint, int region) {
    private static final int KINDS = 20;

    static Arbitrary<RulesShape> arbitrary() {
        return Combinators.combine(
                        Draw.upTo(KINDS).map(kind -> KINDS - kind),
                        Draw.upTo(5).map(kind -> 5 - kind),
                        Draw.upTo(KINDS).map(kind -> KINDS - kind),
                        Draw.upTo(59))
                .as(RulesShape::new);
    }

    NodeSelector nodeSelector(Infrastructure infrastructure) {
        String here = Among.region(infrastructure, region).id();
        return switch (selector) {
            case 0 -> required(LabelExpression.is("zone", "a"));
            case 1 -> required(new LabelExpression("zone", Operator.NOT_IN, List.of("a")));
            case 2 -> required(LabelExpression.is(ComputeNode.REGION_LABEL, here));
            case 3 -> required(new LabelExpression(ComputeNode.REGION_LABEL, Operator.NOT_IN, List.of(here)));
            case 4 ->
                anyOf(
                        new NodeSelector.Term(
                                List.of(new LabelExpression("generation", Operator.GREATER_THAN, List.of("1"))),
                                List.of()),
                        new NodeSelector.Term(List.of(LabelExpression.is(ComputeNode.REGION_LABEL, here)), List.of()));
            case 5 ->
                anyOf(new NodeSelector.Term(
                        List.of(new LabelExpression("zone", Operator.EXISTS, List.of())),
                        List.of(new LabelExpression(NodeSelector.NAME_FIELD, Operator.NOT_IN, List.of("n0")))));
            default -> NodeSelector.ANY;
        };
    }

    private static NodeSelector required(LabelExpression expression) {
        return new NodeSelector(new LabelSelector(List.of(expression)), List.of());
    }

    private static NodeSelector anyOf(NodeSelector.Term... terms) {
        return new NodeSelector(LabelSelector.EVERYTHING, List.of(terms));
    }

    List<Toleration> tolerations() {
        return switch (toleration) {
            case 0 -> List.of(new Toleration("", Optional.empty(), Optional.empty()));
            case 1 -> List.of(new Toleration("dedicated", Optional.empty(), Optional.of(Taint.Effect.NO_SCHEDULE)));
            case 2 -> List.of(new Toleration("dedicated", Optional.of("gpu"), Optional.empty()));
            default -> List.of();
        };
    }

    List<RegionConstraint> regionConstraints(Infrastructure infrastructure) {
        Region here = Among.region(infrastructure, region);
        Region next = Among.region(infrastructure, region + 1);
        return switch (constraint) {
            case 0 -> List.of(new RegionConstraint.AllowedRegions(both(here.id(), next.id())));
            case 1 -> List.of(new RegionConstraint.ForbiddenRegions(Set.of(here.id())));
            case 2 -> List.of(new RegionConstraint.AllowedTiers(both(here.tier(), next.tier())));
            case 3 ->
                here.location().<RegionConstraint>map(center -> new RegionConstraint.Within(center, 20_000)).stream()
                        .toList();
            case 4 ->
                infrastructure.endpoints().stream()
                        .limit(1)
                        .<RegionConstraint>map(endpoint -> new RegionConstraint.WithinOfEndpoint(endpoint.id(), 25_000))
                        .toList();
            default -> List.of();
        };
    }

    private static <T extends Comparable<T>> Set<T> both(T one, T two) {
        return new TreeSet<>(List.of(one, two));
    }
}
