package io.fogatlas.placement.verification;

import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ready node with what others leave of it.
 *
 * @param node the node
 * @param free what is left of it
 */
record NodeRoom(ComputeNode node, Resources free) {
    static NodeRoom of(ComputeNode node, NodeLoad taken) {
        Resources all = node.allocatable();
        Map<String, Long> extended = new TreeMap<>();
        all.extended().forEach((name, amount) -> extended.put(name, Math.max(0, amount - taken.of(name))));
        return new NodeRoom(
                node,
                new Resources(
                        Math.max(0, all.cpuMillis() - taken.of("cpu")),
                        Math.max(0, all.memoryBytes() - taken.of("memory")),
                        Math.max(0, all.storageBytes() - taken.of("ephemeral-storage")),
                        Math.max(0, all.podSlots() - taken.of("pods")),
                        extended));
    }

    /** How many equal replicas fit, if nothing else of the application is on the node. */
    long replicasThatFit(Resources each) {
        long fit = times(free.cpuMillis(), each.cpuMillis());
        fit = Math.min(fit, times(free.memoryBytes(), each.memoryBytes()));
        fit = Math.min(fit, times(free.storageBytes(), each.storageBytes()));
        fit = Math.min(fit, times(free.podSlots(), each.podSlots()));
        for (Map.Entry<String, Long> entry : each.extended().entrySet()) {
            fit = Math.min(fit, times(free.extended().getOrDefault(entry.getKey(), 0L), entry.getValue()));
        }
        return fit;
    }

    private static long times(long free, long each) {
        return each == 0 ? Long.MAX_VALUE : free / each;
    }
}
