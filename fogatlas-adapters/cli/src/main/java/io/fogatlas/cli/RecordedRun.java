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
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.placement.change.Running;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The applications that run as a file of decisions says. */
record RecordedRun(List<RecordedDecision> decisions, List<Running> running) {
    /**
     * Reads what runs, and tells of what does not.
     *
     * @throws CommandException if the decisions cannot be read, are about applications that are not there, or place none
     */
    static RecordedRun read(Source source, Manifests manifests, Messages messages) {
        Map<ApplicationId, Application> waiting = new HashMap<>();
        List<Application> applications = new ArrayList<>();
        for (ApplicationManifest manifest : manifests.applications()) {
            applications.add(manifest.application());
            waiting.put(manifest.application().id(), manifest.application());
        }
        List<RecordedDecision> decisions = new ArrayList<>();
        List<Running> running = new ArrayList<>();
        try {
            for (RecordedDecision decision : DecisionJson.read(source, applications)) {
                decision.placement().ifPresent(placement -> {
                    Application application = waiting.remove(decision.application());
                    if (application != null) {
                        decisions.add(decision);
                        running.add(new Running(application, placement));
                    }
                });
            }
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        }
        if (running.isEmpty()) {
            throw CommandException.badInput("no decision in " + source.name() + " places an application, so none runs");
        }
        if (!waiting.isEmpty()) {
            messages.note(waiting.size() + " of " + applications.size() + " applications have no placement in "
                    + source.name() + ", so they do not run");
        }
        return new RecordedRun(decisions, running);
    }

    /** Says where the decision stands that is wrong. */
    CommandException refusal(InvalidModelException refused) {
        return CommandException.badInput(refused.problems().stream()
                .map(problem -> decisions.stream()
                        .filter(decision -> decision.application().toString().equals(problem.name()))
                        .findFirst()
                        .map(decision -> new ManifestProblem(
                                decision.file(), decision.line(), "Decision", problem.name(), problem.text()))
                        .orElse(new ManifestProblem("", 0, problem.kind(), problem.name(), problem.text())))
                .toList());
    }
}
