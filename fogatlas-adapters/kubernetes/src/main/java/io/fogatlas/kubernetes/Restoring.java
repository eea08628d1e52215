package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Makes objects again what they were, down to the notes about who manages which field. */
final class Restoring {
    private static final int ATTEMPTS = 10;

    private Restoring() {}

    /** Replaces an object, or makes it again, as it was. */
    static void restore(ClusterObjects objects, ObjectKind kind, ObjectNode before) {
        for (int attempt = 1; ; attempt++) {
            try {
                restoreOnce(objects, kind, before);
                return;
            } catch (RefusedException refused) {
                if (refused.why() != RefusedException.Why.CONFLICT || attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    private static void restoreOnce(ClusterObjects objects, ObjectKind kind, ObjectNode before) {
        Optional<ObjectNode> live = objects.get(kind, Trees.namespace(before), Trees.name(before));
        ObjectNode wanted = before.deepCopy();
        wanted.remove("status");
        ObjectNode metadata = Trees.inner(wanted, "metadata");
        JsonNode managed = metadata.path("managedFields").deepCopy();
        for (String serverOwned :
                new String[] {"uid", "resourceVersion", "generation", "creationTimestamp", "managedFields"}) {
            metadata.remove(serverOwned);
        }
        if (live.isPresent()) {
            metadata.put("resourceVersion", Trees.resourceVersion(live.get()));
            objects.replace(kind, wanted);
        } else {
            objects.create(kind, wanted);
        }
        if (managed.isArray() && !managed.isEmpty()) {
            ArrayNode patch = JsonNodeFactory.instance.arrayNode();
            patch.addObject()
                    .put("op", "replace")
                    .put("path", "/metadata/managedFields")
                    .set("value", managed);
            objects.patch(kind, Trees.namespace(before), Trees.name(before), patch);
        }
    }
}
