package io.fogatlas.placement.change;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * What follows from a {@link Scenario}.
 *
 * @param scenario what happens
 * @param broken the applications that break, in the order in which they were placed again
 * @param untouched those that go on as they are, in the order given
 * @param after what is taken when all has been placed again that can be; of an application that cannot, what is left of it
 */
public record Consequences(
        Scenario scenario, List<Consequence> broken, List<ApplicationId> untouched, Occupancy after) {
    /**
     * Copies the lists.
     *
     * @param scenario what happens
     * @param broken the applications that break
     * @param untouched those that go on
     * @param after what is taken then
     */
    public Consequences {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(after, "after");
        broken = List.copyOf(broken);
        untouched = List.copyOf(untouched);
    }

    /**
     * Says whether every application runs on.
     *
     * @return whether each that broke has a new placement
     */
    public boolean allSurvive() {
        return broken.stream().allMatch(each -> each.decision().isPlaced());
    }

    /**
     * Lists the applications that break and have no new placement.
     *
     * @param outcome infeasible or unknown
     * @return their ids
     */
    public List<ApplicationId> lost(Outcome outcome) {
        return broken.stream()
                .filter(each -> each.decision().outcome() == outcome)
                .map(Consequence::application)
                .toList();
    }
}
