package io.fogatlas.benchmarks.timefold;

/** What a microservice takes and costs at each site. */
final class Load {
    static final Load NOTHING = new Load(new long[0], 0, new long[0]);

    private final long[] cpuMillis;
    private final long memoryBytes;
    private final long[] costs;

    /** Takes CPU in millicores and costs in units of the score, by the index of the site, and memory in bytes. */
    Load(long[] cpuMillis, long memoryBytes, long[] costs) {
        this.cpuMillis = cpuMillis;
        this.memoryBytes = memoryBytes;
        this.costs = costs;
    }

    boolean isSomething() {
        return cpuMillis.length > 0;
    }

    long cpuMillis(Site site) {
        return isSomething() ? cpuMillis[site.index()] : 0;
    }

    long memoryBytes() {
        return memoryBytes;
    }

    long cost(Site site) {
        return isSomething() ? costs[site.index()] : 0;
    }

    boolean fits(Site site) {
        return cpuMillis(site) <= site.cpuMillis() && memoryBytes <= site.memoryBytes() && site.podSlots() > 0;
    }
}
