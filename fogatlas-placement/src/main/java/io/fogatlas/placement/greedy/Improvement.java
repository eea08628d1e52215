package io.fogatlas.placement.greedy;

import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.LegRouter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Improves a complete draft while moving one slot, several that exchange data, or one route makes it cheaper. */
final class Improvement {
    /** Gains below this are rounding. */
    private static final double LEAST_GAIN = 1e-9;

    /** Above so many slots at once, putting them in again takes longer than it is worth. */
    private static final int MOST_TOGETHER = 6;

    private final PlacementProblem problem;
    private final Draft draft;
    private final Construction construction;
    private final LegRouter router;
    private final Search search;
    private final long mostSteps;

    Improvement(PlacementProblem problem, Construction construction, Search search, long mostSteps) {
        this.problem = problem;
        this.construction = construction;
        this.search = search;
        this.mostSteps = mostSteps;
        draft = construction.draft();
        router = new LegRouter(draft);
    }

    void run() {
        draft.commit();
        boolean better = true;
        while (better) {
            better = moveSlots();
            better |= moveNeighbours();
            better |= moveRoutes();
            better = better || moveNeighbourhoods();
            better = better || new Gathering(problem, draft).run(new Gather());
        }
    }

    private boolean isOver() {
        return construction.steps() + router.steps() > mostSteps || search.isOver();
    }

    private boolean moveSlots() {
        boolean better = false;
        for (Slot slot : problem.slots()) {
            better |= mayMove(slot) && !isOver() && tryAgain(List.of(slot));
        }
        return better;
    }

    /** Two that are together often can only move together: each alone would put their flow on links. */
    private boolean moveNeighbours() {
        boolean better = false;
        for (Leg leg : problem.legs()) {
            int source = leg.source().slot();
            int end = draft.endOf(leg);
            if (source >= 0 && end >= 0 && draft.regionOf(source) == draft.regionOf(end)) {
                Slot first = problem.slots().get(source);
                Slot second = problem.slots().get(end);
                if (mayMove(first) && mayMove(second) && !isOver()) {
                    better |= tryAgain(List.of(first, second)) || tryAgain(List.of(second, first));
                }
            }
        }
        return better;
    }

    /** A slot and all it exchanges data with, if they are few: the slot may hold them where none can leave alone. */
    private boolean moveNeighbourhoods() {
        boolean better = false;
        for (Slot slot : problem.slots()) {
            List<Slot> others = neighbours(slot);
            if (others.size() > 1 && others.size() < MOST_TOGETHER && mayMove(slot) && !isOver()) {
                List<Slot> first = new ArrayList<>(others);
                first.add(0, slot);
                List<Slot> last = new ArrayList<>(others);
                last.add(slot);
                better |= tryAgain(first) || tryAgain(last);
            }
        }
        return better;
    }

    private List<Slot> neighbours(Slot slot) {
        BitSet neighbours = new BitSet();
        for (Leg leg : draft.legsOf(slot.index())) {
            int other = leg.source().slot() == slot.index()
                    ? draft.endOf(leg)
                    : leg.source().slot();
            if (other >= 0 && mayMove(problem.slots().get(other))) {
                neighbours.set(other);
            }
        }
        neighbours.clear(slot.index());
        return neighbours.stream().mapToObj(problem.slots()::get).toList();
    }

    static boolean mayMove(Slot slot) {
        return slot.onlyCandidate() < 0;
    }

    /**
     * Whether moving a slot costs more migration than all its routes and its region can save. Moving several of which this holds cannot
     * pay either, but moving one may if that makes room for a slot of which it does not hold.
     */
    private boolean isHeld(Slot slot) {
        Costs costs = problem.costs();
        if (costs.perMigration() == 0 || costs.perUtilisation() > 0) {
            return false;
        }
        int moved = costs.movedByLeaving(slot, draft.regionOf(slot.index()));
        return moved > 0 && draft.costOf(slot) + costs.perRegion() <= costs.perMigration() * moved;
    }

    /** Takes slots out and puts them in again one by one; keeps that if it is cheaper. */
    private boolean tryAgain(List<Slot> slots) {
        if (slots.stream().allMatch(this::isHeld)) {
            return false;
        }
        double before = draft.cost();
        int mark = draft.mark();
        slots.forEach(draft::remove);
        double limit = before - draft.cost();
        for (Slot slot : slots) {
            if (limit <= LEAST_GAIN * before || !construction.insertion().insert(slot, limit)) {
                draft.rollback(mark);
                return false;
            }
            limit -= draft.costOf(slot);
        }
        return keepIfCheaper(before, mark);
    }

    private final class Gather implements Gathering.Attempt {
        @Override
        public boolean mayPay(List<Slot> slots) {
            return !isOver() && !slots.stream().allMatch(Improvement.this::isHeld);
        }

        @Override
        public boolean tryAgain(List<Slot> slots, int region) {
            if (!mayPay(slots)) {
                return false;
            }
            double before = draft.cost();
            int mark = draft.mark();
            slots.forEach(draft::remove);
            for (Slot slot : slots) {
                double limit = before - draft.cost(); // what is put in makes the rest no cheaper
                if (limit <= 0
                        || (!construction.insertion().insertIn(slot, region)
                                && !construction.insertion().insert(slot, limit))) {
                    draft.rollback(mark);
                    return false;
                }
            }
            return keepIfCheaper(before, mark);
        }
    }

    private boolean moveRoutes() {
        boolean better = false;
        for (Leg leg : new ArrayList<>(problem.legs())) {
            if (!isOver() && draft.routeOf(leg).length > 0) {
                double before = draft.cost();
                int mark = draft.mark();
                draft.unroute(leg);
                if (router.route(leg)) {
                    better |= keepIfCheaper(before, mark);
                } else {
                    draft.rollback(mark);
                }
            }
        }
        return better;
    }

    private boolean keepIfCheaper(double before, int mark) {
        boolean whole = problem.legs().stream().allMatch(draft::isRouted);
        if (whole && draft.cost() < before - LEAST_GAIN * Math.max(1, before)) {
            draft.commit();
            return true;
        }
        draft.rollback(mark);
        return false;
    }
}
