package io.fogatlas.docker;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes everything of an application from all engines, however far it gets. */
final class Removal {
    private final ApplicationId application;
    private final DeploymentListener listener;
    private final List<DeploymentStep> steps = new ArrayList<>();
    private final List<String> leftOver = new ArrayList<>();

    Removal(ApplicationId application, DeploymentListener listener) {
        this.application = application;
        this.listener = listener;
    }

    /**
     * Removes.
     *
     * @throws DeploymentException if an engine did not answer or refused; the others are done nevertheless
     */
    DeploymentPlan from(Fleet fleet) {
        fleet.sites(Set.of(), leftOver).forEach(this::from);
        if (!leftOver.isEmpty()) {
            throw new DeploymentException(
                    "Not everything of '" + application
                            + "' could be removed; remove it again when every engine answers.",
                    leftOver);
        }
        return new DeploymentPlan(application, steps, List.of());
    }

    private void from(Site site) {
        Engine engine = site.engine();
        Map<String, String> labels = Names.labels(application);
        attempt(() -> {
            for (Replica replica : Replica.of(engine.containers(labels))) {
                attempt(() -> {
                    replica.containers().forEach(container -> engine.stop(container.id()));
                    Rollout.delete(engine, replica);
                    done(replica.region(), "container", replica.name());
                });
            }
            for (Engine.FoundNetwork network : engine.networks(labels)) {
                attempt(() -> {
                    engine.removeNetwork(network.id());
                    done(network.labels().getOrDefault(Names.REGION, site.name()), "network", network.name());
                });
            }
            engine.removeVolumes(labels);
        });
    }

    private void attempt(Runnable removal) {
        try {
            removal.run();
        } catch (EngineException failure) {
            leftOver.add(failure.text());
        }
    }

    private void done(String region, String kind, String name) {
        DeploymentStep step = new DeploymentStep(Action.DELETE, region, kind, name, "");
        steps.add(step);
        listener.done(step);
    }
}
