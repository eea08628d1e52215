package io.fogatlas.inventory;

import io.fogatlas.model.Resources;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up what is taken of each link and node, exactly, so that what was added can be taken away again. Not thread-safe.
 *
 * <p>Amounts beyond what a {@code long} can count are refused by an {@link ArithmeticException}.
 */
final class Totals {
    private final Map<String, Long> bandwidthBps = new HashMap<>();
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
        holding.bandwidthBpsByLink().forEach((link, bps) -> {
            long sum = Math.addExact(bandwidthBps.getOrDefault(link, 0L), sign * bps);
            if (sum == 0) {
                bandwidthBps.remove(link);
            } else {
                bandwidthBps.put(link, sum);
            }
        });
        for (ReplicaGroup group : holding.replicas()) {
            group.replicasByNode().forEach((node, count) -> {
                Amounts sum = byNode.computeIfAbsent(node, name -> new Amounts());
                sum.add(group.perReplica(), (long) sign * count);
                if (sum.isZero()) {
                    byNode.remove(node);
                }
            });
        }
    }

    long bandwidthBps(String link) {
        return bandwidthBps.getOrDefault(link, 0L);
    }

    Map<String, Long> bandwidthBpsByLink() {
        return Collections.unmodifiableMap(bandwidthBps);
    }

    Amounts node(String name) {
        return byNode.getOrDefault(name, Amounts.ZERO);
    }

    Map<String, Amounts> byNode() {
        return Collections.unmodifiableMap(byNode);
    }

    /** What is taken of one node, by resource. */
    static final class Amounts {
        private static final Amounts ZERO = new Amounts();

        private long cpuMillis;
        private long memoryBytes;
        private long storageBytes;
        private long podSlots;
        private Map<String, Long> extended = Map.of();

        private void add(Resources each, long times) {
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
