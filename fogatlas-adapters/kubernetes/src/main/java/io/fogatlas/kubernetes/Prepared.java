package io.fogatlas.kubernetes;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that is to change for one application, in the stages in which it does.
 *
 * @param application the application
 * @param owner its FADepl; {@link Owner#UNKNOWN} if it is made only now
 * @param names the names of all Deployments that are to be there in the end
 * @param fadepl the FADepl itself
 * @param links what is booked of links; before anything runs that uses it
 * @param deployments what is made or changed
 * @param stale what goes once the others are ready, or need its room
 * @param status what the FADepl says of it in the end
 * @param notes what the user has to know
 */
record Prepared(
        ApplicationId application,
        Owner owner,
        Set<String> names,
        Optional<FadeplChange> fadepl,
        List<Change> links,
        List<Change> deployments,
        List<Change> stale,
        List<Change> status,
        List<String> notes) {
    DeploymentPlan plan() {
        return new DeploymentPlan(application, steps(), notes);
    }

    List<DeploymentStep> steps() {
        List<DeploymentStep> steps = new ArrayList<>();
        fadepl.ifPresent(change -> steps.add(change.step()));
        Stream.of(links, deployments, stale, status)
                .flatMap(List::stream)
                .map(Change::step)
                .forEach(steps::add);
        return List.copyOf(steps);
    }
}
