package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.util.Optional;

/** Makes or changes the FADepl itself, which owns everything else. */
final class FadeplChange implements Change {
    /** Marks what we made ourselves, and so may delete again. */
    static final String MADE_BY_LABEL = "app.kubernetes.io/managed-by";

    private final ClusterObjects objects;
    private final ObjectNode wanted;
    private final Optional<ObjectNode> before;
    private final String reason;

    private FadeplChange(ClusterObjects objects, ObjectNode wanted, Optional<ObjectNode> before, String reason) {
        this.objects = objects;
        this.wanted = wanted;
        this.before = before;
        this.reason = reason;
    }

    /**
     * Compares what is wanted with what is there.
     *
     * @return the change; empty if nothing is different
     */
    static Optional<FadeplChange> of(ClusterObjects objects, ObjectNode manifest, Optional<ObjectNode> live) {
        ObjectNode wanted = Trees.userPart(manifest);
        ObjectNode metadata = Trees.inner(wanted, "metadata");
        metadata.remove("ownerReferences");
        if (live.isEmpty() || isMadeByUs(live.get())) {
            Trees.inner(metadata, "labels").put(MADE_BY_LABEL, ClusterObjects.FIELD_MANAGER);
        }
        ObjectNode after = objects.apply(ObjectKind.FADEPL, wanted, true, true);
        String difference =
                live.map(before -> Difference.between(before, after)).orElse("");
        return live.isPresent() && difference.isEmpty()
                ? Optional.empty()
                : Optional.of(new FadeplChange(objects, wanted, live, difference));
    }

    static boolean isMadeByUs(ObjectNode fadepl) {
        return Trees.label(fadepl, MADE_BY_LABEL).equals(ClusterObjects.FIELD_MANAGER);
    }

    @Override
    public DeploymentStep step() {
        return new DeploymentStep(
                before.isPresent() ? Action.UPDATE : Action.CREATE,
                "",
                ObjectKind.FADEPL.kind(),
                Trees.name(wanted),
                reason);
    }

    /** Makes the change. */
    Owner perform() {
        return Owner.of(objects.apply(ObjectKind.FADEPL, wanted, true, false));
    }

    @Override
    public void perform(Owner owner) {
        perform();
    }

    @Override
    public void undo(Owner owner) {
        if (before.isPresent()) {
            Restoring.restore(objects, ObjectKind.FADEPL, before.get());
        } else {
            FadeplRemoval.delete(objects, wanted);
        }
    }
}
