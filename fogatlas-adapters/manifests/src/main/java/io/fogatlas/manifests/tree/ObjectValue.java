package io.fogatlas.manifests.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values by key, in the order they were written.
 *
 * @param fields the values by key; handed out as it is, and not to be changed
 * @param line the line it starts at
 */
public record ObjectValue(Map<String, Value> fields, int line) implements Value {
    /** An object without any key, read from nowhere. */
    public static final ObjectValue EMPTY = new ObjectValue(Map.of(), 0);

    /**
     * Keeps the map.
     *
     * @param fields the values by key; must not be changed any more
     * @param line the line it starts at
     */
    public ObjectValue {
        fields = Collections.unmodifiableMap(fields);
    }

    /**
     * Finds a value.
     *
     * @param key its key
     * @return the value, if the key is there; {@code null} counts as not there, as in Kubernetes
     */
    public Optional<Value> get(String key) {
        return Optional.ofNullable(fields.get(key)).filter(value -> !ScalarValue.isNull(value));
    }

    /**
     * Finds a text, or a number as it was written.
     *
     * @param key its key
     * @return the text, if there is one
     */
    public Optional<String> text(String key) {
        return get(key).flatMap(ScalarValue::textOf);
    }

    /**
     * Replaces one value, in its place, or appends it.
     *
     * @param key its key
     * @param value the new value
     * @return the changed object
     */
    public ObjectValue with(String key, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(fields);
        changed.put(key, value);
        return new ObjectValue(changed, line);
    }

    /** Whether it says what kind of object it is. */
    boolean isSelfDescribing() {
        return text("apiVersion").isPresent() && text("kind").isPresent();
    }

    @Override
    public String description() {
        return "an object";
    }

    @Override
    public long size() {
        return 1 + fields.values().stream().mapToLong(Value::size).sum();
    }
}
