package io.fogatlas.placement.problem;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Regions as places that host replicas, and their ready Compute Nodes, as arrays. Nodes are numbered region by region, within a region
 * by name. Amounts lie in dimensions: 0 CPU (millicores), 1 memory, 2 storage (bytes), 3 pod slots, then extended resources by name.
 */
public final class Hosts {
    /** The dimension of CPU in millicores; the only one in which a replica's demand depends on the region. */
    public static final int CPU = 0;

    private static final int FIRST_EXTENDED = 4;

    private final boolean unlimited;
    private final List<String> extendedNames;
    private final int dimensions;
    private final int[] start;
    private final List<ComputeNode> nodes = new ArrayList<>();
    private final long[] free;
    private final long[] allocatable;
    private final Region[] regions;

    Hosts(
            Infrastructure infrastructure,
            Network network,
            Iterable<ReplicaGroup> running,
            Iterable<Microservice> services) {
        unlimited = !infrastructure.hasNodes();
        TreeSet<String> names = new TreeSet<>();
        services.forEach(service ->
                names.addAll(service.requirements().request().extended().keySet()));
        extendedNames = List.copyOf(names);
        dimensions = FIRST_EXTENDED + extendedNames.size();
        regions = new Region[network.regions()];
        infrastructure.regions().forEach(region -> regions[network.region(region.id())] = region);
        start = new int[regions.length + 1];
        for (int region = 0; region < regions.length; region++) {
            List<ComputeNode> inRegion = new ArrayList<>(infrastructure.nodesIn(regions[region].id()));
            inRegion.removeIf(node -> !node.ready());
            inRegion.sort(Comparator.comparing(ComputeNode::name));
            nodes.addAll(inRegion);
            start[region + 1] = nodes.size();
        }
        allocatable = new long[nodes.size() * dimensions];
        Map<String, Integer> nodeIndex = new HashMap<>();
        for (int node = 0; node < nodes.size(); node++) {
            nodeIndex.put(nodes.get(node).name(), node);
            long[] offered = vector(nodes.get(node).allocatable());
            System.arraycopy(offered, 0, allocatable, node * dimensions, dimensions);
        }
        free = allocatable.clone();
        for (ReplicaGroup group : running) {
            long[] taken = vector(group.perReplica());
            group.replicasByNode().forEach((name, count) -> {
                Integer node = nodeIndex.get(name);
                for (int d = 0; node != null && d < dimensions; d++) {
                    int at = node * dimensions + d;
                    free[at] = taken[d] > 0 && count > free[at] / taken[d] ? 0 : free[at] - taken[d] * count;
                }
            });
        }
    }

    /** Lays amounts out by dimension; extended resources nobody here asks for are left out. */
    long[] vector(Resources resources) {
        long[] vector = new long[dimensions];
        vector[CPU] = resources.cpuMillis();
        vector[1] = resources.memoryBytes();
        vector[2] = resources.storageBytes();
        vector[3] = resources.podSlots();
        for (int i = 0; i < extendedNames.size(); i++) {
            vector[FIRST_EXTENDED + i] = resources.extended().getOrDefault(extendedNames.get(i), 0L);
        }
        return vector;
    }

    /** Finds the ready nodes whose labels fit a microservice and whose taints it tolerates. */
    BitSet usableBy(Microservice service) {
        BitSet usable = new BitSet(nodes.size());
        for (int node = 0; node < nodes.size(); node++) {
            ComputeNode candidate = nodes.get(node);
            boolean tolerated = candidate.taints().stream()
                    .allMatch(taint -> !taint.forbids()
                            || service.tolerations().stream().anyMatch(toleration -> toleration.tolerates(taint)));
            usable.set(node, tolerated && service.nodeSelector().matches(candidate));
        }
        return usable;
    }

    /**
     * Says whether compute is unlimited, since no node is known.
     *
     * @return whether it is
     */
    public boolean unlimited() {
        return unlimited;
    }

    /**
     * Counts the dimensions of amounts.
     *
     * @return how many there are, at least four
     */
    public int dimensions() {
        return dimensions;
    }

    /**
     * Says which region a number stands for.
     *
     * @param region its number
     * @return the region
     */
    public Region region(int region) {
        return regions[region];
    }

    /**
     * Says where the nodes of a region start.
     *
     * @param region its number, or the number of regions for the end of the last
     * @return the number of its first node
     */
    public int firstNode(int region) {
        return start[region];
    }

    /**
     * Says how a node is called.
     *
     * @param node its number
     * @return its name
     */
    public String nodeName(int node) {
        return nodes.get(node).name();
    }

    /**
     * Says what a node can still give, next to what others hold.
     *
     * @param node its number
     * @param dimension the dimension
     * @return the amount, never negative
     */
    public long free(int node, int dimension) {
        return free[node * dimensions + dimension];
    }

    /**
     * Adds up what the ready nodes of a region can still give, next to what others hold.
     *
     * @param region its number
     * @param dimension the dimension
     * @return the sum, never negative
     */
    public long freeIn(int region, int dimension) {
        long sum = 0;
        for (int node = start[region]; node < start[region + 1]; node++) {
            sum += free[node * dimensions + dimension];
        }
        return sum;
    }

    /**
     * Says what a node offers in all.
     *
     * @param node its number
     * @param dimension the dimension
     * @return the amount
     */
    public long allocatable(int node, int dimension) {
        return allocatable[node * dimensions + dimension];
    }

    /**
     * Copies what every node can still give.
     *
     * @return the amounts at {@code node × dimensions + dimension}, for the caller to change
     */
    public long[] copyOfFree() {
        return free.clone();
    }
}
