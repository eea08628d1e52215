package io.fogatlas.cli;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.DecisionJson;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.ManifestProblem;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.RecordedDecision;
import io.fogatlas.manifests.Source;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decisions of a file, next to the objects they are about, ready to be checked.
 *
 * @param manifests the objects
 * @param decisions the decisions; at least one
 * @param objective by what decisions are judged that do not state their weights
 */
record RecordedDecisions(Manifests manifests, List<RecordedDecision> decisions, Objective objective) {
    /**
     * A decision that was checked.
     *
     * @param recorded what the file says
     * @param request what it answers
     * @param check what is left of it
     */
    record Checked(RecordedDecision recorded, PlacementRequest request, DecisionCheck check) {}

    /**
     * Reads decisions.
     *
     * @throws CommandException if they cannot be read, are about applications that are not there, or there are none
     */
    static RecordedDecisions read(Source source, Manifests manifests, Objective objective) {
        List<Application> applications = manifests.applications().stream()
                .map(ApplicationManifest::application)
                .toList();
        try {
            List<RecordedDecision> decisions = DecisionJson.read(source, applications);
            if (decisions.isEmpty()) {
                throw CommandException.badInput("there is no decision in " + source.name());
            }
            return new RecordedDecisions(manifests, decisions, objective);
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        }
    }

    /**
     * Checks all decisions: in the order of the file, each on what the valid ones before it took, or next to all others of the file.
     *
     * @throws CommandException if a decision is about something that cannot even be asked for
     */
    List<Checked> check(boolean together, Progress progress) {
        Occupancy occupancy = together ? together() : manifests.occupancy();
        List<Checked> checked = new ArrayList<>();
        for (RecordedDecision recorded : decisions) {
            PlacementRequest request = request(recorded, occupancy);
            DecisionCheck check =
                    progress.during("verifying " + recorded.application(), () -> DecisionCheck.of(request, recorded));
            checked.add(new Checked(recorded, request, check));
            if (check.holding().isPresent()) {
                occupancy =
                        occupancy.with(recorded.application(), check.holding().get());
            }
        }
        return checked;
    }

    /** What is taken once all decisions are carried out, as far as they speak of what exists. */
    private Occupancy together() {
        Occupancy occupancy = manifests.occupancy();
        for (RecordedDecision recorded : decisions) {
            Application application = manifest(recorded).application();
            Optional<Holding> holding = recorded.placement()
                    .filter(placement -> isKnown(manifests.infrastructure(), application, placement))
                    .map(placement -> Holding.of(manifests.infrastructure(), application, placement));
            if (holding.isPresent()) {
                occupancy = occupancy.with(recorded.application(), holding.get());
            }
        }
        return occupancy;
    }

    /** Whether a placement speaks of regions and flows that exist. */
    private static boolean isKnown(Infrastructure infrastructure, Application application, Placement placement) {
        return placement.routes().stream()
                        .allMatch(route -> application.flow(route.flow()).isPresent())
                && placement.assignments().values().stream()
                        .flatMap(List::stream)
                        .allMatch(assignment ->
                                infrastructure.region(assignment.region()).isPresent());
    }

    private ApplicationManifest manifest(RecordedDecision recorded) {
        return manifests.applications().stream()
                .filter(one -> one.application().id().equals(recorded.application()))
                .findFirst()
                .orElseThrow();
    }

    private PlacementRequest request(RecordedDecision recorded, Occupancy occupancy) {
        ApplicationManifest manifest = manifest(recorded);
        PlacementRequest.Builder builder = PlacementRequest.builder(manifests.infrastructure(), manifest.application())
                .occupancy(occupancy)
                .objective(recorded.weights().orElse(objective));
        manifest.current().ifPresent(builder::current);
        try {
            return builder.build();
        } catch (InvalidModelException refused) {
            throw CommandException.badInput(refused.problems().stream()
                    .map(found -> new ManifestProblem(
                            manifest.file(), manifest.line(), found.kind(), found.name(), found.text()))
                    .toList());
        }
    }
}
