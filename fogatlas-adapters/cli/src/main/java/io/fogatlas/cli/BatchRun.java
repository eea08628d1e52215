package io.fogatlas.cli;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.Decided;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problem;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.batch.BatchDecision;
import io.fogatlas.placement.batch.BatchEngine;
import io.fogatlas.placement.batch.BatchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Places all applications as one batch. */
final class BatchRun {
    private final PlacementEngine engine;
    private final Optional<String> wanted;
    private final Objective objective;
    private final SearchLimits limits;
    private final SearchListener listener;
    private final Explaining explaining;

    BatchRun(
            PlacementEngine engine,
            Optional<String> wanted,
            Objective objective,
            SearchLimits limits,
            SearchListener listener,
            Explaining explaining) {
        this.engine = engine;
        this.wanted = wanted;
        this.objective = objective;
        this.limits = limits;
        this.listener = listener;
        this.explaining = explaining;
    }

    /**
     * Places all applications.
     *
     * @param values what each of them is worth
     * @throws CommandException with every application that cannot even be asked for, or if they name different algorithms
     */
    BatchResult place(Manifests manifests, List<Long> values, Progress progress) {
        PlacementAlgorithm algorithm = algorithm(manifests);
        List<BatchRequest.Entry> entries = new ArrayList<>();
        for (int number = 0; number < values.size(); number++) {
            ApplicationManifest manifest = manifests.applications().get(number);
            entries.add(new BatchRequest.Entry(manifest.application(), values.get(number), manifest.current()));
        }
        BatchRequest request = request(manifests, entries);
        BatchDecision decision = progress.during(
                "placing " + entries.size() + " applications by " + algorithm.name(),
                () -> new BatchEngine(engine).place(request, algorithm, listener));
        List<PlacementRun.Step> steps = new ArrayList<>();
        for (int number = 0; number < entries.size(); number++) {
            PlacementRequest alone = request.alone(entries.get(number), decision.after());
            Decision one = decision.decisions().get(number);
            steps.add(new PlacementRun.Step(
                    new Decided(alone, one, explaining.of(alone, one, progress)), decision.after()));
        }
        return new BatchResult(decision, values, algorithm.name(), steps);
    }

    private BatchRequest request(Manifests manifests, List<BatchRequest.Entry> entries) {
        try {
            return new BatchRequest(manifests.infrastructure(), entries, manifests.occupancy(), objective, limits);
        } catch (InvalidModelException refused) {
            throw CommandException.badInput(
                    refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }

    private PlacementAlgorithm algorithm(Manifests manifests) {
        List<String> named = manifests.applications().stream()
                .map(ApplicationManifest::algorithm)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        if (wanted.isEmpty() && named.size() > 1) {
            throw CommandException.badInput("the FADepls name different algorithms (" + String.join(", ", named)
                    + "), but a batch is placed by one; give --algorithm");
        }
        String name = wanted.orElse(named.isEmpty() ? PlacementEngine.DEFAULT_ALGORITHM : named.get(0));
        try {
            return engine.algorithm(name);
        } catch (IllegalArgumentException unknown) {
            throw CommandException.badInput(String.valueOf(unknown.getMessage()));
        }
    }
}
