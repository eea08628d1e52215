package io.fogatlas.placement.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NamespacesTest {
    private static final List<String> NAMESPACES = List.of("one", "two", "three");
    private static final List<Map<String, String>> LABELS =
            List.of(Map.of(), Map.of("app", "x"), Map.of("namespace", "two"), Map.of("namespace'", "one"));
    private static final List<LabelSelector> SELECTORS = List.of(
            LabelSelector.EVERYTHING,
            new LabelSelector(List.of(LabelExpression.is("app", "x"))),
            new LabelSelector(
                    List.of(new LabelExpression("namespace''", LabelExpression.Operator.DOES_NOT_EXIST, List.of()))));
    private static final List<Set<String>> LOOKED_FOR = List.of(Set.of(), Set.of("two"), Set.of("two", "three"));

    private static BatchRequest.Entry entry(String namespace, Map<String, String> labels, List<PodAffinity> rules) {
        Microservice.Builder microservice = Microservice.builder("m").addLabels(labels);
        rules.forEach(microservice::addAffinity);
        return BatchRequest.Entry.of(
                Application.builder(new ApplicationId(namespace, "app"))
                        .add(microservice.build())
                        .build(),
                1);
    }

    /** Keys that look like the label must not be mistaken for it: some labels and selectors above use them. */
    @Test
    void selectWhatTheRulesSelectedBefore() {
        List<PodAffinity> rules = SELECTORS.stream()
                .flatMap(selector -> LOOKED_FOR.stream()
                        .flatMap(looked ->
                                List.of(true, false).stream().map(all -> new PodAffinity(selector, looked, all))))
                .toList();
        Namespaces namespaces = Namespaces.of(
                List.of(entry("one", LABELS.get(3), rules), entry("two", LABELS.get(2), List.of())), Occupancy.NONE);
        for (PodAffinity rule : rules) {
            for (String own : NAMESPACES) {
                for (String other : NAMESPACES) {
                    for (Map<String, String> labels : LABELS) {
                        boolean selected = namespaces
                                .rules(own, List.of(rule))
                                .get(0)
                                .selects(namespaces.common(), namespaces.common(), namespaces.labels(other, labels));

                        assertThat(selected)
                                .as("%s of %s about %s in %s", rule, own, labels, other)
                                .isEqualTo(rule.selects(own, other, labels));
                    }
                }
            }
        }
    }

    @Test
    void speakAboutReplicasThatRunInTheSameWay() {
        ReplicaGroup running = ReplicaGroup.builder("three", "a")
                .addLabels(Map.of("namespace", "x"))
                .addAntiAffinities(List.of(PodAffinity.with(LabelSelector.EVERYTHING)))
                .build();
        Occupancy taken = new Occupancy(
                Map.of(new ApplicationId("three", "other"), new Holding(Map.of(), List.of(running))),
                new Holding(Map.of(), List.of(running)));
        Namespaces namespaces =
                Namespaces.of(List.of(entry("one", Map.of(), List.of()), entry("two", Map.of(), List.of())), taken);

        List<ReplicaGroup> groups = namespaces.occupancy(taken).replicas();

        assertThat(groups).hasSize(2).allSatisfy(group -> {
            assertThat(group.labels()).containsEntry("namespace", "x").containsEntry("namespace'", "three");
            PodAffinity rule = group.antiAffinities().get(0);
            assertThat(rule.selects("three", "one", namespaces.labels("three", Map.of())))
                    .isTrue();
            assertThat(rule.selects("three", "one", namespaces.labels("one", Map.of())))
                    .isFalse();
        });
    }

    @Test
    void changeNothingIfThereIsOneOnly() {
        List<PodAffinity> rules = List.of(PodAffinity.with(LabelSelector.EVERYTHING));
        Namespaces namespaces = Namespaces.of(List.of(entry("one", Map.of("a", "b"), rules)), Occupancy.NONE);

        assertThat(namespaces.labels("one", Map.of("a", "b"))).isEqualTo(Map.of("a", "b"));
        assertThat(namespaces.rules("one", rules)).isEqualTo(rules);
        assertThat(namespaces.occupancy(Occupancy.NONE)).isEqualTo(Occupancy.NONE);
    }
}
