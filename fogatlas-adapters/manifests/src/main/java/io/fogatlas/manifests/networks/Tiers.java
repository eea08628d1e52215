package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.networks.NetworkDraft.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Divides nodes into tiers by how many edges they have: the more, the nearer to the cloud. */
final class Tiers {
    /** How many times more nodes a tier has than the one before it. */
    private static final int GROWTH = 4;

    private Tiers() {}

    /** Gives the tier of each node. A node's rank is the number of nodes with more edges, so nodes with equally many stay together. */
    static List<Integer> byDegree(int nodes, List<Edge> edges, int tiers) {
        int[] degree = new int[nodes];
        for (Edge edge : edges) {
            degree[edge.source()]++;
            degree[edge.target()]++;
        }
        int[] ascending = IntStream.of(degree).sorted().toArray();
        List<Integer> result = new ArrayList<>(nodes);
        for (int node = 0; node < nodes; node++) {
            result.add(tierOf(nodes - above(ascending, degree[node]), nodes, tiers));
        }
        return result;
    }

    /** Finds the index of the first value above a given one. */
    private static int above(int[] ascending, int value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int tierOf(long rank, long nodes, int tiers) {
        long shares = 0;
        long share = 1;
        for (int tier = 0; tier < tiers; tier++, share *= GROWTH) {
            shares += share;
        }
        long upTo = 0;
        share = 1;
        for (int tier = 0; tier < tiers - 1; tier++, share *= GROWTH) {
            upTo += share;
            if (rank * shares < upTo * nodes) {
                return tier;
            }
        }
        return tiers - 1;
    }
}
