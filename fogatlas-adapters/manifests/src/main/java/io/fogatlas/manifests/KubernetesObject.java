package io.fogatlas.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarType;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Kubernetes object, or a part of one, as the class of the Kubernetes model that fits it, and the tree it was made of, which knows the
 * lines.
 *
 * @param model the object of the Kubernetes model
 * @param fields the tree
 * @param <T> the class of the Kubernetes model
 */
record KubernetesObject<T>(T model, Fields fields) {
    /** Objects of Kubernetes that hold texts by key. */
    private static final Set<String> TEXTS_BY_KEY = Set.of("labels", "annotations", "matchLabels", "nodeSelector");

    /** Refuses what an API server would: numbers for texts, texts for numbers. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /**
     * Reads an object.
     *
     * @param fields the tree
     * @param type the class of the Kubernetes model
     * @return the object; empty if it does not fit, which is noted
     */
    static <T> Optional<KubernetesObject<T>> read(Fields fields, Class<T> type) {
        Optional<List<Object>> nothing = nullInList(fields.object());
        if (nothing.isPresent()) {
            note(fields, "must not be null", nothing.get().toArray());
            return Optional.empty();
        }
        try {
            return Optional.of(new KubernetesObject<>(MAPPER.treeToValue(json(fields.object()), type), fields));
        } catch (JsonMappingException unfit) {
            Object[] path = unfit.getPath().stream()
                    .map(part -> part.getFieldName() == null ? (Object) part.getIndex() : part.getFieldName())
                    .toArray();
            Value at = find(fields.object(), path);
            note(fields, "does not fit there: " + at.description() + hint(at), path);
        } catch (JsonProcessingException | IllegalArgumentException unfit) {
            fields.notes().problem(fields.here(), "does not fit a " + type.getSimpleName());
        }
        return Optional.empty();
    }

    /** Finds the path of a null that is an item of a list. */
    private static Optional<List<Object>> nullInList(Value value) {
        if (value instanceof ObjectValue object) {
            for (Map.Entry<String, Value> field : object.fields().entrySet()) {
                Optional<List<Object>> inner = nullInList(field.getValue());
                if (inner.isPresent()) {
                    inner.get().add(0, field.getKey());
                    return inner;
                }
            }
        } else if (value instanceof ListValue list) {
            for (int i = 0; i < list.items().size(); i++) {
                Value item = list.items().get(i);
                boolean isNull = item instanceof ScalarValue scalar && scalar.type() == ScalarType.NULL;
                Optional<List<Object>> inner = isNull ? Optional.of(new ArrayList<>()) : nullInList(item);
                if (inner.isPresent()) {
                    inner.get().add(0, i);
                    return inner;
                }
            }
        }
        return Optional.empty();
    }

    private static String hint(Value value) {
        return value instanceof ScalarValue ? "; see whether quotes are missing, or too many" : "";
    }

    /**
     * Notes a problem.
     *
     * @param text what is wrong with what is at the path
     * @param path keys and, in lists, indices
     */
    void problem(String text, Object... path) {
        note(fields, text, path);
    }

    private static void note(Fields fields, String text, Object... path) {
        StringBuilder name = new StringBuilder(fields.path());
        for (Object part : path) {
            boolean first = name.length() == 0 || name.charAt(name.length() - 1) == '.';
            name.append(part instanceof Integer ? "[" + part + "]" : (first ? "" : ".") + part);
        }
        int line = find(fields.object(), path).line();
        fields.notes().problem(fields.origin().at(line), name + " " + text);
    }

    /** Finds what is at a path, or the last part of it that is there. */
    private static Value find(Value start, Object... path) {
        Value value = start;
        for (Object part : path) {
            Value next = null;
            if (value instanceof ObjectValue object && part instanceof String key) {
                next = object.fields().get(key);
            } else if (value instanceof ListValue list && part instanceof Integer index && index >= 0) {
                next = index < list.items().size() ? list.items().get(index) : null;
            }
            if (next == null) {
                return value;
            }
            value = next;
        }
        return value;
    }

    /** Fields that are null are left out, as the API server does; numbers that are not whole keep their text, since they can only be Quantities. */
    private static JsonNode json(Value value) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        if (value instanceof ObjectValue object) {
            ObjectNode node = factory.objectNode();
            for (Map.Entry<String, Value> entry : object.fields().entrySet()) {
                object.get(entry.getKey())
                        .ifPresent(field -> node.set(
                                entry.getKey(),
                                TEXTS_BY_KEY.contains(entry.getKey()) ? json(texts(field)) : json(field)));
            }
            return node;
        }
        if (value instanceof ListValue list) {
            ArrayNode node = factory.arrayNode();
            list.items().forEach(item -> node.add(json(item)));
            return node;
        }
        ScalarValue scalar = (ScalarValue) value;
        return switch (scalar.type()) {
            case TEXT -> factory.textNode(scalar.text());
            case BOOLEAN -> factory.booleanNode(scalar.isTrue());
            case NULL -> factory.nullNode();
            case NUMBER -> number(scalar, factory);
        };
    }

    /** Numbers and truth values are read as they are written where texts belong, such as the region {@code 004} or {@code no}. */
    private static Value texts(Value value) {
        if (!(value instanceof ObjectValue object)) {
            return value;
        }
        Map<String, Value> texts = new LinkedHashMap<>();
        object.fields()
                .forEach((key, field) -> texts.put(
                        key,
                        ScalarValue.textOf(field).<Value>map(ScalarValue::text).orElse(field)));
        return new ObjectValue(texts, object.line());
    }

    private static JsonNode number(ScalarValue scalar, JsonNodeFactory factory) {
        BigDecimal number = scalar.decimal();
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
        if (!whole) {
            return factory.textNode(scalar.text());
        }
        long exact = number.longValueExact();
        // The Kubernetes model takes the port of a probe as an int or a text, not as a long.
        return (int) exact == exact ? factory.numberNode((int) exact) : factory.numberNode(exact);
    }
}
