package io.fogatlas.placement.verification;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Equal demands of one vertex, with the regions that are still possible for each of them. */
final class DemandGroup {
    /** The region of a demand that leaves it to the algorithm. */
    static final int ANYWHERE = -1;

    private final int replicas;
    private final int count;
    private final int pinnedTo;
    private final BitSet candidates;
    private final Map<Integer, Obstacle> obstacles = new HashMap<>();

    /**
     * Starts with the regions that can host the replicas.
     *
     * @param replicas the replicas of one Assignment
     * @param count how many Assignments
     * @param pinnedTo the region that is asked for, or {@link #ANYWHERE}
     * @param candidates the regions
     */
    DemandGroup(int replicas, int count, int pinnedTo, BitSet candidates) {
        this.replicas = replicas;
        this.count = count;
        this.pinnedTo = pinnedTo;
        this.candidates = candidates;
    }

    int replicas() {
        return replicas;
    }

    int count() {
        return count;
    }

    boolean isFree() {
        return pinnedTo == ANYWHERE;
    }

    /** Whether a region comes into question at all. */
    boolean asksFor(int region) {
        return isFree() || pinnedTo == region;
    }

    /** The regions that are still possible; not to be changed. */
    BitSet candidates() {
        return candidates;
    }

    boolean isFixed() {
        return candidates.cardinality() == 1;
    }

    boolean isFixedIn(int region) {
        return candidates.get(region) && isFixed();
    }

    /** Why regions were ruled out after it was known that they can host the replicas. */
    Map<Integer, Obstacle> obstacles() {
        return obstacles;
    }

    void ruleOut(int region, Obstacle obstacle) {
        candidates.clear(region);
        obstacles.put(region, obstacle);
    }
}
