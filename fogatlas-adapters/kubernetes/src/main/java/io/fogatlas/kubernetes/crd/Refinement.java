package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds to a generated definition what the classes say and the generator leaves out: patterns and minima of Quantities, unknown fields of
 * embedded objects, that there must be a spec, and the order of the columns.
 */
final class Refinement {
    private Refinement() {}

    static ObjectNode of(Class<? extends CustomResource<?, ?>> kind, ObjectNode definition) {
        ObjectNode version =
                (ObjectNode) definition.path("spec").path("versions").path(0);
        ObjectNode schema = (ObjectNode) version.path("schema").path("openAPIV3Schema");
        ParameterizedType types = (ParameterizedType) kind.getGenericSuperclass();
        refine(schema.path("properties").path("spec"), (Class<?>) types.getActualTypeArguments()[0]);
        refine(schema.path("properties").path("status"), (Class<?>) types.getActualTypeArguments()[1]);
        schema.putArray("required").add("spec");
        sortColumns(version, List.of(kind.getAnnotationsByType(AdditionalPrinterColumn.class)));
        return definition;
    }

    private static void refine(JsonNode schema, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            JsonProperty named = field.getAnnotation(JsonProperty.class);
            JsonNode property = schema.path("properties").path(named == null ? field.getName() : named.value());
            if (property instanceof ObjectNode there) {
                refine(there, field);
            }
        }
    }

    private static void refine(ObjectNode property, Field field) {
        Type type = field.getGenericType();
        if (type == Quantity.class) {
            Pattern pattern = field.getAnnotation(Pattern.class);
            Min minimum = field.getAnnotation(Min.class);
            if (pattern != null) {
                property.put("pattern", pattern.value());
            }
            if (minimum != null) {
                property.put("minimum", (long) minimum.value());
            }
        } else if (type == RawExtension.class) {
            property.put("x-kubernetes-preserve-unknown-fields", true);
        } else if (type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] instanceof Class<?> item) {
            refine(property.path("items"), item);
        }
    }

    private static void sortColumns(ObjectNode version, List<AdditionalPrinterColumn> order) {
        Map<String, JsonNode> columns = new HashMap<>();
        version.path("additionalPrinterColumns")
                .forEach(column -> columns.put(column.path("jsonPath").asText(), column));
        ArrayNode sorted = version.putArray("additionalPrinterColumns");
        order.forEach(column -> sorted.add(columns.get(column.jsonPath())));
    }
}
