package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.search.Draft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Takes the routes of all legs off one link and finds new ones in any order: who goes first gets the shorter way. */
final class Reroute implements Neighbourhood {
    private final Walk walk;
    private final List<Leg> legs;

    Reroute(Walk walk) {
        this.walk = walk;
        legs = walk.problem().legs();
    }

    /** Says whether there is anything to route. */
    boolean isPossible() {
        return !legs.isEmpty();
    }

    @Override
    public boolean change(double limit) {
        if (legs.isEmpty()) {
            return false;
        }
        Draft draft = walk.draft();
        PlacementProblem problem = walk.problem();
        SplittableRandom random = walk.random();
        Leg seed = legs.get(random.nextInt(legs.size()));
        if (!draft.isRouted(seed) || draft.routeOf(seed).length == 0) {
            return false;
        }
        int[] route = draft.routeOf(seed);
        int link = route[random.nextInt(route.length)];
        List<Leg> cleared = new ArrayList<>();
        for (Leg leg : problem.legs()) {
            if (draft.isRouted(leg) && draft.passes(leg, link)) {
                cleared.add(leg);
            }
        }
        for (int i = cleared.size() - 1; i > 0; i--) {
            Collections.swap(cleared, i, random.nextInt(i + 1));
        }
        cleared.forEach(draft::unroute);
        for (Leg leg : cleared) {
            if (!walk.router().route(leg)) {
                return false;
            }
        }
        return walk.value() <= limit;
    }
}
