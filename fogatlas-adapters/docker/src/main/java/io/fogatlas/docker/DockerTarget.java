package io.fogatlas.docker;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Carries decisions out on Docker engines: each region is one.
 *
 * <p>A replica of a microservice is a container, or several that share a network where its Pod template has several. The replicas of an
 * application in one region are in one network, where each microservice is known by its name. Everything is labelled
 * {@code io.fogatlas.…} with the application, and only what has these labels is ever changed or removed.
 *
 * <p>New replicas start before old ones end, unless both have the same port of the machine or the Deployment's strategy is
 * {@code Recreate}. What is old is removed only when everything new is ready in all regions; before that, a failure takes everything
 * back. Thread-safe for different applications.
 */
public final class DockerTarget implements DeploymentTarget {
    private final Fleet fleet;
    private final Templates templates;
    private final Pace pace;

    private DockerTarget(Fleet fleet, Templates templates, Pace pace) {
        this.fleet = fleet;
        this.templates = templates;
        this.pace = pace;
    }

    /**
     * Prepares to deploy; connects to engines when they are first needed.
     *
     * @param targets the engine of each region
     * @param applications what can be deployed; needed for neither {@link #observe} nor {@link #remove}
     * @param strict whether what Docker cannot express is refused, instead of noted
     * @return the target, to be closed after use
     */
    public static DockerTarget of(DockerTargets targets, Collection<ApplicationManifest> applications, boolean strict) {
        Fleet fleet = new Fleet(targets.addresses(), new EngineConnector(targets.credentials()));
        return new DockerTarget(fleet, new Templates(applications, strict), Pace.USUAL);
    }

    static DockerTarget of(Fleet fleet, Collection<ApplicationManifest> applications, boolean strict, Pace pace) {
        return new DockerTarget(fleet, new Templates(applications, strict), pace);
    }

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public DeploymentPlan plan(Deployable deployable) {
        Wanted wanted = templates.wanted(deployable);
        List<String> notes = new ArrayList<>(wanted.notes());
        try {
            return summary(wanted.application(), plans(wanted, notes), notes);
        } catch (EngineException failure) {
            throw new DeploymentException(failure.text(), failure);
        }
    }

    @Override
    public DeploymentPlan apply(Deployable deployable, Duration readyWithin, DeploymentListener listener) {
        Wanted wanted = templates.wanted(deployable);
        List<String> notes = new ArrayList<>(wanted.notes());
        List<SitePlan> plans;
        try {
            plans = plans(wanted, notes);
            new Images(listener).fetch(plans);
        } catch (EngineException failure) {
            throw new DeploymentException(failure.text() + "\nNothing was changed.", failure);
        }
        notes.addAll(new Rollout(wanted.application(), listener, pace).run(plans, readyWithin));
        return summary(wanted.application(), plans, notes);
    }

    private List<SitePlan> plans(Wanted wanted, List<String> notes) {
        List<SitePlan> plans = new ArrayList<>();
        Set<String> needed = wanted.byRegion().keySet();
        List<String> missing = new ArrayList<>();
        for (Site site : fleet.sites(needed, missing)) {
            boolean isNeeded = site.regions().stream().anyMatch(needed::contains);
            try {
                SitePlan plan = SitePlan.of(wanted.application(), site, wanted.byRegion());
                if (!plan.created().isEmpty()) {
                    Capacity.check(site, plan);
                }
                plans.add(plan);
            } catch (EngineException failure) {
                if (isNeeded) {
                    throw failure;
                }
                missing.add(failure.text());
            }
        }
        missing.forEach(text -> notes.add("What there may be of '" + wanted.application()
                + "' at an engine that is not needed now stays: " + text));
        return plans;
    }

    private static DeploymentPlan summary(ApplicationId application, List<SitePlan> plans, List<String> notes) {
        List<DeploymentStep> steps =
                plans.stream().flatMap(plan -> plan.steps().stream()).toList();
        return new DeploymentPlan(application, steps, notes);
    }

    @Override
    public DeploymentStatus observe(ApplicationId application) {
        try {
            return new Observation(application).of(fleet.sites(fleet.regions(), new ArrayList<>()));
        } catch (EngineException failure) {
            throw new DeploymentException(failure.text(), failure);
        }
    }

    @Override
    public DeploymentPlan remove(ApplicationId application, DeploymentListener listener) {
        return new Removal(application, listener).from(fleet);
    }

    @Override
    public void close() {
        fleet.close();
    }
}
