package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Deletes FADepls that we made. */
final class FadeplRemoval {
    /** FogAtlas's controller waits by it to release links; where its work is done here, nobody else would take it off. */
    private static final String FINALIZER = "finalizer.fogatlas.fbk.eu";

    private FadeplRemoval() {}

    static void delete(ClusterObjects objects, ObjectNode fadepl) {
        objects.get(ObjectKind.FADEPL, Trees.namespace(fadepl), Trees.name(fadepl))
                .ifPresent(live -> {
                    releaseFinalizer(objects, live);
                    objects.delete(ObjectKind.FADEPL, live);
                });
    }

    private static void releaseFinalizer(ClusterObjects objects, ObjectNode live) {
        JsonNode finalizers = live.path("metadata").path("finalizers");
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        Trees.items(finalizers).stream()
                .filter(each -> !each.asText().equals(FINALIZER))
                .forEach(others::add);
        if (others.size() < finalizers.size()) {
            ArrayNode patch = JsonNodeFactory.instance.arrayNode();
            patch.addObject().put("op", "test").put("path", "/metadata/uid").put("value", Trees.uid(live));
            patch.addObject()
                    .put("op", "replace")
                    .put("path", "/metadata/finalizers")
                    .set("value", others);
            objects.patch(ObjectKind.FADEPL, Trees.namespace(live), Trees.name(live), patch);
        }
    }
}
