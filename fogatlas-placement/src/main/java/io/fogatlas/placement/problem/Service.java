package io.fogatlas.placement.problem;

import io.fogatlas.model.application.Microservice;
import java.util.BitSet;
import java.util.List;

/** A microservice in compiled form. */
public final class Service {
    private final int index;
    private final Microservice microservice;
    private final Hosts hosts;
    private final long[] demand;
    private final BitSet usableNodes;
    private final int[] slots;
    private final BitSet excludes;
    private final List<Companions> companions;

    /**
     * An affinity: in the region of the service there must be one of these.
     *
     * @param services the services whose replicas count, perhaps the service itself
     * @param starters those of them that can start before the service, so that it can rely on them
     * @param runningIn the regions where a replica of others runs that counts
     * @param includesSelf whether the service's own replicas count
     */
    public record Companions(BitSet services, BitSet starters, BitSet runningIn, boolean includesSelf) {}

    Service(
            int index,
            Microservice microservice,
            Hosts hosts,
            BitSet usableNodes,
            int[] slots,
            BitSet excludes,
            List<Companions> companions) {
        this.index = index;
        this.microservice = microservice;
        this.hosts = hosts;
        this.demand = hosts.vector(microservice.requirements().in(hosts.region(0)));
        this.usableNodes = usableNodes;
        this.slots = slots;
        this.excludes = excludes;
        this.companions = List.copyOf(companions);
    }

    /**
     * Says its number.
     *
     * @return its number; services are numbered from 0 in the order of their names
     */
    public int index() {
        return index;
    }

    /**
     * Gives the microservice.
     *
     * @return the microservice this was compiled from
     */
    public Microservice microservice() {
        return microservice;
    }

    /**
     * Says what one replica takes of a node.
     *
     * @param dimension the dimension
     * @param region the region the node stands in
     * @return the amount
     */
    public long demand(int dimension, int region) {
        return dimension == Hosts.CPU
                ? microservice.requirements().cpuMillisIn(hosts.region(region))
                : demand[dimension];
    }

    /**
     * Says whether a replica may run on a node as far as readiness, labels and taints go.
     *
     * @param node the node
     * @return whether it may
     */
    public boolean mayUse(int node) {
        return usableNodes.get(node);
    }

    /** The nodes its replicas may use; to be read, never changed. */
    BitSet usableNodes() {
        return usableNodes;
    }

    /**
     * Lists its slots.
     *
     * @return the numbers of its slots; they all go to different regions
     */
    public int[] slots() {
        return slots.clone();
    }

    /**
     * Counts its slots.
     *
     * @return how many Assignments it gets
     */
    public int slotCount() {
        return slots.length;
    }

    /**
     * Says whether replicas of another service must not be in the same region.
     *
     * @param service the number of the other service
     * @return whether one of the two keeps the other out
     */
    public boolean excludes(int service) {
        return excludes.get(service);
    }

    /**
     * Says whether any service at all must not be in the same region.
     *
     * @return whether {@link #excludes} is ever true
     */
    public boolean excludesAny() {
        return !excludes.isEmpty();
    }

    /**
     * Lists its affinities.
     *
     * @return what must be in its region, one entry for each affinity
     */
    public List<Companions> companions() {
        return companions;
    }
}
