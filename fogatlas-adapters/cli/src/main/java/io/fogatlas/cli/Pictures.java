package io.fogatlas.cli;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.Decided;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.RecordedDecision;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.pictures.Picture;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.change.Consequences;
import io.fogatlas.placement.change.Running;
import io.fogatlas.placement.reasons.Explanation;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes pictures of what commands know. */
final class Pictures {
    private Pictures() {}

    /** Draws what runs as the status of the FADepls says. */
    static Picture running(Manifests manifests, Messages messages) {
        Picture picture = Picture.of(manifests.infrastructure(), manifests.occupancy());
        for (ApplicationManifest manifest : manifests.applications()) {
            Application application = manifest.application();
            if (!endpointsExist(manifests.infrastructure(), application)) {
                throw CommandException.badInput(application.id()
                        + " names an external endpoint that is not there; give the file that has it as well");
            }
            if (manifest.current().isEmpty()) {
                picture = picture.with(application);
            } else if (exists(
                    manifests.infrastructure(), application, manifest.current().get())) {
                picture =
                        picture.with(new Running(application, manifest.current().get()));
            } else {
                messages.warning("the status of " + application.id()
                        + " names regions, links or data flows that are not there, so it is not drawn where it runs");
                picture = picture.with(application);
            }
        }
        return picture;
    }

    private static boolean endpointsExist(Infrastructure infrastructure, Application application) {
        return application.endpoints().stream()
                .allMatch(id -> infrastructure.endpoint(id).isPresent());
    }

    private static boolean exists(Infrastructure infrastructure, Application application, Placement placement) {
        return placement.assignments().values().stream()
                        .flatMap(List::stream)
                        .allMatch(each -> infrastructure.region(each.region()).isPresent())
                && placement.routes().stream()
                        .allMatch(route -> application.flow(route.flow()).isPresent()
                                && route.links().stream()
                                        .allMatch(link ->
                                                infrastructure.link(link).isPresent()));
    }

    /** Draws decisions of a file that were found to be valid. */
    static Picture recorded(Manifests manifests, List<RecordedDecisions.Checked> checked, Occupancy after) {
        Picture picture = Picture.of(manifests.infrastructure(), after);
        Set<ApplicationId> drawn = new HashSet<>();
        for (RecordedDecisions.Checked one : checked) {
            picture = picture.with(one.request(), decision(one.request(), one.recorded()), Explanation.NONE);
            drawn.add(one.recorded().application());
        }
        for (ApplicationManifest manifest : manifests.applications()) {
            if (!drawn.contains(manifest.application().id())
                    && endpointsExist(manifests.infrastructure(), manifest.application())) {
                picture = picture.with(manifest.application());
            }
        }
        return picture;
    }

    /** Draws decisions as they were made. */
    static Picture decided(Manifests manifests, List<Decided> decided, Occupancy after) {
        Picture picture = Picture.of(manifests.infrastructure(), after);
        for (Decided one : decided) {
            picture = picture.with(one.request(), one.decision(), one.explanation());
        }
        return picture;
    }

    /** Draws what runs, and what follows from failures. */
    static Picture whatIf(Manifests manifests, RecordedRun recorded, List<Consequences> report) {
        Occupancy now = manifests.occupancy();
        for (Running running : recorded.running()) {
            now = now.with(
                    running.application().id(),
                    Holding.of(manifests.infrastructure(), running.application(), running.placement()));
        }
        Picture picture = Picture.of(manifests.infrastructure(), now);
        for (Running running : recorded.running()) {
            picture = picture.with(running);
        }
        for (Consequences each : report) {
            picture = picture.with(each);
        }
        return picture;
    }

    /** The decision again, as far as the file tells; its score is worked out from its placement, which is valid. */
    private static Decision decision(PlacementRequest request, RecordedDecision recorded) {
        List<Reason> reasons =
                recorded.outcome() == Outcome.INFEASIBLE ? NecessaryConditions.broken(request) : List.of();
        return new Decision(
                recorded.application(),
                recorded.algorithm(),
                recorded.outcome(),
                recorded.placement(),
                recorded.placement()
                        .flatMap(placement ->
                                PlacementVerifier.verify(request, placement).score()),
                recorded.bound(),
                reasons,
                Duration.ZERO);
    }
}
