package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Service;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Affinities as a start-up: each is met by what runs in the region, by a slot there that starts before, or, if its owner counts itself, by
 * nobody, as long as all who count are in one region. Who starts before whom is told by ranks, so that no circle waits for itself.
 */
final class AffinityRows {
    private final PlacementProblem problem;
    private final IntegerProgram program;
    private final SlotChoices choices;
    private final int[] rankOf;

    AffinityRows(PlacementProblem problem, IntegerProgram program, SlotChoices choices) {
        this.problem = problem;
        this.program = program;
        this.choices = choices;
        rankOf = new int[problem.slots().size()];
    }

    void build() {
        List<Slot> waiting = problem.slots().stream()
                .filter(slot -> !slot.service().companions().isEmpty())
                .toList();
        for (Slot slot : waiting) {
            rankOf[slot.index()] = program.variable(1, waiting.size());
        }
        for (Slot slot : waiting) {
            for (Service.Companions companions : slot.service().companions()) {
                require(slot, companions);
            }
        }
    }

    private void require(Slot slot, Service.Companions companions) {
        Terms met = new Terms();
        BitSet running = companions.runningIn();
        for (int r = running.nextSetBit(0); r >= 0; r = running.nextSetBit(r + 1)) {
            Choice there = choices.of(slot.index(), r);
            if (there != null) {
                met.add(there, 1);
            }
        }
        if (met.constant() > 0) {
            return;
        }
        List<Slot> others = new ArrayList<>();
        for (Slot other : problem.slots()) {
            if (other != slot && companions.services().get(other.service().index())) {
                others.add(other);
            }
        }
        for (Slot other : others) {
            if (other.service() != slot.service()
                    && choices.regionsOf(slot.index()).intersects(choices.regionsOf(other.index()))) {
                met.add(reliesOn(slot, other), 1);
            }
        }
        if (companions.includesSelf() && slot.service().slotCount() == 1 && running.cardinality() <= 1) {
            met.add(isFirst(slot, others, running), 1);
        }
        program.atLeast(met, 1);
    }

    /** A 0/1 variable that can only be 1 if another slot is in the same region and starts before. */
    private int reliesOn(Slot slot, Slot other) {
        int relies = program.binary();
        together(slot, other, relies);
        if (!other.service().companions().isEmpty()) {
            program.atLeastIf(
                    new Terms().add(rankOf[slot.index()], 1).add(rankOf[other.index()], -1), 1, new int[] {relies});
        }
        return relies;
    }

    /** A 0/1 variable that can only be 1 if all who count are in the region of a slot. */
    private int isFirst(Slot slot, List<Slot> others, BitSet running) {
        int first = program.binary();
        others.forEach(other -> together(slot, other, first));
        BitSet regions = choices.regionsOf(slot.index());
        for (int r = regions.nextSetBit(0); r >= 0; r = regions.nextSetBit(r + 1)) {
            Choice there = choices.of(slot.index(), r);
            if (there != null && !running.isEmpty() && !running.get(r)) {
                program.atMost(new Terms().add(first, 1).add(there, 1), 1);
            }
        }
        return first;
    }

    /** If a 0/1 variable is 1, a slot is where another slot is. */
    private void together(Slot slot, Slot other, int variable) {
        BitSet regions = choices.regionsOf(slot.index());
        for (int r = regions.nextSetBit(0); r >= 0; r = regions.nextSetBit(r + 1)) {
            Choice here = choices.of(slot.index(), r);
            Choice there = choices.of(other.index(), r);
            if (here != null) {
                // here and variable imply there
                Terms clause = new Terms().add(variable, 1).add(here, 1);
                program.atMost(there == null ? clause : clause.add(there, -1), 1);
            }
        }
    }
}
