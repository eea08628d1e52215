package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.List;

/** Whether anything goes to a region: it counts once, however many slots go there. */
final class OpenRegions {
    private OpenRegions() {}

    /** For each region that any slot may go to, whether one does: adds a variable and its rows where that is open. */
    static List<Choice> of(PlacementProblem problem, IntegerProgram program, SlotChoices choices) {
        List<Choice> open = new ArrayList<>();
        for (int r = 0; r < problem.network().regions(); r++) {
            Terms there = new Terms();
            for (Slot slot : problem.slots()) {
                Choice choice = choices.of(slot.index(), r);
                if (choice != null) {
                    there.add(choice, 1);
                }
            }
            if (there.constant() > 0) {
                open.add(Choice.CERTAIN);
            } else if (there.size() > 0) {
                int used = program.binary();
                open.add(new Choice(used));
                for (int i = 0; i < there.size(); i++) {
                    program.atMost(new Terms().add(there.variable(i), 1).add(used, -1), 0);
                }
            }
        }
        return open;
    }
}
