package io.fogatlas.placement.verification;

import io.fogatlas.model.Resources;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what replicas take together; exact, unlike {@link Resources}, which stop at the largest amount. */
final class NodeLoad {
    private long cpuMillis;
    private long memoryBytes;
    private long storageBytes;
    private long podSlots;
    private final Map<String, Long> extended = new TreeMap<>();

    /** Receives one resource. */
    interface Visitor {
        void visit(String resource, long amount);
    }

    void add(Resources perReplica, int count) {
        cpuMillis = Sums.plus(cpuMillis, Sums.times(perReplica.cpuMillis(), count));
        memoryBytes = Sums.plus(memoryBytes, Sums.times(perReplica.memoryBytes(), count));
        storageBytes = Sums.plus(storageBytes, Sums.times(perReplica.storageBytes(), count));
        podSlots = Sums.plus(podSlots, Sums.times(perReplica.podSlots(), count));
        if (!perReplica.extended().isEmpty()) {
            perReplica
                    .extended()
                    .forEach((name, amount) -> extended.merge(name, Sums.times(amount, count), Sums::plus));
        }
    }

    /** Hands out every resource by the name Kubernetes gives it, the extended ones last and by name. */
    void forEach(Visitor visitor) {
        visitor.visit("cpu", cpuMillis);
        visitor.visit("memory", memoryBytes);
        visitor.visit("ephemeral-storage", storageBytes);
        visitor.visit("pods", podSlots);
        extended.forEach(visitor::visit);
    }

    /** What is taken of one resource. */
    long of(String resource) {
        return switch (resource) {
            case "cpu" -> cpuMillis;
            case "memory" -> memoryBytes;
            case "ephemeral-storage" -> storageBytes;
            case "pods" -> podSlots;
            default -> extended.getOrDefault(resource, 0L);
        };
    }

    /** What some resources offer of one resource. */
    static long of(String resource, Resources resources) {
        return switch (resource) {
            case "cpu" -> resources.cpuMillis();
            case "memory" -> resources.memoryBytes();
            case "ephemeral-storage" -> resources.storageBytes();
            case "pods" -> resources.podSlots();
            default -> resources.extended().getOrDefault(resource, 0L);
        };
    }
}
