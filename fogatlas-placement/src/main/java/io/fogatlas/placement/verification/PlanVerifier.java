package io.fogatlas.placement.verification;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.change.MigrationPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Replays a migration plan step by step and checks every rule that {@link MigrationPlan} states, from the domain's values alone.
 *
 * <p>Pure and deterministic; looks after each step only at what the step touches.
 */
public final class PlanVerifier {
    private PlanVerifier() {}

    /**
     * Checks a plan, whatever it says.
     *
     * @param request infrastructure, application and what others hold
     * @param from where the application was placed before
     * @param plan the plan
     * @param to where it is to run: a placement that {@link PlacementVerifier} found valid
     * @return every broken rule; empty if the plan is right
     */
    public static List<PlanFault> verify(PlacementRequest request, Placement from, MigrationPlan plan, Placement to) {
        List<PlanFault> faults = new ArrayList<>();
        PlanStart.check(request, from, plan.start(), to, faults);
        if (!faults.isEmpty()) {
            return List.copyOf(faults);
        }
        PlanReplay replay = new PlanReplay(request, plan.start(), to);
        for (int number = 1; number <= plan.steps().size(); number++) {
            int step = number;
            try {
                replay.play(plan.steps().get(number - 1)).forEach(text -> faults.add(new PlanFault(step, text)));
            } catch (PlanReplay.ImpossibleException impossible) {
                faults.add(new PlanFault(step, impossible.getMessage()));
                return List.copyOf(faults);
            }
        }
        replay.unfinished()
                .forEach(text -> faults.add(new PlanFault(plan.steps().size(), text)));
        return List.copyOf(faults);
    }
}
