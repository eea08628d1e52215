package io.fogatlas.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.Value;
import java.util.List;
import java.util.stream.StreamSupport;

/** Kubernetes objects as trees of JSON. */
final class Trees {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Trees() {}

    /** Makes JSON of what was read from a manifest. */
    static ObjectNode of(Value manifest) {
        try {
            return MAPPER.readValue(JsonText.of(manifest), ObjectNode.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A manifest is no JSON object.", impossible);
        }
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    static String resourceVersion(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asText();
    }

    static String label(JsonNode object, String key) {
        return object.path("metadata").path("labels").path(key).asText();
    }

    static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    /** The inner object of a key, made where it is not there or is none. */
    static ObjectNode inner(ObjectNode object, String key) {
        return object.get(key) instanceof ObjectNode there ? there : object.putObject(key);
    }

    /** What a user says of an object: not what the server adds. */
    static ObjectNode userPart(ObjectNode object) {
        ObjectNode part = empty();
        part.set("apiVersion", object.path("apiVersion"));
        part.set("kind", object.path("kind"));
        ObjectNode metadata = part.putObject("metadata");
        for (String key : List.of("name", "namespace", "labels", "annotations", "finalizers", "ownerReferences")) {
            if (object.path("metadata").hasNonNull(key)) {
                metadata.set(key, object.path("metadata").get(key).deepCopy());
            }
        }
        part.set("spec", object.path("spec").deepCopy());
        return part;
    }
}
