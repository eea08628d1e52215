package io.fogatlas.cli;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.Decided;
import io.fogatlas.manifests.ManifestProblem;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problem;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.orchestration.Admission;
import io.fogatlas.orchestration.Admitted;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places applications one after the other, each on what the ones before it left. */
final class PlacementRun {
    private final PlacementEngine engine;
    private final Optional<String> algorithm;
    private final Objective objective;
    private final SearchLimits limits;
    private final SearchListener listener;
    private final Explaining explaining;

    PlacementRun(
            PlacementEngine engine,
            Optional<String> algorithm,
            Objective objective,
            SearchLimits limits,
            SearchListener listener,
            Explaining explaining) {
        this.engine = engine;
        this.algorithm = algorithm;
        this.objective = objective;
        this.limits = limits;
        this.listener = listener;
        this.explaining = explaining;
    }

    /**
     * A decision with what is taken once it is carried out.
     *
     * @param decided the decision
     * @param after what is taken
     */
    record Step(Decided decided, Occupancy after) {}

    /**
     * Places all applications.
     *
     * @throws CommandException with every application that cannot even be asked for; nothing is placed then
     */
    List<Step> place(Manifests manifests, Progress progress) {
        check(manifests);
        List<Step> steps = new ArrayList<>();
        try (Inventory inventory =
                Inventory.inMemory(manifests.infrastructure(), manifests.occupancy(), InstantSource.system())) {
            Admission admission = Admission.to(inventory);
            for (ApplicationManifest manifest : manifests.applications()) {
                PlacementAlgorithm chosen = engine.algorithm(name(manifest));
                Admitted admitted = progress.during(
                        "placing " + manifest.application().id() + " by " + chosen.name(),
                        () -> admission.admit(
                                manifest.application(),
                                snapshot -> engine.place(request(manifest, snapshot), chosen, listener)));
                admitted.reservation().ifPresent(reservation -> inventory.confirm(reservation.key()));
                PlacementRequest request = request(manifest, admitted.snapshot());
                steps.add(new Step(
                        new Decided(
                                request, admitted.decision(), explaining.of(request, admitted.decision(), progress)),
                        inventory.snapshot().occupancy()));
            }
        }
        return steps;
    }

    private void check(Manifests manifests) {
        Snapshot start = new Snapshot(manifests.infrastructure(), manifests.occupancy(), 0);
        List<ManifestProblem> problems = new ArrayList<>();
        for (ApplicationManifest manifest : manifests.applications()) {
            try {
                engine.algorithm(name(manifest));
            } catch (IllegalArgumentException unknown) {
                String name = manifest.application().id().toString();
                problems.add(problem(manifest, "FADepl", name, String.valueOf(unknown.getMessage())));
            }
            try {
                request(manifest, start);
            } catch (InvalidModelException refused) {
                for (Problem found : refused.problems()) {
                    problems.add(problem(manifest, found.kind(), found.name(), found.text()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw CommandException.badInput(problems);
        }
    }

    private static ManifestProblem problem(ApplicationManifest manifest, String kind, String name, String text) {
        return new ManifestProblem(manifest.file(), manifest.line(), kind, name, text);
    }

    private String name(ApplicationManifest manifest) {
        String wanted = algorithm.orElse(manifest.algorithm());
        return wanted.isBlank() ? PlacementEngine.DEFAULT_ALGORITHM : wanted;
    }

    private PlacementRequest request(ApplicationManifest manifest, Snapshot snapshot) {
        return new PlacementRequest(
                snapshot.infrastructure(),
                manifest.application(),
                snapshot.occupancy(),
                objective,
                manifest.current(),
                limits);
    }
}
