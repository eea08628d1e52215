package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Slot;
import java.util.BitSet;
import java.util.function.BooleanSupplier;

/** Puts slots into a draft, each where it and all its routes cost least next to what is there. */
public final class SlotInsertion {
    /** How many regions are tried for a slot whose routes turn out not to fit together. */
    private static final int MOST_TRIES = 12;

    private final Draft draft;
    private final RegionChoice choice;
    private final LegRouter router;

    /**
     * Prepares insertions.
     *
     * @param draft the draft
     * @param router gives its legs their routes
     */
    public SlotInsertion(Draft draft, LegRouter router) {
        this.draft = draft;
        this.router = router;
        choice = new RegionChoice(draft);
    }

    /**
     * Puts a slot into the cheapest region in which all its routes can be had.
     *
     * @param slot a slot that is nowhere
     * @param limit regions that cost so much or more are not wanted; infinite if any will do
     * @return whether it is in one; if not, legs of its siblings may have routes that they had not
     */
    public boolean insert(Slot slot, double limit) {
        return insert(slot, limit, () -> false);
    }

    /**
     * Does the same, but now and then passes over the cheapest region.
     *
     * @param slot a slot that is nowhere
     * @param limit regions that cost so much or more are not wanted
     * @param passOver whether to look for the next region instead; asked each time one is found
     * @return whether it is in one
     */
    public boolean insert(Slot slot, double limit, BooleanSupplier passOver) {
        double left = limit - routeToSiblings(slot);
        BitSet banned = new BitSet();
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            int region = choice.cheapest(slot, banned, left);
            if (region < 0) {
                return false;
            }
            if (!passOver.getAsBoolean()) {
                int mark = draft.mark();
                if (draft.place(slot, region)) {
                    choice.takeRoutes(slot, region);
                    if (router.routeAll(slot)) {
                        return true;
                    }
                }
                draft.rollback(mark);
            }
            banned.set(region);
        }
        return false;
    }

    /**
     * Says whether a slot may join a candidate region, as far as room and affinities go.
     *
     * @param slot a slot that is nowhere
     * @param region one of its candidates
     * @return whether it may
     */
    public boolean mayBe(Slot slot, int region) {
        return choice.mayBe(slot, region);
    }

    /**
     * Puts a slot into one region if all its routes can be had there.
     *
     * @param slot a slot that is nowhere
     * @param region the region
     * @return whether it is there; if not, nothing has changed
     */
    public boolean insertIn(Slot slot, int region) {
        int mark = draft.mark();
        if (slot.candidates().get(region)
                && choice.mayBe(slot, region)
                && draft.place(slot, region)
                && router.routeAll(slot)) {
            return true;
        }
        draft.rollback(mark);
        return false;
    }

    /** Legs that can end at a sibling do, so that the slot need not be within reach of all of them; answers what those routes cost. */
    private double routeToSiblings(Slot slot) {
        if (slot.service().slotCount() == 1) {
            return 0;
        }
        double cost = 0;
        for (Leg leg : draft.legsOf(slot.index())) {
            if (leg.source().slot() != slot.index() && router.canRoute(leg) && router.route(leg)) {
                cost += draft.costOf(leg);
            }
        }
        return cost;
    }

    /**
     * Counts the work done so far, without that of the router.
     *
     * @return the number of labels expanded
     */
    public long steps() {
        return choice.steps();
    }
}
