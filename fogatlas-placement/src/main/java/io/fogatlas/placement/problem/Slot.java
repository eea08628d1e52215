package io.fogatlas.placement.problem;

import java.util.BitSet;

/** One Assignment that is to be found: replicas of one service that go together to one region. */
public final class Slot {
    private final int index;
    private final Service service;
    private final int replicas;
    private final BitSet candidates;

    Slot(int index, Service service, int replicas, BitSet candidates) {
        this.index = index;
        this.service = service;
        this.replicas = replicas;
        this.candidates = candidates;
    }

    /**
     * Says its number.
     *
     * @return its number; the slots of a service follow each other
     */
    public int index() {
        return index;
    }

    /**
     * Gives the service.
     *
     * @return the service whose replicas it holds
     */
    public Service service() {
        return service;
    }

    /**
     * Counts the replicas.
     *
     * @return how many replicas go together
     */
    public int replicas() {
        return replicas;
    }

    /**
     * Says what all its replicas take together.
     *
     * @param dimension the dimension of {@link Hosts}
     * @param region the region they are in
     * @return the amount
     */
    public long demand(int dimension, int region) {
        return service.demand(dimension, region) * replicas;
    }

    /**
     * Gives the regions that can host it alone, by every rule that does not depend on where other slots go.
     *
     * @return the regions; to be read, never changed
     */
    public BitSet candidates() {
        return candidates;
    }

    /**
     * Says whether there is a choice.
     *
     * @return the only candidate, or -1 if there are none or several
     */
    public int onlyCandidate() {
        int first = candidates.nextSetBit(0);
        return first >= 0 && candidates.nextSetBit(first + 1) < 0 ? first : -1;
    }

    @Override
    public String toString() {
        return "Slot[" + index + ": " + replicas + " of "
                + service.microservice().name() + "]";
    }
}
