package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Taint;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Nodes. */
final class NodeReader {
    /** How many Pods a node takes that does not say so: the default of the kubelet. */
    static final long DEFAULT_PODS = 110;

    /** Names the warning about Nodes that are not counted. */
    private static final String WITHOUT_REGION = "Node without region";

    private final String regionLabel;

    NodeReader(String regionLabel) {
        this.regionLabel = regionLabel;
    }

    /**
     * Reads one Node.
     *
     * @return the node; empty if it is wrong, which is noted, or says no region
     */
    Optional<ComputeNode> read(ManifestObject object) {
        Notes notes = object.fields().notes();
        long before = notes.found();
        String name = object.fields().inner("metadata").requiredText("name");
        if (notes.found() != before) {
            return Optional.empty();
        }
        return KubernetesObject.read(object.fields(), Node.class).flatMap(node -> {
            Map<String, String> labels = node.model().getMetadata().getLabels();
            String region = labels == null ? "" : labels.getOrDefault(regionLabel, "");
            if (region.isBlank()) {
                notes.count(
                        WITHOUT_REGION,
                        object.fields().origin(),
                        count -> "has no label '" + regionLabel + "', so it is not counted"
                                + Counts.more(count, "Node"));
                return Optional.empty();
            }
            ComputeNode.Builder built =
                    ComputeNode.builder(name, region).addLabels(labels).ready(isReady(node.model()));
            offer(node, built);
            taints(node, built);
            return notes.found() == before
                    ? notes.make(object.fields().origin(), () -> Optional.of(built.build()), Optional::empty)
                    : Optional.empty();
        });
    }

    private static void offer(KubernetesObject<Node> node, ComputeNode.Builder built) {
        NodeStatus status = node.model().getStatus();
        Map<String, Quantity> allocatable = status == null ? Map.of() : status.getAllocatable();
        boolean fallBack = allocatable == null || allocatable.isEmpty();
        Map<String, Quantity> offered = !fallBack || status == null ? allocatable : status.getCapacity();
        String key = fallBack ? "capacity" : "allocatable";
        if (offered == null || offered.isEmpty()) {
            node.fields()
                    .notes()
                    .warning(
                            node.fields().origin(),
                            "says neither status.allocatable nor status.capacity, so nothing fits on it");
            return;
        }
        Map<String, Long> amounts = ResourceAmounts.of(
                offered, RoundingMode.FLOOR, (resource, text) -> node.problem(text, "status", key, resource));
        built.allocatable(ResourceAmounts.resources(amounts, ResourceAmounts.podSlots(amounts, DEFAULT_PODS)));
    }

    private static boolean isReady(Node node) {
        boolean cordoned =
                node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
        boolean failing = node.getStatus() != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && !"True".equals(condition.getStatus()));
        return !cordoned && !failing;
    }

    private static void taints(KubernetesObject<Node> node, ComputeNode.Builder built) {
        if (node.model().getSpec() == null) {
            return;
        }
        List<io.fabric8.kubernetes.api.model.Taint> taints =
                node.model().getSpec().getTaints();
        for (int i = 0; i < taints.size(); i++) {
            io.fabric8.kubernetes.api.model.Taint taint = taints.get(i);
            Optional<Taint.Effect> effect = Effects.of(taint.getEffect());
            if (effect.isEmpty()) {
                node.problem("must be NoSchedule, PreferNoSchedule or NoExecute", "spec", "taints", i, "effect");
            } else if (taint.getKey() == null || taint.getKey().isEmpty()) {
                node.problem("is missing; it must be given", "spec", "taints", i, "key");
            } else {
                built.addTaint(
                        new Taint(taint.getKey(), taint.getValue() == null ? "" : taint.getValue(), effect.get()));
            }
        }
    }
}
