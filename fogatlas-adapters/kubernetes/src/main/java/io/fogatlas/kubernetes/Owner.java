package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The FADepl that Deployments belong to.
 *
 * @param name its name
 * @param uid what the API server tells it by from another of the same name; {@link #UNKNOWN} before it is made
 */
record Owner(String name, String uid) {
    /** Stands for the uid of an FADepl that is not there yet. */
    static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    /** The label by which FogAtlas marks the Deployments of an FADepl. */
    static final String LABEL = "fadepl";

    private static final String GROUP = "fogatlas.fbk.eu/";

    static Owner of(ObjectNode fadepl) {
        return new Owner(Trees.name(fadepl), Trees.uid(fadepl));
    }

    ObjectNode reference() {
        return Trees.empty()
                .put("apiVersion", ObjectKind.FADEPL.apiVersion())
                .put("kind", ObjectKind.FADEPL.kind())
                .put("name", name)
                .put("uid", uid)
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    /** Says whether an object is controlled by this very FADepl. */
    boolean controls(JsonNode object) {
        return controller(object)
                .filter(reference -> reference.path("kind").asText().equals(ObjectKind.FADEPL.kind())
                        && reference.path("apiVersion").asText().startsWith(GROUP)
                        && reference.path("name").asText().equals(name)
                        && reference.path("uid").asText().equals(uid))
                .isPresent();
    }

    /** Finds who controls an object. */
    static Optional<JsonNode> controller(JsonNode object) {
        return Trees.items(object.path("metadata").path("ownerReferences")).stream()
                .filter(reference -> reference.path("controller").asBoolean())
                .findFirst();
    }

    /** The value of {@link #LABEL}: the name, or where it is too long for a label its start and a hash. */
    String label() {
        return LabelValues.of(name);
    }
}
