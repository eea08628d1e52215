package io.fogatlas.placement.verification;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.infrastructure.Taint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says which regions can host replicas of one microservice, if nothing else of the application were placed.
 *
 * <p>Exact for equal replicas: each node takes as many as its scarcest resource lets it, and the region takes their sum.
 */
final class HostRoom {
    private final Infrastructure infrastructure;
    private final Map<String, List<NodeRoom>> roomsByRegion = new HashMap<>();

    HostRoom(Infrastructure infrastructure, OtherHolders others) {
        this.infrastructure = infrastructure;
        Set<String> ready = new HashSet<>();
        infrastructure.nodes().stream().filter(ComputeNode::ready).forEach(node -> ready.add(node.name()));
        Map<String, NodeLoad> taken = others.loadOf(ready);
        for (ComputeNode node : infrastructure.nodes()) {
            if (node.ready()) {
                NodeLoad load = taken.get(node.name());
                roomsByRegion
                        .computeIfAbsent(node.regionId(), id -> new ArrayList<>(1))
                        .add(load == null ? new NodeRoom(node, node.allocatable()) : NodeRoom.of(node, load));
            }
        }
    }

    /** The ready nodes of a region. */
    List<NodeRoom> rooms(Region region) {
        return roomsByRegion.getOrDefault(region.id(), List.of());
    }

    boolean hasNodes() {
        return infrastructure.hasNodes();
    }

    /** How many replicas a region can take; 0 if it may not take any. */
    long replicasThatFit(Microservice microservice, Region region) {
        for (RegionConstraint constraint : microservice.regionConstraints()) {
            if (!constraint.permits(region, infrastructure)) {
                return 0;
            }
        }
        if (!infrastructure.hasNodes()) {
            return microservice.nodeSelector().admits(region.id()) ? Long.MAX_VALUE : 0;
        }
        Resources each = microservice.requirements().in(region);
        long sum = 0;
        for (NodeRoom room : rooms(region)) {
            if (isEligible(microservice, room)) {
                sum = Sums.plus(sum, room.replicasThatFit(each));
            }
        }
        return sum;
    }

    /** Whether a node can take at least one replica. */
    boolean takesAny(Microservice microservice, Region region, NodeRoom room) {
        return isEligible(microservice, room)
                && room.replicasThatFit(microservice.requirements().in(region)) > 0;
    }

    private static boolean isEligible(Microservice microservice, NodeRoom room) {
        return tolerates(microservice, room.node())
                && microservice.nodeSelector().matches(room.node());
    }

    private static boolean tolerates(Microservice microservice, ComputeNode node) {
        return node.taints().stream().allMatch(taint -> !taint.forbids() || tolerates(microservice, taint));
    }

    private static boolean tolerates(Microservice microservice, Taint taint) {
        return microservice.tolerations().stream().anyMatch(toleration -> toleration.tolerates(taint));
    }

    /** Says why a region cannot take so many replicas. */
    Obstacle obstacle(Microservice microservice, Region region, int replicas) {
        for (RegionConstraint constraint : microservice.regionConstraints()) {
            if (!constraint.permits(region, infrastructure)) {
                return Obstacle.rule(RegionRule.NOT_PERMITTED, "not permitted", constraint + " does not permit it");
            }
        }
        if (!infrastructure.hasNodes()) {
            return Obstacle.rule(
                    RegionRule.NODE_SELECTOR, "node selector", "its node selector asks for another 'region' label");
        }
        int nodes = infrastructure.nodesIn(region.id()).size();
        List<NodeRoom> rooms = rooms(region);
        if (rooms.isEmpty()) {
            return nodes == 0
                    ? Obstacle.rule(RegionRule.NO_NODE, "no node", "it has no node")
                    : Obstacle.rule(
                            RegionRule.NOT_READY, "not ready", "none of its %d nodes is ready".formatted(nodes));
        }
        List<NodeRoom> tolerated = only(rooms, room -> tolerates(microservice, room.node()));
        if (tolerated.isEmpty()) {
            Optional<Taint> taint = rooms.get(0).node().taints().stream()
                    .filter(each -> each.forbids() && !tolerates(microservice, each))
                    .findFirst();
            return Obstacle.rule(
                    RegionRule.TAINTS,
                    "taints",
                    "each of its ready nodes has a taint that is not tolerated, such as "
                            + taint.map(each -> each.key() + "=" + each.value() + ":" + each.effect())
                                    .orElse(""));
        }
        List<NodeRoom> eligible =
                only(tolerated, room -> microservice.nodeSelector().matches(room.node()));
        return eligible.isEmpty()
                ? Obstacle.rule(RegionRule.NODE_LABELS, "node labels", "its node selector matches none of its nodes")
                : Shortage.of(microservice, region, replicas, eligible);
    }

    private static List<NodeRoom> only(List<NodeRoom> rooms, Predicate<NodeRoom> condition) {
        return rooms.stream().filter(condition).toList();
    }
}
