package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Taint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeTest {
    private static final String HEAD = """
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {region: 003-003, accelerator: k80}}
            """;

    private static ComputeNode node(String rest) {
        return Texts.read(Texts.REGIONS, HEAD + rest)
                .infrastructure()
                .node("n1")
                .orElseThrow();
    }

    @Test
    void readsWhatANodeOffersAndRoundsItDown() {
        ComputeNode node = node(
                "status: {allocatable: {cpu: 1999.9m, memory: 4Gi, ephemeral-storage: 10G, pods: \"20\","
                        + " nvidia.com/gpu: 2, hugepages-2Mi: 4Mi, attachable-volumes-aws-ebs: 25}, capacity: {cpu: 8}}\n");

        assertThat(node)
                .isEqualTo(new ComputeNode(
                        "n1",
                        "003-003",
                        new Resources(
                                1999,
                                4L << 30,
                                10_000_000_000L,
                                20,
                                Map.of("nvidia.com/gpu", 2L, "hugepages-2Mi", 4L << 20)),
                        Map.of("region", "003-003", "accelerator", "k80"),
                        List.of(),
                        true));
    }

    @Test
    void fallsBackToTheCapacityAndToTheKubeletsNumberOfPods() {
        assertThat(node("status: {capacity: {cpu: 4, memory: 1Gi}}\n").allocatable())
                .isEqualTo(new Resources(4000, 1L << 30, 0, 110, Map.of()));
    }

    @Test
    void warnsOfANodeThatOffersNothing() {
        assertThat(node("").allocatable()).isEqualTo(Resources.NONE);
        assertThat(Texts.warnings(Texts.REGIONS, HEAD))
                .containsExactly(
                        "f2:1: Node 'n1': says neither status.allocatable nor status.capacity, so nothing fits on it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|true",
                "{conditions: [{type: Ready, status: \"True\"}]}|true",
                "{conditions: [{type: DiskPressure, status: \"False\"}]}|true",
                "{conditions: [{type: Ready, status: \"False\"}]}|false",
                "{conditions: [{type: Ready, status: Unknown}]}|false"
            })
    void readsWhetherItIsReady(String status, boolean ready) {
        assertThat(node("status: " + status + "\n").ready()).isEqualTo(ready);
        assertThat(node("spec: {unschedulable: true}\nstatus: " + status + "\n").ready())
                .isFalse();
    }

    @Test
    void readsTaints() {
        assertThat(node("spec: {taints: [{key: a, effect: NoSchedule}, {key: b, value: c, effect: NoExecute},"
                                + " {key: d, effect: PreferNoSchedule}]}\n")
                        .taints())
                .containsExactly(
                        new Taint("a", "", Taint.Effect.NO_SCHEDULE),
                        new Taint("b", "c", Taint.Effect.NO_EXECUTE),
                        new Taint("d", "", Taint.Effect.PREFER_NO_SCHEDULE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec: {taints: [{key: a, effect: Never}]}|spec.taints[0].effect must be NoSchedule, PreferNoSchedule or NoExecute",
                "spec: {taints: [{effect: NoSchedule}]}|spec.taints[0].key is missing; it must be given",
                "status: {allocatable: {cpu: many}}|status.allocatable.cpu is 'many', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "status: {allocatable: {cpu: -1}}|status.allocatable.cpu must not be negative, but is -1",
                "status: {allocatable: {memory: 1Ei}}|status.allocatable.memory is too large with 1Ei; the most is 2^53 = 9007199254740992",
                "status: {allocatable: [1]}|status.allocatable does not fit there: a list",
                "spec: {unschedulable: \"yes\"}|spec.unschedulable does not fit there: the text 'yes'; see whether quotes are missing, or too many",
                "spec: nothing|spec does not fit there: the text 'nothing'; see whether quotes are missing, or too many"
            })
    void refusesWrongValues(String rest, String text) {
        assertThat(Texts.problems(Texts.REGIONS, HEAD + rest + "\n")).containsExactly("f2:4: Node 'n1': " + text);
    }

    @Test
    void readsLabelsWithoutQuotesAsTheyAreWritten() {
        String text = HEAD.replace("k80", "080") + "status: {allocatable: {cpu: 1}}\n";

        assertThat(Texts.read(Texts.REGIONS, text)
                        .infrastructure()
                        .nodes()
                        .get(0)
                        .labels())
                .containsEntry("accelerator", "080");
        assertThat(Texts.read(Texts.REGIONS, text.replace("080", "no"))
                        .infrastructure()
                        .nodes()
                        .get(0)
                        .labels())
                .containsEntry("accelerator", "no");
        assertThat(Texts.problems(Texts.REGIONS, text.replace("080", "[no]")))
                .containsExactly("f2:3: Node 'n1': metadata.labels.accelerator does not fit there: a list");
    }

    @Test
    void refusesANodeInAnUnknownRegion() {
        assertThat(Texts.problems(Texts.REGIONS, HEAD.replace("003-003", "004")))
                .containsExactly("f2:1: Node 'n1': names region '004', but there is no such Region");
    }

    @Test
    void warnsOnceOfNodesWithoutTheLabelAndLeavesThemOut() {
        String unlabelled = HEAD.replace("region: 003-003, ", "");
        Manifests manifests = Texts.read(
                Texts.REGIONS, unlabelled.replace("n1", "n2"), unlabelled.replace("n1", "n3"), Texts.node("n1", ""));

        assertThat(manifests.infrastructure().nodes())
                .extracting(ComputeNode::name)
                .containsExactly("n1");
        assertThat(manifests.warnings())
                .extracting(ManifestProblem::toString)
                .containsExactly(
                        "f2:1: Node 'n2': has no label 'region', so it is not counted (and so for 1 more Node)");
    }

    @Test
    void refusesNodesOfWhichNoneHasTheLabelSinceNoNodesWouldMeanUnlimitedCompute() {
        assertThat(Texts.problems(Texts.REGIONS, HEAD.replace("region: 003-003, ", "")))
                .containsExactly(
                        "none of the Nodes has the label 'region', so none is in a Region; label them, or say by which"
                                + " other label they name their region");
    }

    @Test
    void readsTheRegionFromALabelOfChoice() {
        String text = HEAD.replace("region:", "topology.kubernetes.io/region:");
        Manifests manifests = new ManifestReader("topology.kubernetes.io/region")
                .read(List.of(Texts.source("r", Texts.REGIONS), Texts.source("n", text)));

        assertThat(manifests.infrastructure().nodesIn("003-003")).hasSize(1);
    }
}
