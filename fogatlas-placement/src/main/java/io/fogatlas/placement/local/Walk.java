package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.CostSpread;
import io.fogatlas.placement.search.Distances;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.DraftSnapshot;
import io.fogatlas.placement.search.LegRouter;
import io.fogatlas.placement.search.SlotInsertion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The draft that a local search changes step by step. It never breaks a rule; what finds no room is absent, which costs more the longer it
 * lasts, so that no slot stays out for long.
 */
final class Walk {
    private static final double WEIGHT_GROWTH = 1.1;

    private final PlacementProblem problem;
    private final SplittableRandom random;
    private final Draft draft;
    private final Distances distances;
    private final LegRouter router;
    private final SlotInsertion insertion;
    private final CostSpread spread;
    private final List<Slot> movable;
    private final double[] absenceWeights;
    private final BitSet absent = new BitSet();
    private final BitSet absentBefore = new BitSet();
    private int mark;

    /** Starts with nothing placed. */
    Walk(PlacementProblem problem, SplittableRandom random) {
        this.problem = problem;
        this.random = random;
        draft = new Draft(problem);
        distances = new Distances(problem.network());
        router = LegRouter.goingStraight(draft, distances);
        insertion = new SlotInsertion(draft, router);
        spread = CostSpread.over(draft);
        movable = problem.slots().stream()
                .filter(slot -> slot.onlyCandidate() < 0)
                .toList();
        absenceWeights = new double[problem.slots().size()];
        Arrays.fill(absenceWeights, muchFor(problem));
        problem.slots().forEach(slot -> absent.set(slot.index()));
    }

    /** More than a slot with its flows usually costs; it does not matter how much exactly. */
    private static double muchFor(PlacementProblem problem) {
        Costs costs = problem.costs();
        double much = 1 + costs.perRegion() + costs.perUtilisation() + costs.perMigration();
        for (Leg leg : problem.legs()) {
            much += 4 * costs.perLink(leg.bandwidthBps());
        }
        for (Slot slot : problem.slots()) {
            int first = slot.candidates().nextSetBit(0);
            much += first >= 0 ? 2 * costs.ofSlot(slot, first) : 0;
        }
        return much;
    }

    PlacementProblem problem() {
        return problem;
    }

    SplittableRandom random() {
        return random;
    }

    Draft draft() {
        return draft;
    }

    Distances distances() {
        return distances;
    }

    LegRouter router() {
        return router;
    }

    SlotInsertion insertion() {
        return insertion;
    }

    CostSpread spread() {
        return spread;
    }

    /** The slots that have a choice. */
    List<Slot> movable() {
        return movable;
    }

    boolean isPlaced(Slot slot) {
        return draft.regionOf(slot.index()) != Draft.NOWHERE;
    }

    List<Slot> absent() {
        return absent.stream().mapToObj(problem.slots()::get).toList();
    }

    /** Says whether every slot is somewhere; every leg then has a route. */
    boolean isComplete() {
        return absent.isEmpty();
    }

    /** What the draft costs, with what the absence of slots costs. */
    double value() {
        double value = draft.cost();
        for (int slot = absent.nextSetBit(0); slot >= 0; slot = absent.nextSetBit(slot + 1)) {
            value += absenceWeights[slot];
        }
        return value;
    }

    /** Takes note of whether a slot is absent now. */
    void note(Slot slot) {
        absent.set(slot.index(), !isPlaced(slot));
    }

    /** Starts a change that can be taken back. */
    void begin() {
        mark = draft.mark();
        absentBefore.clear();
        absentBefore.or(absent);
    }

    /** Takes the change back. */
    void undo() {
        draft.rollback(mark);
        absent.clear();
        absent.or(absentBefore);
    }

    /** Keeps the change for good; the absence of those that are absent counts more from now on. */
    void keep() {
        draft.commit();
        for (int slot = absent.nextSetBit(0); slot >= 0; slot = absent.nextSetBit(slot + 1)) {
            absenceWeights[slot] *= WEIGHT_GROWTH;
        }
    }

    /** Goes on from another draft. */
    void restore(DraftSnapshot snapshot) {
        draft.restore(snapshot);
        problem.slots().forEach(this::note);
    }

    void remove(List<Slot> slots) {
        for (Slot slot : slots) {
            if (isPlaced(slot)) {
                draft.remove(slot);
            }
        }
    }

    /** Routes what legs of slots still lack; false if one cannot be had that cannot wait. */
    boolean routeRest(List<Slot> slots) {
        for (Slot slot : slots) {
            for (Leg leg : draft.legsOf(slot.index())) {
                if (router.canRoute(leg) && !router.route(leg) && !draft.mayEndElsewhere(leg, Draft.NOWHERE)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The slots at the other ends of a slot's flows, as they are routed now, or may be; some perhaps twice. */
    List<Slot> neighbours(Slot slot) {
        List<Slot> neighbours = new ArrayList<>();
        for (Leg leg : draft.legsOf(slot.index())) {
            int other = leg.source().slot();
            if (other == slot.index()) {
                other = draft.isRouted(leg)
                        ? draft.endOf(leg)
                        : leg.destinations().get(0).slot();
            }
            if (other >= 0 && other != slot.index()) {
                neighbours.add(problem.slots().get(other));
            }
        }
        return neighbours;
    }

    /** The work done so far, in labels expanded. */
    long steps() {
        return insertion.steps() + router.steps() + distances.steps() + spread.steps();
    }
}
