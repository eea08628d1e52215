package io.fogatlas.manifests.tree;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts an object together, key by key; reusable, not thread-safe. */
public final class ObjectTree {
    private final Map<String, Value> fields = new LinkedHashMap<>();

    /** Starts with no key. */
    public ObjectTree() {}

    /**
     * Starts an object that describes itself.
     *
     * @param apiVersion its API group and version
     * @param kind its kind
     * @return a tree with these two keys
     */
    public static ObjectTree of(String apiVersion, String kind) {
        return new ObjectTree().put("apiVersion", apiVersion).put("kind", kind);
    }

    /**
     * Puts a value.
     *
     * @param key its key
     * @param value the value
     * @return this tree
     */
    public ObjectTree put(String key, Value value) {
        fields.put(key, value);
        return this;
    }

    /**
     * Puts an object.
     *
     * @param key its key
     * @param value the object as it is now
     * @return this tree
     */
    public ObjectTree put(String key, ObjectTree value) {
        return put(key, value.value());
    }

    /**
     * Puts a text.
     *
     * @param key its key
     * @param text the text
     * @return this tree
     */
    public ObjectTree put(String key, String text) {
        return put(key, ScalarValue.text(text));
    }

    /**
     * Puts a whole number.
     *
     * @param key its key
     * @param number the number
     * @return this tree
     */
    public ObjectTree put(String key, long number) {
        return put(key, ScalarValue.number(number));
    }

    /**
     * Puts a list.
     *
     * @param key its key
     * @param items what is listed
     * @param item makes a value of each
     * @param <T> what is listed
     * @return this tree
     */
    public <T> ObjectTree put(String key, Collection<T> items, Function<T, ? extends Value> item) {
        List<Value> values = items.stream().<Value>map(item).toList();
        return put(key, new ListValue(values, 0));
    }

    /**
     * Puts an object unless there is nothing in it.
     *
     * @param key its key
     * @param value the object as it is now
     * @return this tree
     */
    public ObjectTree putUnlessEmpty(String key, ObjectTree value) {
        return value.fields.isEmpty() ? this : put(key, value);
    }

    /**
     * Puts a list unless there is nothing in it.
     *
     * @param key its key
     * @param items what is listed
     * @param item makes a value of each
     * @param <T> what is listed
     * @return this tree
     */
    public <T> ObjectTree putUnlessEmpty(String key, Collection<T> items, Function<T, ? extends Value> item) {
        return items.isEmpty() ? this : put(key, items, item);
    }

    /**
     * Makes a tree of texts.
     *
     * @param texts the texts by key
     * @return the tree
     */
    public static ObjectTree texts(Map<String, String> texts) {
        ObjectTree tree = new ObjectTree();
        texts.forEach(tree::put);
        return tree;
    }

    /**
     * Gives what was put together so far.
     *
     * @return the object
     */
    public ObjectValue value() {
        return new ObjectValue(new LinkedHashMap<>(fields), 0);
    }
}
