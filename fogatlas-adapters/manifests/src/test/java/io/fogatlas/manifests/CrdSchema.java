package io.fogatlas.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks objects against the schema of one of FogAtlas's CRDs, as far as those schemas go: types, required fields, patterns, and fields
 * that the API server would prune.
 */
final class CrdSchema {
    private final JsonNode schema;
    private final List<String> violations = new ArrayList<>();

    private CrdSchema(JsonNode schema) {
        this.schema = schema;
    }

    static CrdSchema of(String plural) {
        try (InputStream crd = Texts.resource("/fogatlas/crd/fogatlas.fbk.eu_" + plural + ".yaml")) {
            String text = new String(crd.readAllBytes(), StandardCharsets.UTF_8);
            return new CrdSchema(
                    SameMeaning.json(text.replaceFirst("^\\s*---", "")).at("/spec/versions/0/schema/openAPIV3Schema"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    List<String> violations(JsonNode object) {
        check("", schema, object);
        return violations;
    }

    private void check(String path, JsonNode expected, JsonNode value) {
        boolean intOrString = expected.path("x-kubernetes-int-or-string").asBoolean();
        String type = expected.path("type").asText();
        boolean fits =
                switch (intOrString ? "int-or-string" : type) {
                    case "int-or-string" -> value.isIntegralNumber() || value.isTextual();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    default -> false;
                };
        if (!fits) {
            violations.add(path + " is no " + type + ": " + value);
        }
        if (expected.has("pattern")
                && value.isTextual()
                && !value.asText().matches(expected.path("pattern").asText())) {
            violations.add(path + " does not match: " + value);
        }
        expected.path("required").forEach(key -> {
            if (!value.has(key.asText())) {
                violations.add(path + " has no " + key.asText());
            }
        });
        value.forEach(item -> {
            if (value.isArray()) {
                check(path + "[]", expected.path("items"), item);
            }
        });
        boolean open = path.endsWith(".metadata")
                || expected.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        value.properties().forEach(field -> {
            JsonNode known = expected.path("properties").path(field.getKey());
            if (known.isObject()) {
                check(path + "." + field.getKey(), known, field.getValue());
            } else if (expected.path("additionalProperties").isObject()) {
                check(path + "." + field.getKey(), expected.path("additionalProperties"), field.getValue());
            } else if (!open) {
                violations.add(path + " knows no " + field.getKey());
            }
        });
    }
}
