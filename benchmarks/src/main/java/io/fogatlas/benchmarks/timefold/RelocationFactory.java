package io.fogatlas.benchmarks.timefold;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Proposes moves that pay in placement: a vertex goes to where one it exchanges data with is, or to a site one link from there or from where it is
 * itself; every third time its partner goes along.
 */
public final class RelocationFactory implements MoveIteratorFactory<Plan, Relocation> {
    private static final int ALONG = 3;

    private List<Vertex> movable = List.of();
    private List<List<Flow>> flowsAt = List.of();

    /** Made by Timefold. */
    public RelocationFactory() {}

    @Override
    public void phaseStarted(ScoreDirector<Plan> director) {
        Plan plan = director.getWorkingSolution();
        List<List<Flow>> around = new ArrayList<>();
        plan.vertices().forEach(vertex -> around.add(new ArrayList<>()));
        for (Flow flow : plan.flows()) {
            around.get(flow.getSource().index()).add(flow);
            around.get(flow.getDestination().index()).add(flow);
        }
        flowsAt = around;
        movable = plan.vertices().stream()
                .filter(vertex ->
                        !vertex.isPinned() && !around.get(vertex.index()).isEmpty())
                .toList();
    }

    @Override
    public long getSize(ScoreDirector<Plan> director) {
        return director.getWorkingSolution().flows().size() * 4L;
    }

    @Override
    public Iterator<Relocation> createOriginalMoveIterator(ScoreDirector<Plan> director) {
        throw new UnsupportedOperationException("Relocations are proposed at random alone.");
    }

    @Override
    public Iterator<Relocation> createRandomMoveIterator(ScoreDirector<Plan> director, Random random) {
        if (movable.isEmpty()) {
            return Collections.emptyIterator();
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Relocation next() {
                return proposed(director.getWorkingSolution(), random);
            }
        };
    }

    private Relocation proposed(Plan plan, Random random) {
        Vertex vertex = movable.get(random.nextInt(movable.size()));
        List<Flow> flows = flowsAt.get(vertex.index());
        Flow flow = flows.get(random.nextInt(flows.size()));
        Vertex partner = flow.getSource().index() == vertex.index() ? flow.getDestination() : flow.getSource();
        Site from = random.nextBoolean() ? vertex.getSite() : partner.getSite();
        Site own = vertex.getSite();
        Site target = from == null || own == null
                ? vertex.getCandidates()
                        .get(random.nextInt(vertex.getCandidates().size()))
                : near(plan, from, random);
        boolean along = !partner.isPinned()
                && random.nextInt(ALONG) == 0
                && partner.index() != vertex.index()
                && plan.isCandidate(partner, target);
        if (!plan.isCandidate(vertex, target)) {
            target = own == null ? target : own;
        }
        List<Flow> moved = new ArrayList<>(flows);
        if (along) {
            moved.addAll(flowsAt.get(partner.index()));
        }
        return new Relocation(along ? List.of(vertex, partner) : List.of(vertex), moved, target);
    }

    private static Site near(Plan plan, Site site, Random random) {
        List<Site> around = plan.around(site);
        int chosen = random.nextInt(around.size() + 1);
        return chosen == around.size() ? site : around.get(chosen);
    }
}
