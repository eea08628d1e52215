package io.fogatlas.placement.problem;

import io.fogatlas.model.application.DataFlow;
import java.util.List;

/** One route that is to be found: from one place a data flow starts at to one of the places it may end at. */
public final class Leg {
    private final int index;
    private final DataFlow flow;
    private final End source;
    private final List<End> destinations;

    Leg(int index, DataFlow flow, End source, List<End> destinations) {
        this.index = index;
        this.flow = flow;
        this.source = source;
        this.destinations = List.copyOf(destinations);
    }

    /** A latency bound that bounds nothing. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /**
     * Where a leg starts or ends.
     *
     * @param slot the slot; -1 at an external endpoint
     * @param region the region of the external endpoint; -1 at a slot
     */
    public record End(int slot, int region) {
        static End ofSlot(int slot) {
            return new End(slot, -1);
        }

        static End ofRegion(int region) {
            return new End(-1, region);
        }
    }

    /**
     * Says how long its route may take by the flow's own bound.
     *
     * @return microseconds, or {@link #UNBOUNDED}
     */
    public long boundMicros() {
        return flow.hasLatencyBound() ? flow.latencyBoundMicros() : UNBOUNDED;
    }

    /**
     * Says how much it takes of each link.
     *
     * @return bit/s
     */
    public long bandwidthBps() {
        return flow.bandwidthBps();
    }

    /**
     * Says its number.
     *
     * @return its number
     */
    public int index() {
        return index;
    }

    /**
     * Gives the data flow.
     *
     * @return the data flow
     */
    public DataFlow flow() {
        return flow;
    }

    /**
     * Says where it starts.
     *
     * @return where it starts
     */
    public End source() {
        return source;
    }

    /**
     * Lists where it may end.
     *
     * @return the destinations, of which one is to be chosen
     */
    public List<End> destinations() {
        return destinations;
    }

    @Override
    public String toString() {
        return "Leg[" + index + ": " + flow.name() + "]";
    }
}
