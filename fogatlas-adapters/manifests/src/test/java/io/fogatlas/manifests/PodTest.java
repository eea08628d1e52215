package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PodTest {
    private static final String NODE = Texts.node("n1", "---\n") + Texts.node("n2", "");

    private static String pod(String name, String metadata, String spec) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: %s%s}\nspec: {%s}\n".formatted(name, metadata, spec);
    }

    private static Resources takes(String spec) {
        List<ReplicaGroup> others = Texts.read(Texts.REGIONS, NODE, pod("p", "", "nodeName: n1, " + spec))
                .occupancy()
                .others()
                .replicas();
        assertThat(others).hasSize(1);
        return others.get(0).perReplica();
    }

    private static Resources cpuAndMemory(long cpu, long memory) {
        return Resources.builder()
                .cpuMillis(cpu)
                .memoryBytes(memory)
                .podSlots(1)
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "containers: [{resources: {requests: {cpu: 100m, memory: 10}}}, {resources: {requests: {cpu: 0.2}}}]|300|10",
                "containers: [{resources: {limits: {cpu: 1, memory: 20}}}]|1000|20",
                "containers: [{resources: {limits: {cpu: 1, memory: 20}, requests: {cpu: 100m}}}]|100|20",
                "containers: [{resources: {requests: {cpu: 1.1m, memory: 100m}}}]|2|1",
                "containers: [{}]|0|0",
                "containers: [{resources: {requests: {cpu: 100m}}}], initContainers: [{resources: {requests: {cpu: 1}}}, {resources: {requests: {memory: 7}}}]|1000|7",
                "containers: [{resources: {requests: {cpu: 100m}}}], initContainers: [{restartPolicy: Always, resources: {requests: {cpu: 20m}}}, {resources: {requests: {cpu: 90m}}}]|120|0",
                "containers: [{resources: {requests: {cpu: 100m}}}], initContainers: [{restartPolicy: Always, resources: {requests: {cpu: 20m}}}, {resources: {requests: {cpu: 190m}}}]|210|0",
                "containers: [{resources: {requests: {cpu: 100m}}}], initContainers: [{resources: {requests: {cpu: 90m}}}, {restartPolicy: Always, resources: {requests: {cpu: 20m}}}]|120|0",
                "containers: [{resources: {requests: {cpu: 100m}}}], overhead: {cpu: 10m, memory: 5}|110|5",
                "containers: [{resources: {requests: {cpu: 100m, memory: 10}}}], resources: {requests: {cpu: 500m}}|500|10"
            })
    void addsUpWhatContainersTakeAsKubernetesDoes(String spec, long cpu, long memory) {
        assertThat(takes(spec)).isEqualTo(cpuAndMemory(cpu, memory));
    }

    @Test
    void countsExtendedResourcesAndStorage() {
        assertThat(takes(
                        "containers: [{resources: {limits: {nvidia.com/gpu: 1}, requests: {ephemeral-storage: 1Gi}}}]"))
                .isEqualTo(new Resources(0, 0, 1L << 30, 1, Map.of("nvidia.com/gpu", 1L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec: {containers: [{}]}",
                "spec: {nodeName: '', containers: [{}]}",
                "spec: {nodeName: n1, containers: [{}]}\nstatus: {phase: Succeeded}",
                "spec: {nodeName: n1, containers: [{}]}\nstatus: {phase: Failed}",
                "metadata2: {}"
            })
    void leavesOutPodsThatTakeNothing(String rest) {
        String text = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n" + rest + "\n";

        Manifests manifests = Texts.read(Texts.REGIONS, NODE, text);

        assertThat(manifests.occupancy()).isEqualTo(Occupancy.NONE);
        assertThat(manifests.warnings()).isEmpty();
    }

    @Test
    void joinsEqualPods() {
        String spec = "nodeName: %s, containers: [{resources: {requests: {cpu: 100m}}}]";
        Manifests manifests = Texts.read(
                Texts.REGIONS,
                NODE,
                pod("a", ", labels: {app: x}", spec.formatted("n1")),
                pod("b", ", labels: {app: x}", spec.formatted("n1")),
                pod("c", ", labels: {app: x}", spec.formatted("n2")),
                pod("d", ", labels: {app: y}", spec.formatted("n2")));

        assertThat(manifests.occupancy().others().replicas())
                .containsExactly(
                        new ReplicaGroup(
                                "default",
                                Map.of("app", "x"),
                                List.of(),
                                "003-003",
                                Map.of("n1", 2, "n2", 1),
                                cpuAndMemory(100, 0)),
                        new ReplicaGroup(
                                "default",
                                Map.of("app", "y"),
                                List.of(),
                                "003-003",
                                Map.of("n2", 1),
                                cpuAndMemory(100, 0)));
    }

    @Test
    void readsWhichPodsItKeepsOutOfItsRegion() {
        String anti =
                "nodeName: n1, containers: [{}], affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                        + " [{topologyKey: region, labelSelector: {matchLabels: {app: x}}, namespaces: [other]},"
                        + " {topologyKey: topology.kubernetes.io/region, labelSelector: {}, namespaceSelector: {}},"
                        + " {topologyKey: kubernetes.io/hostname, labelSelector: {}}]}}";

        Manifests manifests = Texts.read(Texts.REGIONS, NODE, pod("p", "", anti));

        assertThat(manifests.occupancy().others().replicas().get(0).antiAffinities())
                .containsExactly(
                        new PodAffinity(
                                new LabelSelector(List.of(LabelExpression.is("app", "x"))),
                                java.util.Set.of("other"),
                                false),
                        new PodAffinity(LabelSelector.EVERYTHING, java.util.Set.of(), true));
        assertThat(manifests.warnings())
                .extracting(ManifestProblem::toString)
                .containsExactly(
                        "f3:1: Pod 'default/p': podAntiAffinity with the topologyKey 'kubernetes.io/hostname' is honoured"
                                + " by Kubernetes' scheduler, not by the placement on regions");
    }

    @Test
    void givesReplicasToTheApplicationThatOwnsThem() {
        String owned = ", ownerReferences: [{kind: ReplicaSet, name: driver.reg.003-003-5d9c7b}]";
        String spec = "nodeName: n1, containers: [{resources: {requests: {cpu: 100m}}}]";

        Manifests manifests = Texts.read(
                Texts.REGIONS,
                NODE,
                Texts.ENDPOINT,
                Texts.fadepl(""),
                pod("a", owned, spec),
                pod("b", owned + ", namespace: elsewhere", spec),
                pod("c", owned.replace("driver", "stranger"), spec));

        assertThat(manifests
                        .occupancy()
                        .byApplication()
                        .get(ApplicationId.of("app"))
                        .replicas())
                .extracting(ReplicaGroup::replicasByNode)
                .containsExactly(Map.of("n1", 1));
        assertThat(manifests.occupancy().others().replicas())
                .extracting(ReplicaGroup::namespace, ReplicaGroup::replicasByNode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("elsewhere", Map.of("n1", 1)),
                        org.assertj.core.groups.Tuple.tuple("default", Map.of("n1", 1)));
    }

    @Test
    void warnsOnceOfPodsOnNodesThatWereNotRead() {
        String spec = "nodeName: n9, containers: [{}]";

        assertThat(Texts.warnings(Texts.REGIONS, NODE, pod("a", "", spec), pod("b", "", spec)))
                .containsExactly(
                        "f3:1: Pod 'default/a': runs on the node 'n9', which was not read, so it is not counted"
                                + " (and so for 1 more Pod)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "containers: [{}, {resources: {requests: {cpu: 1ms}}}]|spec.containers[1].resources.requests.cpu is '1ms', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "containers: [{resources: {limits: {nvidia.com/gpu: -1}}}]|spec.containers[0].resources.limits.nvidia.com/gpu must not be negative, but is -1",
                "containers: [{resources: {requests: {memory: 1e30}}}]|spec.containers[0].resources.requests.memory is too large with 1e30; the most is 2^53 = 9007199254740992",
                "containers: [{}, null]|spec.containers[1] must not be null",
                "containers: [{args: [a, ~]}]|spec.containers[0].args[1] must not be null",
                "containers: {}|spec.containers does not fit there: an object",
                "containers: [5]|spec.containers[0] does not fit there: the number 5; see whether quotes are missing, or too many"
            })
    void refusesWrongValues(String spec, String text) {
        assertThat(Texts.problems(Texts.REGIONS, NODE, pod("p", "", "nodeName: n1, " + spec)))
                .containsExactly("f3:4: Pod 'default/p': " + text);
    }

    @Test
    void tellsPodsOfDifferentNamespacesApart() {
        String spec = "nodeName: n1, containers: [{}]";

        assertThat(Texts.read(Texts.REGIONS, NODE, pod("p", "", spec), pod("p", ", namespace: b", spec))
                        .occupancy()
                        .others()
                        .replicas())
                .hasSize(2);
        assertThat(Texts.problems(Texts.REGIONS, NODE, pod("p", "", spec), pod("p", "", spec)))
                .containsExactly(
                        "f4:1: Pod 'default/p': is there more than once, first in f3:1; give each Pod an id of its own");
    }
}
