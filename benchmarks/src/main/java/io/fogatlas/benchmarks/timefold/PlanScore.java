package io.fogatlas.benchmarks.timefold;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The same rules and costs by hand: what each site and link carries is kept in arrays, and a change takes back what it was and adds what it is.
 * A vertex that moves takes its flows along.
 */
public final class PlanScore implements IncrementalScoreCalculator<Plan, HardSoftLongScore> {
    private List<List<Flow>> flowsAt = List.of();
    private @Nullable Site[] sites = {};
    private @Nullable Way[] ways = {};
    private long[] cpu = {};
    private long[] memory = {};
    private long[] slots = {};
    private long[] bps = {};
    private long hard;
    private long soft;

    /** Made by Timefold. */
    public PlanScore() {}

    @Override
    public void resetWorkingSolution(Plan plan) {
        hard = 0;
        soft = 0;
        sites = new @Nullable Site[plan.vertices().size()];
        ways = new @Nullable Way[plan.flows().size()];
        cpu = new long[plan.siteCount()];
        memory = new long[plan.siteCount()];
        slots = new long[plan.siteCount()];
        bps = new long[plan.trackCount()];
        List<List<Flow>> around = new ArrayList<>();
        plan.vertices().forEach(vertex -> around.add(new ArrayList<>()));
        for (Flow flow : plan.flows()) {
            around.get(flow.getSource().index()).add(flow);
            if (flow.getSource() != flow.getDestination()) {
                around.get(flow.getDestination().index()).add(flow);
            }
        }
        flowsAt = around;
        plan.vertices().forEach(this::place);
        plan.flows().forEach(this::route);
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {
        // What it was is remembered here.
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        if (entity instanceof Vertex vertex) {
            place(vertex);
            for (Flow flow : flowsAt.get(vertex.index())) {
                route(flow);
            }
        } else if (entity instanceof Flow flow) {
            route(flow);
        }
    }

    private void place(Vertex vertex) {
        Site before = sites[vertex.index()];
        Site after = vertex.getSite();
        if (!Objects.equals(before, after) && !vertex.isPinned()) {
            if (before != null) {
                carry(before, vertex.load(), -1);
            }
            if (after != null) {
                carry(after, vertex.load(), 1);
            }
        }
        sites[vertex.index()] = after;
    }

    private void carry(Site site, Load load, int sign) {
        int index = site.index();
        hard -= site.overload(cpu[index], memory[index], slots[index]);
        cpu[index] += sign * load.cpuMillis(site);
        memory[index] += sign * load.memoryBytes();
        slots[index] += sign;
        hard += site.overload(cpu[index], memory[index], slots[index]);
        soft += sign * load.cost(site);
    }

    private void route(Flow flow) {
        Way before = ways[flow.index()];
        Site from = sites[flow.getSource().index()];
        Site to = sites[flow.getDestination().index()];
        Way after = from == null || to == null || flow.getChoice() == null ? null : flow.way(from, to);
        if (before != after) {
            if (before != null) {
                carry(flow, before, -1);
            }
            if (after != null) {
                carry(flow, after, 1);
            }
            ways[flow.index()] = after;
        }
    }

    private void carry(Flow flow, Way way, int sign) {
        List<Track> tracks = way.tracks();
        for (int hop = 0; hop < tracks.size(); hop++) {
            Track track = tracks.get(hop);
            hard -= track.overload(bps[track.index()]);
            bps[track.index()] += sign * flow.bps();
            hard += track.overload(bps[track.index()]);
        }
        hard += sign * flow.overload(way);
        soft += sign * flow.cost(way);
    }

    @Override
    public HardSoftLongScore calculateScore() {
        return HardSoftLongScore.of(-hard, -soft);
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        throw new UnsupportedOperationException("Nothing is added to a plan while it is made.");
    }

    @Override
    public void afterEntityAdded(Object entity) {
        throw new UnsupportedOperationException("Nothing is added to a plan while it is made.");
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        throw new UnsupportedOperationException("Nothing is removed from a plan while it is made.");
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        throw new UnsupportedOperationException("Nothing is removed from a plan while it is made.");
    }
}
