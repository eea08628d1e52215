package io.fogatlas.model.arbitraries;

import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Taint;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A Compute Node before its region is known.
 *
 * @param cpu in units of 500 millicores
 * @param memory in units of 512 MiB
 * @param storage in GiB
 * @param pods pod slots
 * @param gpus extended resources, where nodes may have any
 * @param label which labels it has, where nodes may have any
 * @param taint which taint it has, where nodes may have any; most numbers mean none
 * @param unready whether it is not ready, where nodes may be
 */
record NodeShape(int cpu, int memory, int storage, int pods, int gpus, int label, int taint, boolean unready) {
    static final String GPU = "example.com/gpu";
    static final NodeShape ORDINARY = new NodeShape(4, 4, 4, 4, 0, 0, 0, false);
    private static final List<Taint> TAINTS = List.of(
            new Taint("dedicated", "edge", Taint.Effect.NO_SCHEDULE),
            new Taint("dedicated", "gpu", Taint.Effect.NO_EXECUTE),
            new Taint("spot", "", Taint.Effect.PREFER_NO_SCHEDULE));

    static Arbitrary<NodeShape> arbitrary() {
        return Combinators.combine(
                        Draw.between(1, 8),
                        Draw.between(1, 8),
                        Draw.between(1, 8),
                        Draw.between(1, 8),
                        Draw.upTo(2),
                        Draw.upTo(3),
                        Draw.upTo(8),
                        Draw.chance(20))
                .as(NodeShape::new);
    }

    ComputeNode node(String name, String regionId, Set<InfrastructureFeature> features) {
        Resources.Builder allocatable = Resources.builder()
                .cpuMillis(500L * cpu)
                .memoryBytes((512L << 20) * memory)
                .storageBytes((1L << 30) * storage)
                .podSlots(pods);
        if (features.contains(InfrastructureFeature.EXTENDED_RESOURCES)) {
            allocatable.addExtended(GPU, gpus);
        }
        ComputeNode.Builder node = ComputeNode.builder(name, regionId)
                .allocatable(allocatable.build())
                .addLabel(ComputeNode.REGION_LABEL, regionId)
                .ready(!(unready && features.contains(InfrastructureFeature.UNREADY_NODES)));
        if (features.contains(InfrastructureFeature.LABELS)) {
            node.addLabel("zone", label % 2 == 0 ? "a" : "b").addLabel("generation", Integer.toString(label));
        }
        if (features.contains(InfrastructureFeature.TAINTS) && taint > 0 && taint <= TAINTS.size()) {
            node.addTaint(TAINTS.get(taint - 1));
        }
        return node.build();
    }
}
