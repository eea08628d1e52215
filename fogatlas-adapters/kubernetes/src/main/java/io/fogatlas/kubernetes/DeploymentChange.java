package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.util.Optional;

/** Makes, changes, replaces or deletes one Deployment. */
final class DeploymentChange implements Change {
    private final ClusterObjects objects;
    private final DeploymentStep step;
    private final Optional<WantedDeployment> wanted;
    private final Optional<ObjectNode> before;

    private DeploymentChange(
            ClusterObjects objects,
            DeploymentStep step,
            Optional<WantedDeployment> wanted,
            Optional<ObjectNode> before) {
        this.objects = objects;
        this.step = step;
        this.wanted = wanted;
        this.before = before;
    }

    static DeploymentChange create(ClusterObjects objects, WantedDeployment wanted) {
        return new DeploymentChange(
                objects, step(Action.CREATE, wanted.name(), ""), Optional.of(wanted), Optional.empty());
    }

    static DeploymentChange update(ClusterObjects objects, WantedDeployment wanted, ObjectNode before, String reason) {
        return new DeploymentChange(
                objects, step(Action.UPDATE, wanted.name(), reason), Optional.of(wanted), Optional.of(before));
    }

    static DeploymentChange replace(ClusterObjects objects, WantedDeployment wanted, ObjectNode before) {
        return new DeploymentChange(
                objects,
                step(Action.REPLACE, wanted.name(), "its selector cannot be changed"),
                Optional.of(wanted),
                Optional.of(before));
    }

    static DeploymentChange delete(ClusterObjects objects, ObjectNode before, String reason) {
        return new DeploymentChange(
                objects, step(Action.DELETE, Trees.name(before), reason), Optional.empty(), Optional.of(before));
    }

    private static DeploymentStep step(Action action, String name, String reason) {
        return new DeploymentStep(action, WantedDeployment.regionOf(name), ObjectKind.DEPLOYMENT.kind(), name, reason);
    }

    @Override
    public DeploymentStep step() {
        return step;
    }

    @Override
    public void perform(Owner owner) {
        switch (step.action()) {
            case CREATE ->
                objects.apply(ObjectKind.DEPLOYMENT, wanted.orElseThrow().ownedBy(owner), false, false);
            case UPDATE -> {
                ObjectNode object = wanted.orElseThrow().ownedBy(owner);
                // With the uid the server refuses to write to another Deployment that came in between.
                Trees.inner(object, "metadata").put("uid", Trees.uid(before.orElseThrow()));
                objects.apply(ObjectKind.DEPLOYMENT, object, true, false);
            }
            case REPLACE -> {
                objects.delete(ObjectKind.DEPLOYMENT, before.orElseThrow());
                objects.apply(ObjectKind.DEPLOYMENT, wanted.orElseThrow().ownedBy(owner), false, false);
            }
            case DELETE -> objects.delete(ObjectKind.DEPLOYMENT, before.orElseThrow());
        }
    }

    @Override
    public void undo(Owner owner) {
        if (before.isEmpty()) {
            ObjectNode made = wanted.orElseThrow().object();
            objects.get(ObjectKind.DEPLOYMENT, Trees.namespace(made), Trees.name(made))
                    .filter(owner::controls)
                    .ifPresent(live -> objects.delete(ObjectKind.DEPLOYMENT, live));
            return;
        }
        if (step.action() == Action.REPLACE) {
            objects.delete(ObjectKind.DEPLOYMENT, before.get());
        }
        Restoring.restore(objects, ObjectKind.DEPLOYMENT, before.get());
    }
}
