package io.fogatlas.benchmarks.timefold;

/**
 * A region with what its Compute Node offers.
 *
 * @param index its position among all
 * @param region the region's id
 * @param node its only node; empty if compute is unlimited
 * @param cpuMillis CPU in millicores
 * @param memoryBytes memory in bytes
 * @param podSlots how many replicas it can take
 * @param usual what to weigh an overload with
 */
public record Site(
        int index, String region, String node, long cpuMillis, long memoryBytes, long podSlots, Overload usual) {
    /** What it weighs that more is taken than there is; 0 if it is not. */
    long overload(long cpuTaken, long memoryTaken, long slotsTaken) {
        return usual.cpu(cpuTaken - cpuMillis)
                + usual.memory(memoryTaken - memoryBytes)
                + usual.slots(slotsTaken - podSlots);
    }

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
