package io.fogatlas.inventory;

import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works out what an application holds while one placement replaces another: of each link and node as much as the greedier of the two, so
 * that either of them can be the one that stays. The old replicas are counted by their labels too, as they still run.
 */
final class MakeBeforeBreak {
    private MakeBeforeBreak() {}

    static Holding of(Holding old, Holding next) {
        Map<String, Long> bandwidth = new TreeMap<>(next.bandwidthBpsByLink());
        old.bandwidthBpsByLink().forEach((link, bps) -> bandwidth.merge(link, bps, Math::max));
        Totals before = Totals.of(old);
        Totals after = Totals.of(next);
        List<ReplicaGroup> replicas = new ArrayList<>(next.replicas());
        Map<String, ReplicaGroup> groupOnNode = new TreeMap<>();
        for (ReplicaGroup group : old.replicas()) {
            group.replicasByNode().keySet().forEach(node -> groupOnNode.put(node, group));
            if (!next.replicas().contains(group)) {
                replicas.add(new ReplicaGroup(
                        group.namespace(),
                        group.labels(),
                        group.antiAffinities(),
                        group.region(),
                        group.replicasByNode(),
                        Resources.NONE));
            }
        }
        groupOnNode.forEach((node, group) -> {
            Resources more = excess(before.node(node).byName(), after.node(node).byName());
            if (!more.equals(Resources.NONE)) {
                replicas.add(ReplicaGroup.builder(group.namespace(), group.region())
                        .on(node, 1)
                        .perReplica(more)
                        .build());
            }
        });
        return new Holding(bandwidth, replicas);
    }

    private static Resources excess(Map<String, Long> before, Map<String, Long> after) {
        Resources.Builder more = Resources.builder();
        before.forEach((resource, amount) -> {
            // What is more than any node can have need not be told apart.
            long excess = Math.min(Math.max(0, amount - after.getOrDefault(resource, 0L)), Problems.MAX_AMOUNT);
            switch (resource) {
                case "cpu" -> more.cpuMillis(excess);
                case "memory" -> more.memoryBytes(excess);
                case "ephemeral-storage" -> more.storageBytes(excess);
                case "pods" -> more.podSlots(excess);
                default -> {
                    if (excess > 0) {
                        more.addExtended(resource, excess);
                    }
                }
            }
        });
        return more.build();
    }
}
