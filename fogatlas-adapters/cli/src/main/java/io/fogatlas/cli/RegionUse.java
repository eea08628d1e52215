package io.fogatlas.cli;

import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up what the ready nodes of each region offer, what an application takes of it, and what others do. */
final class RegionUse {
    private final Map<String, Amount> offered = new HashMap<>();
    private final Map<String, Amount> own = new HashMap<>();
    private final Map<String, Amount> others = new HashMap<>();

    RegionUse(Infrastructure infrastructure, Holding holding, Occupancy rest) {
        for (ComputeNode node : infrastructure.nodes()) {
            if (node.ready()) {
                add(offered, node.regionId(), node.allocatable(), 1);
            }
        }
        addTo(own, holding.replicas(), infrastructure);
        addTo(others, rest.replicas(), infrastructure);
    }

    private static void addTo(
            Map<String, Amount> byRegion, List<ReplicaGroup> replicas, Infrastructure infrastructure) {
        for (ReplicaGroup group : replicas) {
            group.replicasByNode()
                    .forEach((name, count) -> infrastructure
                            .node(name)
                            .filter(ComputeNode::ready)
                            .ifPresent(node -> add(byRegion, node.regionId(), group.perReplica(), count)));
        }
    }

    private static void add(Map<String, Amount> byRegion, String region, Resources each, int count) {
        byRegion.merge(
                region,
                new Amount((double) each.cpuMillis() * count, (double) each.memoryBytes() * count),
                Amount::plus);
    }

    /** Draws the use of CPU and memory. */
    String bars(String region) {
        if (!offered.containsKey(region)) {
            return "no ready node";
        }
        Amount all = of(offered, region);
        Amount mine = of(own, region);
        Amount theirs = of(others, region);
        return "CPU " + new Bar(mine.cpu, theirs.cpu, all.cpu).text() + "  memory "
                + new Bar(mine.memory, theirs.memory, all.memory).text();
    }

    private static Amount of(Map<String, Amount> byRegion, String region) {
        return byRegion.getOrDefault(region, new Amount(0, 0));
    }

    /**
     * CPU and memory; of drawings, so roughly.
     *
     * @param cpu millicores
     * @param memory bytes
     */
    private record Amount(double cpu, double memory) {
        Amount plus(Amount other) {
            return new Amount(cpu + other.cpu, memory + other.memory);
        }
    }
}
