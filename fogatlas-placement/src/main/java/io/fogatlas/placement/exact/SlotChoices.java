package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Service;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which slot goes to which region, and the rows on that alone: one region each, siblings apart, and who keeps out whom. */
final class SlotChoices {
    private final PlacementProblem problem;
    private final IntegerProgram program;
    private final List<BitSet> candidates;
    /** By slot and region; null where the slot must not go. */
    private final @Nullable Choice[][] choices;

    SlotChoices(PlacementProblem problem, Restriction restriction, IntegerProgram program) {
        this.problem = problem;
        this.program = program;
        candidates = restriction.candidates();
        choices = new Choice[problem.slots().size()][problem.network().regions()];
        for (Slot slot : problem.slots()) {
            BitSet regions = candidates.get(slot.index());
            boolean certain = regions.cardinality() == 1;
            Terms all = new Terms();
            for (int r = regions.nextSetBit(0); r >= 0; r = regions.nextSetBit(r + 1)) {
                Choice choice = certain ? Choice.CERTAIN : new Choice(program.binary());
                choices[slot.index()][r] = choice;
                all.add(choice, 1);
            }
            program.equal(all, 1);
        }
        siblings();
        exclusions();
    }

    /** The choice of a region for a slot; null if the slot must not go there. */
    @Nullable
    Choice of(int slot, int region) {
        return choices[slot][region];
    }

    /** Whether an end of a leg is in a region; null if it cannot be. */
    @Nullable
    Choice of(Leg.End end, int region) {
        if (end.slot() >= 0) {
            return choices[end.slot()][region];
        }
        return end.region() == region ? Choice.CERTAIN : null;
    }

    /** Where a slot may go; not to be changed. */
    BitSet regionsOf(int slot) {
        return candidates.get(slot);
    }

    /** Where ends of legs may be. */
    BitSet regionsOf(List<Leg.End> ends) {
        BitSet regions = new BitSet();
        for (Leg.End end : ends) {
            if (end.slot() >= 0) {
                regions.or(candidates.get(end.slot()));
            } else {
                regions.set(end.region());
            }
        }
        return regions;
    }

    private void siblings() {
        for (Service service : problem.services()) {
            if (service.slotCount() > 1) {
                for (int r = 0; r < problem.network().regions(); r++) {
                    Terms there = new Terms();
                    addAll(there, service, r);
                    atMostOne(there);
                }
            }
        }
    }

    private void exclusions() {
        for (Service service : problem.services()) {
            for (Service other : problem.services().subList(0, service.index())) {
                if (service.excludes(other.index())) {
                    for (int r = 0; r < problem.network().regions(); r++) {
                        Terms there = new Terms();
                        addAll(there, service, r);
                        Terms both = new Terms().add(there, 1);
                        addAll(both, other, r);
                        if (both.size() + both.constant() > there.size() + there.constant()
                                && there.size() + there.constant() > 0) {
                            atMostOne(both);
                        }
                    }
                }
            }
        }
    }

    private void atMostOne(Terms terms) {
        if (terms.size() + terms.constant() > 1) {
            program.atMost(terms, 1);
        }
    }

    private void addAll(Terms terms, Service service, int region) {
        List<Choice> there = new ArrayList<>();
        for (int slot : service.slots()) {
            Choice choice = choices[slot][region];
            if (choice != null) {
                there.add(choice);
            }
        }
        there.forEach(choice -> terms.add(choice, 1));
    }
}
