package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.RegionConstraint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Makes the parts of the annotation {@value PlacementAnnotation#KEY}. */
final class AnnotationTree {
    private AnnotationTree() {}

    /** Takes what cannot be written: the kind and name of the object, and why not. */
    interface Refusal {
        void accept(String kind, String name, String text);
    }

    static ObjectValue chain(LatencyChain chain, Refusal refusal) {
        Map<String, Long> processing = new LinkedHashMap<>();
        for (LatencyChain.Step step : chain.steps()) {
            Long before = processing.putIfAbsent(step.vertex(), step.processingMicros());
            if (before != null && before != step.processingMicros()) {
                refusal.accept(
                        "Latency chain",
                        chain.name(),
                        "passes '" + step.vertex() + "' twice with different processing times, but one can be written");
            }
        }
        ObjectTree times = new ObjectTree();
        processing.forEach((vertex, micros) -> {
            if (micros > 0) {
                times.put(vertex, WrittenAmounts.thousandths(micros));
            }
        });
        return new ObjectTree()
                .put("name", chain.name())
                .put("vertices", chain.steps(), step -> ScalarValue.text(step.vertex()))
                .put("latencyMs", WrittenAmounts.thousandths(chain.boundMicros()))
                .putUnlessEmpty("processingMs", times)
                .value();
    }

    /** Makes the rule of one microservice; constraints of one kind are joined into one that permits the same regions. */
    static ObjectTree rule(List<RegionConstraint> constraints, Consumer<String> refuse) {
        ObjectTree rule = new ObjectTree();
        List<Set<String>> allowed = all(constraints, RegionConstraint.AllowedRegions.class).stream()
                .map(RegionConstraint.AllowedRegions::regionIds)
                .toList();
        rule.putUnlessEmpty("allowedRegions", common(allowed, "regions", refuse), ScalarValue::text);
        Set<String> forbidden = new TreeSet<>();
        all(constraints, RegionConstraint.ForbiddenRegions.class).forEach(one -> forbidden.addAll(one.regionIds()));
        rule.putUnlessEmpty("forbiddenRegions", forbidden, ScalarValue::text);
        List<Set<Integer>> tiers = all(constraints, RegionConstraint.AllowedTiers.class).stream()
                .map(RegionConstraint.AllowedTiers::tiers)
                .toList();
        rule.putUnlessEmpty("allowedTiers", common(tiers, "tiers", refuse), ScalarValue::number);
        within(constraints, refuse, rule);
        return rule;
    }

    private static <T extends RegionConstraint> List<T> all(List<RegionConstraint> constraints, Class<T> type) {
        return constraints.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <T extends Comparable<T>> Collection<T> common(
            List<Set<T>> sets, String what, Consumer<String> refuse) {
        if (sets.isEmpty()) {
            return List.of();
        }
        Set<T> common = new TreeSet<>(sets.get(0));
        sets.forEach(common::retainAll);
        if (common.isEmpty()) {
            refuse.accept("is allowed in no " + what + " at all, since its constraints exclude each other");
        }
        return common;
    }

    private static void within(List<RegionConstraint> constraints, Consumer<String> refuse, ObjectTree rule) {
        List<ObjectTree> circles = constraints.stream()
                .filter(one ->
                        one instanceof RegionConstraint.Within || one instanceof RegionConstraint.WithinOfEndpoint)
                .distinct()
                .map(one -> circle(one, refuse))
                .toList();
        if (circles.size() > 1) {
            refuse.accept("must be within " + circles.size() + " circles, but one can be written");
        }
        circles.stream().findFirst().ifPresent(circle -> rule.put("within", circle));
    }

    private static ObjectTree circle(RegionConstraint constraint, Consumer<String> refuse) {
        if (constraint instanceof RegionConstraint.Within within) {
            return new ObjectTree()
                    .put("km", WrittenAmounts.thousandths(within.radiusMeters()))
                    .put("of", WrittenAmounts.location(within.center()));
        }
        RegionConstraint.WithinOfEndpoint within = (RegionConstraint.WithinOfEndpoint) constraint;
        if (RegionReader.location(within.endpointId()).isPresent()) {
            refuse.accept("must be near the endpoint '" + within.endpointId() + "', whose id would be read as a place");
        }
        return new ObjectTree()
                .put("km", WrittenAmounts.thousandths(within.radiusMeters()))
                .put("of", within.endpointId());
    }
}
