package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.util.Map;
import java.util.Optional;

/** Writes into the status of an FADepl where it runs and what it books. */
final class StatusChange implements Change {
    private static final int ATTEMPTS = 50;
    private static final int FAILED = 2;

    private final ClusterObjects objects;
    private final ApplicationId application;
    private final ObjectNode after;
    private final Optional<ObjectNode> before;
    private final String reason;

    private StatusChange(
            ClusterObjects objects,
            ApplicationId application,
            ObjectNode after,
            Optional<ObjectNode> before,
            String reason) {
        this.objects = objects;
        this.application = application;
        this.after = after;
        this.before = before;
        this.reason = reason;
    }

    /**
     * Compares what the status is to say with what it says.
     *
     * @param decided the status as FogAtlas's controller is handed it
     * @param live the FADepl as it is now, if it is there
     * @return the change; empty if the status says so already
     */
    static Optional<StatusChange> of(
            ClusterObjects objects, ApplicationId application, JsonNode decided, Optional<ObjectNode> live) {
        Optional<ObjectNode> before = live.filter(fadepl -> fadepl.get("status") instanceof ObjectNode)
                .map(fadepl -> (ObjectNode) fadepl.get("status"));
        ObjectNode after = done(decided, before.orElseGet(Trees::empty));
        return before.filter(after::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new StatusChange(objects, application, after, before, "says where it runs"));
    }

    /** The status once the links are booked: nothing is waiting any more, and what is not used is not named. */
    private static ObjectNode done(JsonNode decided, ObjectNode before) {
        ObjectNode status = before.deepCopy();
        status.set("placements", decided.path("placements").deepCopy());
        ArrayNode entries = status.putArray("linksoccupancy");
        LinkPlanner.booked(decided).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> entries.add(occupancy(entry.getKey(), entry.getValue(), before)));
        return status.set("currentstatus", decided.path("currentstatus"));
    }

    private static ObjectNode occupancy(String link, long bps, ObjectNode before) {
        JsonNode previous = Trees.items(before.path("linksoccupancy")).stream()
                .filter(entry -> entry.path("linkid").asText().equals(link))
                .findFirst()
                .orElse(Trees.empty());
        boolean same = Amounts.of(previous.path("bwallocated")) == bps;
        long earlier = Amounts.of(previous.path(same ? "prevbwallocated" : "bwallocated"));
        return Trees.empty()
                .put("linkid", link)
                .put("bwallocated", Amounts.quantity(bps))
                .put("prevbwallocated", Amounts.quantity(earlier))
                .put("ischanged", false);
    }

    /** Says that an application is not deployed, if it was not before either; what runs goes on running. */
    static void fail(ClusterObjects objects, ApplicationId application) {
        objects.get(ObjectKind.FADEPL, application.namespace(), application.name())
                .filter(live -> live.path("status").path("currentstatus").asInt() == 0)
                .ifPresent(live -> {
                    ObjectNode changed = live.deepCopy();
                    Trees.inner(changed, "status").put("currentstatus", FAILED);
                    objects.replaceStatus(ObjectKind.FADEPL, changed);
                });
    }

    /** Makes the status that of an application that was never placed. */
    static void clear(ClusterObjects objects, ApplicationId application) {
        new StatusChange(objects, application, Trees.empty().put("currentstatus", 0), Optional.empty(), "")
                .write(Trees.empty().put("currentstatus", 0));
    }

    @Override
    public DeploymentStep step() {
        return new DeploymentStep(Action.UPDATE, "", ObjectKind.FADEPL.kind(), application.name(), reason);
    }

    @Override
    public void perform(Owner owner) {
        write(after);
    }

    @Override
    public void undo(Owner owner) {
        write(before.orElseGet(() -> Trees.empty().put("currentstatus", 0)));
    }

    private void write(ObjectNode status) {
        for (int attempt = 1; ; attempt++) {
            ObjectNode live = objects.get(ObjectKind.FADEPL, application.namespace(), application.name())
                    .orElseThrow(() ->
                            new DeploymentException("FADepl '" + application + "' was deleted while it was deployed"));
            live.set("status", status);
            try {
                objects.replaceStatus(ObjectKind.FADEPL, live);
                return;
            } catch (RefusedException refused) {
                if (refused.why() != RefusedException.Why.CONFLICT || attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }
}
