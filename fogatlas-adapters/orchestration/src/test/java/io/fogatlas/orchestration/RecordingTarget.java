package io.fogatlas.orchestration;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A target in memory: it notes which placement runs, and fails when it is told to. */
final class RecordingTarget implements DeploymentTarget {
    private final Map<ApplicationId, Placement> running = new HashMap<>();
    private Optional<DeploymentException> failure = Optional.empty();
    private Runnable meanwhile = () -> {};

    void failWith(DeploymentException exception) {
        failure = Optional.of(exception);
    }

    void meanwhile(Runnable what) {
        meanwhile = what;
    }

    Map<ApplicationId, Placement> running() {
        return running;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public DeploymentPlan plan(Deployable deployable) {
        Action action = running.containsKey(deployable.application().id()) ? Action.UPDATE : Action.CREATE;
        DeploymentStep step = new DeploymentStep(
                action, "", "application", deployable.application().id().name(), "");
        return new DeploymentPlan(deployable.application().id(), List.of(step), List.of());
    }

    @Override
    public DeploymentPlan apply(Deployable deployable, Duration readyWithin, DeploymentListener listener) {
        meanwhile.run();
        failure.ifPresent(thrown -> {
            throw thrown;
        });
        DeploymentPlan plan = plan(deployable);
        running.put(deployable.application().id(), deployable.placement());
        plan.steps().forEach(listener::done);
        return plan;
    }

    @Override
    public DeploymentStatus observe(ApplicationId application) {
        return new DeploymentStatus(application, List.of());
    }

    @Override
    public DeploymentPlan remove(ApplicationId application, DeploymentListener listener) {
        failure.ifPresent(thrown -> {
            throw thrown;
        });
        List<DeploymentStep> steps = running.remove(application) == null
                ? List.of()
                : List.of(new DeploymentStep(Action.DELETE, "", "application", application.name(), ""));
        return new DeploymentPlan(application, steps, List.of());
    }

    @Override
    public void close() {
        running.clear();
    }
}
