package io.fogatlas.placement.local;

import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.DraftSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Frees a part of the slots and finds the regions where all of them together cost least, next to what stays as it is: branch and bound
 * over {@link Part}, the slot nearest a root first, its cheapest region first. Exact as far as regions go, unless a number of tries runs
 * out; legs of the part get their routes one after the other, each the cheapest that is left.
 */
final class PartSolver implements Neighbourhood {
    /** How many slots are freed at most. */
    private static final int MOST_SLOTS = 6;

    /** How many times a slot is put into a region before the best so far is taken. */
    private static final int MOST_TRIES = 100;

    private static final double LEAST_GAIN = 1e-9;

    private final Walk walk;
    private final Ruin ruin;
    private final Search search;
    private final Draft draft;
    private int triesLeft;
    private double limit;
    private @Nullable DraftSnapshot found;

    PartSolver(Walk walk, Ruin ruin, Search search) {
        this.walk = walk;
        this.ruin = ruin;
        this.search = search;
        draft = walk.draft();
    }

    /** Looks for something better only, whatever the limit: what is the best for a part is no way out of anything. */
    @Override
    public boolean change(double most) {
        int count = 2 + walk.random().nextInt(MOST_SLOTS - 1);
        Slot seed = ruin.any();
        List<Slot> slots = walk.random().nextInt(3) > 0 ? ruin.connected(seed, count) : ruin.around(seed, count);
        return improve(slots);
    }

    /** Puts slots where they cost least together; false if that is where they are, or if nothing better was found in time. */
    boolean improve(List<Slot> slots) {
        int mark = draft.mark();
        limit = draft.cost() * (1 - LEAST_GAIN);
        found = null;
        triesLeft = MOST_TRIES;
        walk.remove(slots);
        Part part = new Part(draft, walk.spread(), slots);
        if (part.canCostLess(limit, search::isOver)) {
            descend(part, 0, part.bound(), slots);
        }
        draft.rollback(mark);
        if (found == null) {
            return false;
        }
        walk.restore(found);
        return true;
    }

    /** Places the slots from a position on; {@code open} is what they cost at least. */
    private void descend(Part part, int position, double open, List<Slot> slots) {
        if (position == part.size()) {
            int mark = draft.mark();
            if (walk.routeRest(slots) && draft.cost() < limit) {
                limit = draft.cost() * (1 - LEAST_GAIN);
                found = draft.snapshot();
            }
            draft.rollback(mark);
            return;
        }
        double others = open - part.leastOf(position);
        double base = draft.cost() + others;
        double[] choices = part.choices(position, limit - base);
        int[] cheapestFirst = IntStream.range(0, choices.length)
                .filter(region -> base + choices[region] < limit)
                .boxed()
                .sorted(Comparator.comparingDouble(region -> choices[region]))
                .mapToInt(region -> region)
                .toArray();
        for (int region : cheapestFirst) {
            if (base + choices[region] >= limit || triesLeft-- <= 0 || search.isOver()) {
                return;
            }
            int mark = draft.mark();
            if (walk.insertion().insertIn(part.slot(position), region)) {
                double rest = others + part.leastBelow(position);
                if (draft.cost() + rest < limit) {
                    descend(part, position + 1, rest, slots);
                }
            }
            draft.rollback(mark);
        }
    }
}
