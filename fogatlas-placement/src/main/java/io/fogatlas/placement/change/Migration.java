package io.fogatlas.placement.change;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.PlanFault;
import io.fogatlas.placement.verification.PlanVerifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A new placement of an application that runs already, and the way to it.
 *
 * @param placement where it is to run
 * @param plan how it gets there, checked by {@link PlanVerifier}
 */
public record Migration(Placement placement, MigrationPlan plan) {
    /**
     * Checks that nothing is missing.
     *
     * @param placement where it is to run
     * @param plan how it gets there
     */
    public Migration {
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(plan, "plan");
    }

    /**
     * Leaves replicas on their nodes that stay in their region, and plans the way.
     *
     * @param request what was to be placed where
     * @param current where the application runs now; it need not keep any rule
     * @param placement a placement that keeps the rules of the request
     * @return the placement, which differs from the given one by nodes inside regions at most, and the plan
     * @throws IllegalStateException if the plan breaks a rule; that is a bug of the planner
     */
    public static Migration of(PlacementRequest request, Placement current, Placement placement) {
        Placement same = SameNodes.of(request, current, placement);
        boolean changed = !same.equals(placement);
        Placement to = !changed || PlacementVerifier.verify(request, same).isValid() ? same : placement;
        MigrationPlan plan = MigrationPlanner.plan(request, current, to);
        List<PlanFault> faults = PlanVerifier.verify(request, current, plan, to);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The planner of migrations made a plan that breaks rules. This is a bug; please report it with the problem.\n  "
                            + faults.stream().map(PlanFault::toString).collect(Collectors.joining("\n  ")));
        }
        return new Migration(to, plan);
    }
}
