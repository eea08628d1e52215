package io.fogatlas.placement.decomposition;

import java.util.Arrays;

/**
 * Lists of (load, cost) of which none is worse than another in both, the lightest first; so the last one is the cheapest. Each entry
 * remembers from which entry of another list and by what it came about. All lists lie in one pool that is emptied at once.
 *
 * <p>A list that grows too long is made shorter by joining neighbours to the load of the lighter and the cost of the cheaper: what is said
 * by it stays a lower bound.
 */
final class ParetoLists {
    /** The load that fills a region. */
    static final int FULL = 1 << 24;

    private static final int MOST_ENTRIES = 48;

    private int size;
    private int[] load = new int[1024];
    private double[] cost = new double[1024];
    private int[] previous = new int[1024];
    private int[] via = new int[1024];
    private long[] order = new long[256];
    private int candidates;
    private int[] candidateLoad = new int[256];
    private double[] candidateCost = new double[256];
    private int[] candidatePrevious = new int[256];
    private int[] candidateVia = new int[256];

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int load(int entry) {
        return load[entry];
    }

    double cost(int entry) {
        return cost[entry];
    }

    int previous(int entry) {
        return previous[entry];
    }

    int via(int entry) {
        return via[entry];
    }

    /** Adds an entry by itself to the pool. */
    void add(int entryLoad, double entryCost) {
        append(entryLoad, entryCost, -1, -1);
    }

    private void append(int entryLoad, double entryCost, int from, int by) {
        if (size == load.length) {
            load = Arrays.copyOf(load, 2 * size);
            cost = Arrays.copyOf(cost, 2 * size);
            previous = Arrays.copyOf(previous, 2 * size);
            via = Arrays.copyOf(via, 2 * size);
        }
        load[size] = entryLoad;
        cost[size] = entryCost;
        previous[size] = from;
        via[size++] = by;
    }

    /** Begins a list that is gathered from candidates. */
    void begin() {
        candidates = 0;
    }

    /** Offers each entry of a list at a higher cost. */
    void offerAll(int start, int end, double extraCost, int by) {
        if (extraCost < Double.POSITIVE_INFINITY) {
            for (int entry = start; entry < end; entry++) {
                offer(load[entry], cost[entry] + extraCost, entry, by);
            }
        }
    }

    /** Offers each pair of entries of two lists that fit together, at a higher cost; it came about by the entry of the second. */
    void offerPairs(int start, int end, int otherStart, int otherEnd, double extraCost) {
        if (extraCost < Double.POSITIVE_INFINITY) {
            for (int entry = start; entry < end; entry++) {
                for (int other = otherStart; other < otherEnd && load[entry] + load[other] <= FULL; other++) {
                    offer(load[entry] + load[other], cost[entry] + cost[other] + extraCost, entry, other);
                }
            }
        }
    }

    void offer(int entryLoad, double entryCost, int from, int by) {
        if (candidates == candidateLoad.length) {
            int length = 2 * candidates;
            candidateLoad = Arrays.copyOf(candidateLoad, length);
            candidateCost = Arrays.copyOf(candidateCost, length);
            candidatePrevious = Arrays.copyOf(candidatePrevious, length);
            candidateVia = Arrays.copyOf(candidateVia, length);
            order = Arrays.copyOf(order, length);
        }
        candidateLoad[candidates] = entryLoad;
        candidateCost[candidates] = entryCost;
        candidatePrevious[candidates] = from;
        candidateVia[candidates] = by;
        order[candidates] = ((long) entryLoad << 32) | candidates;
        candidates++;
    }

    /** Writes the list of the candidates offered to the end of the pool. */
    void end() {
        if (candidates > 1) {
            Arrays.sort(order, 0, candidates);
        }
        int start = size;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates; i++) {
            int candidate = (int) order[i];
            if (candidateCost[candidate] < least) {
                least = candidateCost[candidate];
                if (size > start && load[size - 1] == candidateLoad[candidate]) {
                    size--;
                }
                append(candidateLoad[candidate], least, candidatePrevious[candidate], candidateVia[candidate]);
            }
        }
        while (size - start > MOST_ENTRIES) {
            halve(start);
        }
    }

    private void halve(int start) {
        int kept = start;
        for (int entry = start; entry < size; entry += 2) {
            int cheaper = Math.min(entry + 1, size - 1);
            load[kept] = load[entry];
            cost[kept] = cost[cheaper];
            previous[kept] = previous[cheaper];
            via[kept++] = via[cheaper];
        }
        size = kept;
    }

    /** The least cost of two entries of two lists that fit together; infinite if none do. */
    double leastPair(int start, int end, int otherStart, int otherEnd) {
        double least = Double.POSITIVE_INFINITY;
        int other = otherEnd - 1;
        for (int entry = start; entry < end; entry++) {
            while (other >= otherStart && load[entry] + load[other] > FULL) {
                other--;
            }
            if (other < otherStart) {
                break;
            }
            least = Math.min(least, cost[entry] + cost[other]);
        }
        return least;
    }
}
