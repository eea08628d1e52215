package io.fogatlas.placement.change;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.Violation;
import java.util.List;
import java.util.Objects;

/**
 * What happens to one application that a {@link Scenario} breaks.
 *
 * @param before where it ran
 * @param violations the rules that its placement breaks then; empty if all that is lost is an external endpoint
 * @param request what was asked to place it again; its current placement is what is left of the one before
 * @param decision the answer, with the plan from what is left to the new placement if there is one
 */
public record Consequence(Placement before, List<Violation> violations, PlacementRequest request, Decision decision) {
    /**
     * Copies the list.
     *
     * @param before where it ran
     * @param violations the broken rules
     * @param request what was asked
     * @param decision the answer
     */
    public Consequence {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(decision, "decision");
        violations = List.copyOf(violations);
    }

    /**
     * Says which application it is about.
     *
     * @return the application's id
     */
    public ApplicationId application() {
        return decision.application();
    }

    /**
     * Counts the replicas that run in another region than before, or have no place any more.
     *
     * @return how many of the replicas that ran do not run in their region any more
     */
    public long replicasMoved() {
        long moved = 0;
        for (String microservice : before.assignments().keySet()) {
            for (Assignment assignment : before.of(microservice)) {
                long still = decision.placement().stream()
                        .flatMap(placement -> placement.of(microservice).stream())
                        .filter(after -> after.region().equals(assignment.region()))
                        .mapToLong(Assignment::replicas)
                        .sum();
                moved += Math.max(0, assignment.replicas() - still);
            }
        }
        return moved;
    }
}
