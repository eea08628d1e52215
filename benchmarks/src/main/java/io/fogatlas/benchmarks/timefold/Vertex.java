package io.fogatlas.benchmarks.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A microservice that is to be given a site, or an endpoint that is fixed in one. */
@PlanningEntity
public final class Vertex {
    private int index;
    private String name = "";
    private Load load = Load.NOTHING;
    private List<Site> candidates = List.of();
    private boolean pinned;

    @Nullable
    private Site site;

    /** Made by Timefold, which fills the fields of copies itself. */
    public Vertex() {}

    static Vertex microservice(int index, String name, Load load, List<Site> candidates) {
        Vertex vertex = new Vertex();
        vertex.index = index;
        vertex.name = name;
        vertex.load = load;
        vertex.candidates = candidates;
        return vertex;
    }

    static Vertex endpoint(int index, String name, Site site) {
        Vertex vertex = microservice(index, name, Load.NOTHING, List.of(site));
        vertex.pinned = true;
        vertex.site = site;
        return vertex;
    }

    /**
     * Says where it may be.
     *
     * @return the sites that have room for it alone and that its endpoints reach in time
     */
    @ValueRangeProvider(id = "candidates")
    public List<Site> getCandidates() {
        return candidates;
    }

    /**
     * Says where it is.
     *
     * @return its site; null while it has none
     */
    @PlanningVariable(valueRangeProviderRefs = "candidates")
    @Nullable
    public Site getSite() {
        return site;
    }

    /**
     * Puts it somewhere.
     *
     * @param site its site, or null
     */
    public void setSite(@Nullable Site site) {
        this.site = site;
    }

    /**
     * Says whether it stays where it is.
     *
     * @return whether it is an endpoint
     */
    @PlanningPin
    public boolean isPinned() {
        return pinned;
    }

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    Load load() {
        return load;
    }

    /** What it takes of its site's CPU, in millicores. */
    long cpuMillis() {
        return site == null ? 0 : load.cpuMillis(site);
    }

    /** What running it where it is costs, in units of the score. */
    long cost() {
        return site == null ? 0 : load.cost(site);
    }

    @Override
    public String toString() {
        return name;
    }
}
