package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentListener;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes Events about an FADepl, which {@code kubectl describe} shows. */
final class Events {
    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_START = 200;

    private final ClusterObjects objects;
    private final ApplicationId application;
    private final InstantSource clock;
    private final DeploymentListener listener;

    Events(ClusterObjects objects, ApplicationId application, InstantSource clock, DeploymentListener listener) {
        this.objects = objects;
        this.application = application;
        this.clock = clock;
        this.listener = listener;
    }

    /** Says that the application runs as decided. */
    void synced(Owner owner, String message) {
        write(owner, "Normal", "Synced", message);
    }

    /** Says that it does not. */
    void failed(Owner owner, String message) {
        write(owner, "Warning", "Failed", message);
    }

    /** Says that objects of others are in the way. */
    void inTheWay(Owner owner, String message) {
        write(owner, "Warning", "ErrResourceExists", message);
    }

    /** An Event that cannot be written is no reason to give up what it is about. */
    private void write(Owner owner, String type, String reason, String message) {
        if (owner.uid().equals(Owner.UNKNOWN)) {
            return;
        }
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String name = application.name();
        ObjectNode event = Trees.empty()
                .put("apiVersion", ObjectKind.EVENT.apiVersion())
                .put("kind", ObjectKind.EVENT.kind())
                .put("type", type)
                .put("reason", reason)
                .put("message", message.substring(0, Math.min(LONGEST_MESSAGE, message.length())))
                .put("firstTimestamp", now)
                .put("lastTimestamp", now)
                .put("count", 1)
                .put("reportingComponent", ClusterObjects.FIELD_MANAGER)
                .put("reportingInstance", ClusterObjects.FIELD_MANAGER);
        event.putObject("source").put("component", ClusterObjects.FIELD_MANAGER);
        event.putObject("metadata")
                .put("namespace", application.namespace())
                .put("name", name.substring(0, Math.min(LONGEST_START, name.length())) + "." + UUID.randomUUID());
        event.putObject("involvedObject")
                .put("apiVersion", ObjectKind.FADEPL.apiVersion())
                .put("kind", ObjectKind.FADEPL.kind())
                .put("namespace", application.namespace())
                .put("name", name)
                .put("uid", owner.uid());
        try {
            objects.create(ObjectKind.EVENT, event);
        } catch (RuntimeException refused) {
            listener.told("the Event '" + reason + "' could not be written: " + refused.getMessage());
        }
    }
}
