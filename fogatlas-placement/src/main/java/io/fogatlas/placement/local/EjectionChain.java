package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a slot where it would cost least if there were room, by making another leave, which goes where it would cost least, and so on until
 * one finds room (F. Glover, "Ejection chains, reference structures and alternating path methods", 1996).
 */
final class EjectionChain implements Neighbourhood {
    /** How many slots leave at most. */
    private static final int MOST = 4;

    private final Walk walk;
    private final Ruin ruin;
    private final CheapestInsertion insertion;

    EjectionChain(Walk walk, Ruin ruin, CheapestInsertion insertion) {
        this.walk = walk;
        this.ruin = ruin;
        this.insertion = insertion;
    }

    @Override
    public boolean change(double limit) {
        Draft draft = walk.draft();
        Slot next = ruin.any();
        List<Slot> touched = new ArrayList<>(List.of(next));
        walk.remove(touched);
        for (int left = MOST; left > 0; left--) {
            int wanted = insertion.cheapest(next);
            if (wanted < 0) {
                return false;
            }
            if (walk.insertion().insertIn(next, wanted)) {
                return finish(touched, limit);
            }
            Optional<Slot> ejected = ejected(wanted, touched);
            if (ejected.isEmpty()) {
                return false;
            }
            draft.remove(ejected.get());
            touched.add(ejected.get());
            if (!walk.insertion().insertIn(next, wanted)) {
                return false;
            }
            next = ejected.get();
            if (insertion.insert(next, limit - draft.cost(), () -> false)) {
                return finish(touched, limit);
            }
        }
        return false;
    }

    private boolean finish(List<Slot> touched, double limit) {
        touched.forEach(walk::note);
        return walk.routeRest(touched) && walk.value() <= limit;
    }

    /** One that may leave and has not been in the chain before. */
    private Optional<Slot> ejected(int region, List<Slot> touched) {
        List<Slot> there = walk.draft().slotsIn(region).stream()
                .filter(slot -> slot.onlyCandidate() < 0 && !touched.contains(slot))
                .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(there.get(walk.random().nextInt(there.size())));
    }
}
