package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelExpression.Operator;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.Toleration;
import io.fogatlas.model.infrastructure.Taint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AffinityTest {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private static String fadepl(String podSpec) {
        return """
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: FADepl
                metadata: {name: app}
                spec:
                  microservices:
                  - name: m
                    deployment:
                      spec:
                        template:
                          metadata: {labels: {app: m, version: "2"}}
                          spec: {containers: [{}], %s}
                """.formatted(podSpec);
    }

    private static Microservice read(String podSpec) {
        return Texts.read(Texts.REGIONS, fadepl(podSpec))
                .applications()
                .get(0)
                .application()
                .microservices()
                .get(0);
    }

    private static PodAffinity affinity(String term) {
        List<PodAffinity> affinities = read("affinity: {podAffinity: {" + REQUIRED + ": [{topologyKey: region, " + term
                        + "}]}}")
                .affinities();
        assertThat(affinities).hasSize(1);
        return affinities.get(0);
    }

    private static PodAffinity rule(LabelExpression... expressions) {
        return PodAffinity.with(new LabelSelector(List.of(expressions)));
    }

    @Test
    void readsNodeSelectors() {
        String terms = "affinity: {nodeAffinity: {" + REQUIRED + ": {nodeSelectorTerms: ["
                + "{matchExpressions: [{key: a, operator: In, values: [x, z]}, {key: b, operator: NotIn, values: [x]}]},"
                + "{matchExpressions: [{key: c, operator: Exists}, {key: d, operator: DoesNotExist}]},"
                + "{matchExpressions: [{key: e, operator: Gt, values: [\"5\"]}, {key: f, operator: Lt, values: [\"7\"]}]},"
                + "{matchFields: [{key: metadata.name, operator: In, values: [n1]}]}, {}]},"
                + " preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {}}]}}";

        assertThat(read("nodeSelector: {accelerator: k80}, " + terms).nodeSelector())
                .isEqualTo(new NodeSelector(
                        new LabelSelector(List.of(LabelExpression.is("accelerator", "k80"))),
                        List.of(
                                new NodeSelector.Term(
                                        List.of(
                                                new LabelExpression("a", Operator.IN, List.of("x", "z")),
                                                new LabelExpression("b", Operator.NOT_IN, List.of("x"))),
                                        List.of()),
                                new NodeSelector.Term(
                                        List.of(
                                                new LabelExpression("c", Operator.EXISTS, List.of()),
                                                new LabelExpression("d", Operator.DOES_NOT_EXIST, List.of())),
                                        List.of()),
                                new NodeSelector.Term(
                                        List.of(
                                                new LabelExpression("e", Operator.GREATER_THAN, List.of("5")),
                                                new LabelExpression("f", Operator.LESS_THAN, List.of("7"))),
                                        List.of()),
                                new NodeSelector.Term(List.of(), List.of(LabelExpression.is("metadata.name", "n1"))),
                                new NodeSelector.Term(List.of(), List.of()))));
    }

    @Test
    void readsTolerations() {
        assertThat(
                        read("tolerations: [{operator: Exists}, {key: a, value: b}, {key: c, operator: Exists, effect: NoExecute},"
                                        + " {key: d, operator: \"\", effect: NoSchedule}]")
                                .tolerations())
                .containsExactly(
                        new Toleration("", Optional.empty(), Optional.empty()),
                        new Toleration("a", Optional.of("b"), Optional.empty()),
                        new Toleration("c", Optional.empty(), Optional.of(Taint.Effect.NO_EXECUTE)),
                        new Toleration("d", Optional.of(""), Optional.of(Taint.Effect.NO_SCHEDULE)));
    }

    @Test
    void readsWhichPodsMustBeThere() {
        assertThat(affinity("labelSelector: {matchLabels: {app: db}, matchExpressions: [{key: x, operator: Exists}]}"))
                .isEqualTo(rule(LabelExpression.is("app", "db"), new LabelExpression("x", Operator.EXISTS, List.of())));
        assertThat(affinity("labelSelector: {}")).isEqualTo(PodAffinity.with(LabelSelector.EVERYTHING));
        assertThat(affinity("labelSelector: {}, namespaces: [a, b]"))
                .isEqualTo(new PodAffinity(LabelSelector.EVERYTHING, Set.of("a", "b"), false));
        assertThat(affinity("labelSelector: {}, namespaceSelector: {}"))
                .isEqualTo(new PodAffinity(LabelSelector.EVERYTHING, Set.of(), true));
    }

    @Test
    void readsConditionsOnThePodsOwnLabels() {
        assertThat(affinity("labelSelector: {}, matchLabelKeys: [version, missing], mismatchLabelKeys: [app]"))
                .isEqualTo(rule(
                        LabelExpression.is("version", "2"), new LabelExpression("app", Operator.NOT_IN, List.of("m"))));
    }

    @Test
    void spreadsReplicasThatKeepEachOtherAway() {
        String spread = "affinity: {podAntiAffinity: {" + REQUIRED
                + ": [{topologyKey: topology.kubernetes.io/region, labelSelector: {matchLabels: {app: m}}}],"
                + " preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: zone}}]}}";
        String text = fadepl(spread).replace("template:", "replicas: 2\n        template:");

        Microservice microservice = Texts.read(Texts.REGIONS, text)
                .applications()
                .get(0)
                .application()
                .microservices()
                .get(0);

        assertThat(microservice.antiAffinities()).containsExactly(rule(LabelExpression.is("app", "m")));
        assertThat(microservice.demands()).hasSize(2);
    }

    @Test
    void warnsOnceOfWhatOnlyKubernetesHonours() {
        String other = "[{topologyKey: zone, labelSelector: {}}, {topologyKey: zone, labelSelector: {}}]";
        String spread =
                "topologySpreadConstraints: [{topologyKey: region, whenUnsatisfiable: DoNotSchedule, maxSkew: 1},"
                        + " {topologyKey: region, whenUnsatisfiable: ScheduleAnyway, maxSkew: 1},"
                        + " {topologyKey: zone, whenUnsatisfiable: DoNotSchedule, maxSkew: 1}]";

        assertThat(Texts.warnings(
                        Texts.REGIONS, fadepl("affinity: {podAffinity: {" + REQUIRED + ": " + other + "}}, " + spread)))
                .containsExactly(
                        "f2:8: FADepl 'default/app': podAffinity with the topologyKey 'zone' is honoured by Kubernetes' scheduler,"
                                + " not by the placement on regions (and so for 1 more Pod template)",
                        "f2:8: FADepl 'default/app': topologySpreadConstraints over regions are not honoured; use spreadOver in"
                                + " the annotation fogatlas.io/placement");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "podAffinity: {R: [{labelSelector: {}}]}||requires a podAffinity without topologyKey",
                "podAffinity: {R: [{topologyKey: region}]}||requires a podAffinity without labelSelector, which selects no Pod, so that none can start",
                "podAffinity: {R: [{topologyKey: region, labelSelector: {}, namespaceSelector: {matchLabels: {a: b}}}]}||requires a podAffinity that selects namespaces by labels, which are not known; name the namespaces",
                "podAffinity: {R: [{topologyKey: region, labelSelector: {matchExpressions: [{key: a, operator: Gt, values: [\"1\"]}]}}]}||compares the labels of Pods by 'Gt', which only node labels can be",
                "nodeAffinity: {R: {nodeSelectorTerms: []}}|.nodeAffinity|requires a node affinity without any term, which no node fits",
                "nodeAffinity: {R: {nodeSelectorTerms: [{matchFields: [{key: spec.x, operator: Exists}]}]}}|.nodeAffinity|compares the field 'spec.x'; Kubernetes lets compare metadata.name only",
                "nodeAffinity: {R: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Like, values: [b]}]}]}}|.nodeAffinity|compares 'a' by 'Like'; use In, NotIn, Exists, DoesNotExist, Gt or Lt",
                "nodeAffinity: {R: {nodeSelectorTerms: [{matchExpressions: [{operator: Exists}]}]}}|.nodeAffinity|has a condition without a key",
                "nodeAffinity: {R: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In}]}]}}|.nodeAffinity|compares 'a' by 'In' with the values []; In and NotIn need values, Exists and DoesNotExist none, Gt and Lt one whole number"
            })
    void refusesWhatKubernetesWouldRefuse(String affinity, String path, String text) {
        assertThat(Texts.problems(Texts.REGIONS, fadepl("affinity: {" + affinity.replace("R:", REQUIRED + ":") + "}")))
                .containsExactly(
                        "f2:11: FADepl 'default/app': spec.microservices[0].deployment.spec.template.spec.affinity"
                                + (path == null ? "" : path) + " " + text);
    }

    @Test
    void ignoresAntiAffinityThatSelectsNothing() {
        assertThat(read("affinity: {podAntiAffinity: {" + REQUIRED + ": [{topologyKey: region}]}}")
                        .antiAffinities())
                .isEmpty();
    }

    @Test
    void refusesMicroservicesThatWaitForEachOther() {
        String text = fadepl("affinity: {podAffinity: {" + REQUIRED
                        + ": [{topologyKey: region, labelSelector: {matchLabels: {app: n}}}]}}")
                + """
                  - name: n
                    deployment:
                      spec:
                        template:
                          metadata: {labels: {app: n}}
                          spec:
                            containers: [{}]
                            affinity:
                              podAffinity:
                                requiredDuringSchedulingIgnoredDuringExecution:
                                - {topologyKey: region, labelSelector: {matchLabels: {app: m}}}
                """;

        assertThat(Texts.problems(Texts.REGIONS, text))
                .containsExactly(
                        "f2:1: FADepl 'default/app': the microservices 'm', 'n' wait for each other by their required pod"
                                + " affinities, so none of them can start; drop one of the affinities");
    }

    @Test
    void translatesTheRegionLabelWhereNoNodesAreKnown() {
        String text = fadepl("nodeSelector: {topology.kubernetes.io/region: 003-003}");
        Manifests manifests = new ManifestReader("topology.kubernetes.io/region")
                .read(List.of(Texts.source("r", Texts.REGIONS), Texts.source("a", text)));

        NodeSelector selector = manifests
                .applications()
                .get(0)
                .application()
                .microservices()
                .get(0)
                .nodeSelector();
        assertThat(selector.admits("003-003")).isTrue();
        assertThat(selector.admits("001-001")).isFalse();
    }
}
