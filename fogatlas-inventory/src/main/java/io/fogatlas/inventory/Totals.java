package io.fogatlas.inventory;

import io.fogatlas.model.Resources;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds up what is taken of each link and node, exactly, so that what was added can be taken away again. Not thread-safe.
 *
 * <p>Amounts beyond what a {@code long} can count are refused by an {@link ArithmeticException}.
 */
final class Totals {
    static final Totals NONE = new Totals();

    private final Map<String, Bandwidth> byLink = new HashMap<>();
    private final Map<String, Amounts> byNode = new HashMap<>();

    static Totals of(Holding holding) {
        Totals totals = new Totals();
        totals.add(holding);
        return totals;
    }

    void add(Holding holding) {
        add(holding, 1);
    }

    void subtract(Holding holding) {
        add(holding, -1);
    }

    private void add(Holding holding, int sign) {
        for (Map.Entry<String, Long> ofLink : holding.bandwidthBpsByLink().entrySet()) {
            Bandwidth sum = byLink.computeIfAbsent(ofLink.getKey(), link -> new Bandwidth());
            sum.bps = Math.addExact(sum.bps, sign * ofLink.getValue());
        }
        add(byNode, holding.replicas(), sign);
    }

    /** Adds up what replicas take of each node. */
    static Map<String, Amounts> byNode(List<ReplicaGroup> replicas) {
        Map<String, Amounts> sums = new HashMap<>();
        add(sums, replicas, 1);
        return sums;
    }

    private static void add(Map<String, Amounts> byNode, List<ReplicaGroup> replicas, int sign) {
        for (ReplicaGroup group : replicas) {
            group.replicasByNode()
                    .forEach((node, count) -> byNode.computeIfAbsent(node, each -> new Amounts())
                            .add(group.perReplica(), (long) sign * count));
        }
    }

    long bandwidthBps(String link) {
        Bandwidth sum = byLink.get(link);
        return sum == null ? 0 : sum.bps;
    }

    /** The links of which something was taken, also those of which nothing is any more. */
    Set<String> links() {
        return Collections.unmodifiableSet(byLink.keySet());
    }

    Amounts node(String name) {
        return byNode.getOrDefault(name, Amounts.ZERO);
    }

    /** What is taken of the nodes of which something was taken, also if that is nothing any more. */
    Map<String, Amounts> byNode() {
        return Collections.unmodifiableMap(byNode);
    }

    /** What is taken of one link. */
    private static final class Bandwidth {
        private long bps;
    }

    /** What is taken of one node, by resource. */
    static final class Amounts {
        private static final Amounts ZERO = new Amounts();

        private long cpuMillis;
        private long memoryBytes;
        private long storageBytes;
        private long podSlots;
        private Map<String, Long> extended = Map.of();

        void add(Resources each, long times) {
            cpuMillis = sum(cpuMillis, each.cpuMillis(), times);
            memoryBytes = sum(memoryBytes, each.memoryBytes(), times);
            storageBytes = sum(storageBytes, each.storageBytes(), times);
            podSlots = sum(podSlots, each.podSlots(), times);
            if (!each.extended().isEmpty()) {
                Map<String, Long> changed = new TreeMap<>(extended);
                each.extended()
                        .forEach((name, amount) ->
                                changed.merge(name, Math.multiplyExact(amount, times), Math::addExact));
                changed.values().removeIf(amount -> amount == 0);
                extended = changed;
            }
        }

        private static long sum(long amount, long each, long times) {
            return Math.addExact(amount, Math.multiplyExact(each, times));
        }

        boolean isZero() {
            return cpuMillis == 0 && memoryBytes == 0 && storageBytes == 0 && podSlots == 0 && extended.isEmpty();
        }

        boolean exceeds(Amounts taken, Resources offered) {
            return cpuMillis > offered.cpuMillis() - taken.cpuMillis
                    || memoryBytes > offered.memoryBytes() - taken.memoryBytes
                    || storageBytes > offered.storageBytes() - taken.storageBytes
                    || podSlots > offered.podSlots() - taken.podSlots
                    || !extended.isEmpty();
        }

        /** By the names Kubernetes gives them, as {@link Resources#byName()}. */
        Map<String, Long> byName() {
            Map<String, Long> amounts = new TreeMap<>(extended);
            amounts.put("cpu", cpuMillis);
            amounts.put("memory", memoryBytes);
            amounts.put("ephemeral-storage", storageBytes);
            amounts.put("pods", podSlots);
            return amounts;
        }
    }
}
