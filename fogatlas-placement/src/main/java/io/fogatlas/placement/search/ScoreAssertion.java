package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;

/**
 * Works the score of a draft out from scratch after each change and compares it with the running one, if the system property {@value
 * #PROPERTY} is true: it is in all tests, and slows everything down.
 */
final class ScoreAssertion {
    private static final String PROPERTY = "fogatlas.assertScores";

    private static final boolean ON = Boolean.getBoolean(PROPERTY);

    private ScoreAssertion() {}

    /**
     * Compares.
     *
     * @throws AssertionError if the score or what is left of links and regions differs
     */
    static void check(Draft draft, RunningScore running, LegRoutes routes, NodePacking packing) {
        if (!ON) {
            return;
        }
        PlacementProblem problem = draft.problem();
        RunningScore anew = new RunningScore(problem);
        LegRoutes routesAnew = new LegRoutes(problem, anew);
        NodePacking packedAnew =
                new NodePacking(problem.hosts(), problem.slots().size());
        boolean[] open = new boolean[problem.network().regions()];
        for (Slot slot : problem.slots()) {
            int region = draft.regionOf(slot.index());
            if (region != Draft.NOWHERE) {
                packedAnew.restore(slot, region, packing.nodesOf(slot));
                anew.enter(slot, region, !open[region]);
                open[region] = true;
            }
        }
        for (Leg leg : problem.legs()) {
            if (routes.isRouted(leg)) {
                routesAnew.set(leg, routes.endOf(leg), routes.of(leg));
            }
        }
        anew.utilisation().fill(routesAnew, packedAnew);
        if (!anew.isSame(running)) {
            throw new AssertionError("The running score is wrong: " + running + "; from scratch " + anew);
        }
    }
}
