package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.List;

/** Exchanges the regions of two slots, neither of which has to find room next to the other. */
final class Swap implements Neighbourhood {
    private final Walk walk;
    private final Ruin ruin;

    Swap(Walk walk, Ruin ruin) {
        this.walk = walk;
        this.ruin = ruin;
    }

    @Override
    public boolean change(double limit) {
        List<Slot> two = ruin.around(ruin.any(), 2);
        if (two.size() < 2) {
            return false;
        }
        Draft draft = walk.draft();
        int first = draft.regionOf(two.get(0).index());
        int second = draft.regionOf(two.get(1).index());
        if (first == second || first == Draft.NOWHERE) {
            return false;
        }
        walk.remove(two);
        return walk.insertion().insertIn(two.get(0), second)
                && walk.insertion().insertIn(two.get(1), first)
                && walk.routeRest(two)
                && walk.value() <= limit;
    }
}
