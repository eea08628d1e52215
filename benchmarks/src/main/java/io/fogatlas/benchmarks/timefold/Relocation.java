package io.fogatlas.benchmarks.timefold;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import ai.timefold.solver.core.impl.heuristic.move.Move;
import java.util.Collection;
import java.util.List;

/** Moves one vertex or several to one site, and puts the flows at them back on their cheapest paths. */
@SuppressWarnings("deprecation") // Timefold 1 has no other way to make moves that is not a preview.
final class Relocation extends AbstractMove<Plan> {
    private final List<Vertex> vertices;
    private final List<Flow> flows;
    private final Site site;

    Relocation(List<Vertex> vertices, List<Flow> flows, Site site) {
        this.vertices = vertices;
        this.flows = flows;
        this.site = site;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Plan> director) {
        return vertices.stream().anyMatch(vertex -> !site.equals(vertex.getSite()));
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Plan> director) {
        for (Vertex vertex : vertices) {
            director.beforeVariableChanged(vertex, "site");
            vertex.setSite(site);
            director.afterVariableChanged(vertex, "site");
        }
        for (Flow flow : flows) {
            Integer choice = flow.getChoice();
            if (choice == null || choice != 0) {
                director.beforeVariableChanged(flow, "choice");
                flow.setChoice(0);
                director.afterVariableChanged(flow, "choice");
            }
        }
    }

    @Override
    public Move<Plan> rebase(ScoreDirector<Plan> destination) {
        return new Relocation(rebaseList(vertices, destination), rebaseList(flows, destination), site);
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return vertices;
    }

    @Override
    public Collection<?> getPlanningValues() {
        return List.of(site);
    }
}
