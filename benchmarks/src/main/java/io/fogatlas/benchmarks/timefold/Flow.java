package io.fogatlas.benchmarks.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import io.fogatlas.benchmarks.textbook.CostUnits;
import io.fogatlas.model.application.DataFlow;
import org.jspecify.annotations.Nullable;

/** A data flow that is to be given one of the paths between the sites of its ends; the cheapest from the beginning. */
@PlanningEntity
public final class Flow {
    private static final DataFlow NO_FLOW = DataFlow.builder("a", "b").build();

    private int index;
    private DataFlow flow = NO_FLOW;
    private Vertex source = new Vertex();
    private Vertex destination = new Vertex();

    @Nullable
    private Ways ways;

    private CostUnits units = new CostUnits(0, 0, 0);
    private Overload usual = new Overload(1, 1, 1, 1);

    @Nullable
    private Integer choice = 0;

    /** Made by Timefold, which fills the fields of copies itself. */
    public Flow() {}

    Flow(int index, DataFlow flow, Vertex source, Vertex destination, Ways ways, CostUnits units, Overload usual) {
        this.index = index;
        this.flow = flow;
        this.source = source;
        this.destination = destination;
        this.ways = ways;
        this.units = units;
        this.usual = usual;
    }

    /**
     * Says among which paths it chooses. Each flow says so for itself: Timefold 1.32 cannot swap values of entities of one class that come from
     * the solution while those of another come from the entity.
     *
     * @return the numbers of paths
     */
    @ValueRangeProvider(id = "choices")
    public CountableValueRange<Integer> choices() {
        return ValueRangeFactory.createIntValueRange(0, Ways.CHOICES);
    }

    /**
     * Says which path it takes.
     *
     * @return the number of one of the paths, whichever sites they join; null while it has none
     */
    @PlanningVariable(valueRangeProviderRefs = "choices")
    @Nullable
    public Integer getChoice() {
        return choice;
    }

    /**
     * Makes it take a path.
     *
     * @param choice the number of a path, or null
     */
    public void setChoice(@Nullable Integer choice) {
        this.choice = choice;
    }

    /**
     * Says where it begins.
     *
     * @return its source
     */
    public Vertex getSource() {
        return source;
    }

    /**
     * Says where it ends.
     *
     * @return its destination
     */
    public Vertex getDestination() {
        return destination;
    }

    int index() {
        return index;
    }

    String name() {
        return flow.name();
    }

    long bps() {
        return flow.bandwidthBps();
    }

    /** The path it takes between sites. */
    Way way(Site from, Site to) {
        return ways == null || choice == null ? Way.NONE : ways.way(from.index(), to.index(), choice);
    }

    /** What a path costs it, in units of the score. */
    long cost(Way way) {
        return units.perBps() * bps() * way.tracks().size() + units.perMicro() * way.latencyMicros();
    }

    /** What it weighs that a path is too slow for it, or is none at all; 0 if it is neither. */
    long overload(Way way) {
        if (!way.exists()) {
            return Overload.NO_WAY;
        }
        return flow.hasLatencyBound() ? usual.latency(way.latencyMicros() - flow.latencyBoundMicros()) : 0;
    }

    @Override
    public String toString() {
        return flow.name();
    }
}
