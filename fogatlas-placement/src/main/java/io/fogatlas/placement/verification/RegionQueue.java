package io.fogatlas.placement.verification;

import java.util.Arrays;

/** A binary heap of regions, the one of the least key first; equal keys in the order of the regions' numbers. */
final class RegionQueue {
    private final long[] key;
    private final int[] heap;
    private final int[] position;
    private int size;

    /**
     * Starts empty.
     *
     * @param key the key of each region; may fall later, if {@link #raise} is told
     */
    RegionQueue(long[] key) {
        this.key = key;
        heap = new int[key.length];
        position = new int[key.length];
        Arrays.fill(position, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes a region in, or moves it ahead after its key fell. */
    void raise(int region) {
        int at = position[region];
        if (at < 0) {
            at = size++;
        }
        while (at > 0 && before(region, heap[(at - 1) / 2])) {
            put(heap[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        put(region, at);
    }

    /** Takes the first region out. */
    int poll() {
        int first = heap[0];
        position[first] = -1;
        int last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        return first;
    }

    private void sink(int region) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], region)) {
                break;
            }
            put(heap[child], at);
            at = child;
        }
        put(region, at);
    }

    private boolean before(int a, int b) {
        return key[a] < key[b] || (key[a] == key[b] && a < b);
    }

    private void put(int region, int at) {
        heap[at] = region;
        position[region] = at;
    }
}
