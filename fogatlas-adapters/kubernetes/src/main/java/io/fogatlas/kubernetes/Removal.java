package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes everything that was made for one application. */
final class Removal {
    private final ClusterObjects objects;
    private final Parallel parallel;
    private final ApplicationId application;
    private final DeploymentListener listener;
    private final List<DeploymentStep> done = new ArrayList<>();

    Removal(ClusterObjects objects, Parallel parallel, ApplicationId application, DeploymentListener listener) {
        this.objects = objects;
        this.parallel = parallel;
        this.application = application;
        this.listener = listener;
    }

    DeploymentPlan carryOut() {
        Optional<ObjectNode> fadepl = objects.get(ObjectKind.FADEPL, application.namespace(), application.name());
        if (fadepl.isPresent()) {
            Owner owner = Owner.of(fadepl.get());
            List<ObjectNode> deployments =
                    Preparation.ours(objects.list(ObjectKind.DEPLOYMENT, application.namespace()).stream(), owner);
            parallel.map(deployments, each -> {
                objects.delete(ObjectKind.DEPLOYMENT, each);
                return each;
            });
            deployments.forEach(each -> done(
                    ObjectKind.DEPLOYMENT,
                    Action.DELETE,
                    WantedDeployment.regionOf(Trees.name(each)),
                    Trees.name(each)));
            new LinkPlanner(objects, application, objects.listAll(ObjectKind.LINK))
                    .changes(Map.of(), fadepl.get().path("status"))
                    .forEach(link -> {
                        link.perform(owner);
                        done(link.step());
                    });
            if (FadeplChange.isMadeByUs(fadepl.get())) {
                FadeplRemoval.delete(objects, fadepl.get());
                done(ObjectKind.FADEPL, Action.DELETE, "", application.name());
            } else if (fadepl.get().path("status").path("currentstatus").asInt() != 0
                    || fadepl.get().path("status").has("placements")) {
                StatusChange.clear(objects, application);
                done(new DeploymentStep(
                        Action.UPDATE, "", ObjectKind.FADEPL.kind(), application.name(), "runs nowhere any more"));
            }
        }
        return new DeploymentPlan(application, done, List.of());
    }

    private void done(ObjectKind kind, Action action, String region, String name) {
        done(new DeploymentStep(action, region, kind.kind(), name, ""));
    }

    private void done(DeploymentStep step) {
        done.add(step);
        listener.done(step);
    }
}
