package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Service;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packs the replicas of slots on nodes, region by region. A slot is put where it leaves the least room; if it does not fit so, all slots of
 * its region are packed anew by a bounded depth-first search, the largest first.
 */
final class NodePacking {
    /** How many single placements a search for a packing tries before it gives up. */
    private static final int MOST_TRIES = 4_000;

    /** Above so many replicas in a region, no search for a packing is made. */
    private static final int MOST_SEARCHED_REPLICAS = 200;

    private final Hosts hosts;
    private final int dimensions;
    private final long[] free;
    /** The node of each replica of each slot; empty if it is not packed. */
    private final int[][] nodesOf;

    private static final int[] NOT_PACKED = {};

    NodePacking(Hosts hosts, int slots) {
        this.hosts = hosts;
        dimensions = hosts.dimensions();
        free = hosts.copyOfFree();
        nodesOf = new int[slots][];
        Arrays.fill(nodesOf, NOT_PACKED);
    }

    /** Says, quickly, whether a slot fits next to what is packed, if nothing is moved. */
    boolean fits(Slot slot, int region) {
        if (hosts.unlimited()) {
            return true;
        }
        long room = 0;
        for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
            room += roomFor(slot.service(), node, region, slot.replicas());
            if (room >= slot.replicas()) {
                return true;
            }
        }
        return false;
    }

    /** Says how many replicas of a service fit on a node, up to a number. */
    private long roomFor(Service service, int node, int region, long most) {
        if (!service.mayUse(node)) {
            return 0;
        }
        long room = most;
        for (int d = 0; d < dimensions && room > 0; d++) {
            long demand = service.demand(d, region);
            long left = free[node * dimensions + d];
            if (demand > left) {
                return 0;
            }
            if (demand > 0 && most > 1) {
                room = Math.min(room, left / demand);
            }
        }
        return room;
    }

    /** Packs a slot, if it must by packing the other slots of the region anew; nothing changes if that fails. */
    boolean pack(Slot slot, int region, List<Slot> others) {
        if (hosts.unlimited()) {
            return true;
        }
        int[] nodes = new int[slot.replicas()];
        int packed = 0;
        while (packed < nodes.length) {
            int node = tightest(slot.service(), region);
            if (node < 0) {
                break;
            }
            nodes[packed++] = node;
            take(slot.service(), node, region, 1);
        }
        if (packed == nodes.length) {
            nodesOf[slot.index()] = nodes;
            return true;
        }
        for (int i = 0; i < packed; i++) {
            take(slot.service(), nodes[i], region, -1);
        }
        return packAnew(slot, region, others);
    }

    int[] nodesOf(Slot slot) {
        return nodesOf[slot.index()];
    }

    int[][] copyOfNodes() {
        return nodesOf.clone();
    }

    /** Puts the replicas of a slot that is not packed on given nodes, which must have room. */
    void restore(Slot slot, int region, int[] nodes) {
        for (int node : nodes) {
            take(slot.service(), node, region, 1);
        }
        nodesOf[slot.index()] = nodes;
    }

    void unpack(Slot slot, int region) {
        for (int node : nodesOf[slot.index()]) {
            take(slot.service(), node, region, -1);
        }
        nodesOf[slot.index()] = NOT_PACKED;
    }

    /** Counts the replicas of a slot on each node. */
    Map<String, Integer> replicasByNode(Slot slot) {
        Map<String, Integer> replicas = new TreeMap<>();
        for (int node : nodesOf[slot.index()]) {
            replicas.merge(hosts.nodeName(node), 1, Integer::sum);
        }
        return replicas;
    }

    /** Says what is left of a region's ready nodes in one dimension. */
    long freeIn(int region, int dimension) {
        long sum = 0;
        for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
            sum += free[node * dimensions + dimension];
        }
        return sum;
    }

    private int tightest(Service service, int region) {
        int best = -1;
        double leastLeft = Double.POSITIVE_INFINITY;
        for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
            if (roomFor(service, node, region, 1) > 0) {
                double left = shareLeft(service, node, region);
                if (left < leastLeft) {
                    leastLeft = left;
                    best = node;
                }
            }
        }
        return best;
    }

    private double shareLeft(Service service, int node, int region) {
        double left = 0;
        for (int d = 0; d < dimensions; d++) {
            long all = hosts.allocatable(node, d);
            if (all > 0) {
                left += (double) (free[node * dimensions + d] - service.demand(d, region)) / all;
            }
        }
        return left;
    }

    private void take(Service service, int node, int region, int count) {
        for (int d = 0; d < dimensions; d++) {
            free[node * dimensions + d] -= service.demand(d, region) * count;
        }
    }

    private boolean packAnew(Slot slot, int region, List<Slot> others) {
        long replicas = slot.replicas();
        for (Slot other : others) {
            replicas += other.replicas();
        }
        if (others.isEmpty() || replicas > MOST_SEARCHED_REPLICAS || !fitsInSum(slot, region)) {
            return false;
        }
        int[][] before = new int[others.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = nodesOf[others.get(i).index()];
            unpack(others.get(i), region);
        }
        List<Slot> all = new ArrayList<>(others);
        all.add(slot);
        all.sort(Comparator.comparingDouble((Slot each) -> -size(each, region)).thenComparing(Slot::index));
        int[][] nodes = new int[all.size()][];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new int[all.get(i).replicas()];
        }
        if (search(all, nodes, 0, 0, region, new int[] {MOST_TRIES})) {
            for (int i = 0; i < nodes.length; i++) {
                nodesOf[all.get(i).index()] = nodes[i];
            }
            return true;
        }
        for (int i = 0; i < before.length; i++) {
            restore(others.get(i), region, before[i]);
        }
        return false;
    }

    /** Says whether a region has enough in all for a slot, wherever it lies: necessary, not sufficient. */
    boolean fitsInSum(Slot slot, int region) {
        for (int d = 0; d < dimensions; d++) {
            long demand = slot.service().demand(d, region);
            if (demand > 0 && freeIn(region, d) / demand < slot.replicas()) {
                return false;
            }
        }
        return true;
    }

    private double size(Slot slot, int region) {
        double largest = 0;
        for (int d = 0; d < dimensions; d++) {
            long all = 0;
            for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
                all += hosts.allocatable(node, d);
            }
            largest = Math.max(largest, (double) slot.service().demand(d, region) / Math.max(1, all));
        }
        return largest;
    }

    private boolean search(List<Slot> all, int[][] nodes, int slot, int replica, int region, int[] triesLeft) {
        if (slot == nodes.length) {
            return true;
        }
        Service service = all.get(slot).service();
        boolean last = replica == nodes[slot].length - 1;
        // Equal replicas are interchangeable: each goes to the node of the one before it or to a later one.
        int from = replica == 0 ? hosts.firstNode(region) : nodes[slot][replica - 1];
        for (int node = from; node < hosts.firstNode(region + 1); node++) {
            if (roomFor(service, node, region, 1) > 0) {
                if (triesLeft[0]-- <= 0) {
                    return false;
                }
                nodes[slot][replica] = node;
                take(service, node, region, 1);
                if (search(all, nodes, last ? slot + 1 : slot, last ? 0 : replica + 1, region, triesLeft)) {
                    return true;
                }
                take(service, node, region, -1);
            }
        }
        return false;
    }
}
