package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.infrastructure.Taint;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Packs replicas on the nodes of one region, trying every way: rule 2 of the domain. */
final class RegionPacking {
    private final Infrastructure infrastructure;
    private final Region region;
    private final Work work;
    private final List<ComputeNode> nodes = new ArrayList<>();
    private final List<Map<String, Long>> free = new ArrayList<>();

    RegionPacking(PlacementRequest request, Others others, Region region, Work work) {
        this.infrastructure = request.infrastructure();
        this.region = region;
        this.work = work;
        for (ComputeNode node : infrastructure.nodesIn(region.id())) {
            if (node.ready()) {
                Map<String, Long> taken = others.takenOf(node);
                Map<String, Long> left = new HashMap<>();
                node.allocatable()
                        .byName()
                        .forEach((resource, amount) ->
                                left.put(resource, Math.max(0, amount - taken.getOrDefault(resource, 0L))));
                nodes.add(node);
                free.add(left);
            }
        }
    }

    /** For each slot how many replicas on which node; nothing if there is no way. */
    Optional<List<Map<String, Integer>>> pack(List<Slot> slots) {
        if (!infrastructure.hasNodes()) {
            boolean admitted = slots.stream()
                    .allMatch(slot -> slot.microservice().nodeSelector().admits(region.id()));
            return admitted
                    ? Optional.of(slots.stream()
                            .map(slot -> Map.<String, Integer>of())
                            .toList())
                    : Optional.empty();
        }
        List<Map<String, Integer>> packed = new ArrayList<>();
        slots.forEach(slot -> packed.add(new TreeMap<>()));
        return place(slots, 0, 0, slots.isEmpty() ? 0 : slots.get(0).demand().replicas(), packed)
                ? Optional.of(packed)
                : Optional.empty();
    }

    /** Puts the last {@code left} replicas of a slot on its nodes from {@code node} on, and then the slots after it. */
    private boolean place(List<Slot> slots, int slot, int node, int left, List<Map<String, Integer>> packed) {
        work.step();
        if (slot == slots.size()) {
            return true;
        }
        if (left == 0) {
            int next = slot + 1;
            int replicas = next == slots.size() ? 0 : slots.get(next).demand().replicas();
            return place(slots, next, 0, replicas, packed);
        }
        if (node == nodes.size()) {
            return false;
        }
        Microservice microservice = slots.get(slot).microservice();
        Map<String, Long> each = microservice.requirements().in(region).byName();
        int fit = mayHost(nodes.get(node), microservice) ? howMany(each, free.get(node), left) : 0;
        for (int count = fit; count >= 0; count--) {
            take(each, free.get(node), count);
            boolean done = place(slots, slot, node + 1, left - count, packed);
            take(each, free.get(node), -count);
            if (done) {
                if (count > 0) {
                    packed.get(slot).put(nodes.get(node).name(), count);
                }
                return true;
            }
        }
        return false;
    }

    private static boolean mayHost(ComputeNode node, Microservice microservice) {
        return microservice.nodeSelector().matches(node)
                && node.taints().stream()
                        .filter(Taint::forbids)
                        .allMatch(taint -> microservice.tolerations().stream()
                                .anyMatch(toleration -> toleration.tolerates(taint)));
    }

    private static int howMany(Map<String, Long> each, Map<String, Long> free, int wanted) {
        long count = wanted;
        for (Map.Entry<String, Long> asked : each.entrySet()) {
            if (asked.getValue() > 0) {
                count = Math.min(count, free.getOrDefault(asked.getKey(), 0L) / asked.getValue());
            }
        }
        return (int) count;
    }

    private static void take(Map<String, Long> each, Map<String, Long> free, int count) {
        each.forEach((resource, amount) -> {
            if (amount > 0 && count != 0) {
                free.merge(resource, -amount * count, Long::sum);
            }
        });
    }
}
