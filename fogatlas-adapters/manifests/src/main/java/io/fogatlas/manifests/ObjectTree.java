package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts an object together, key by key. Not thread-safe. */
final class ObjectTree {
    private final Map<String, Value> fields = new LinkedHashMap<>();

    /** Starts an object of an API. */
    static ObjectTree of(String apiVersion, String kind) {
        return new ObjectTree().put("apiVersion", apiVersion).put("kind", kind);
    }

    ObjectTree put(String key, Value value) {
        fields.put(key, value);
        return this;
    }

    ObjectTree put(String key, ObjectTree value) {
        return put(key, value.value());
    }

    ObjectTree put(String key, String text) {
        return put(key, ScalarValue.text(text));
    }

    ObjectTree put(String key, long number) {
        return put(key, ScalarValue.number(number));
    }

    <T> ObjectTree put(String key, Collection<T> items, Function<T, ? extends Value> item) {
        return put(key, list(items, item));
    }

    /** Puts an object unless there is nothing in it. */
    ObjectTree putUnlessEmpty(String key, ObjectTree value) {
        return value.fields.isEmpty() ? this : put(key, value);
    }

    /** Puts a list unless there is nothing in it. */
    <T> ObjectTree putUnlessEmpty(String key, Collection<T> items, Function<T, ? extends Value> item) {
        return items.isEmpty() ? this : put(key, items, item);
    }

    static <T> Value list(Collection<T> items, Function<T, ? extends Value> item) {
        List<Value> values = items.stream().<Value>map(item).toList();
        return new ListValue(values, 0);
    }

    /** Gives a map of texts. */
    static ObjectTree texts(Map<String, String> texts) {
        ObjectTree tree = new ObjectTree();
        texts.forEach(tree::put);
        return tree;
    }

    ObjectValue value() {
        return new ObjectValue(new LinkedHashMap<>(fields), 0);
    }
}
