package io.fogatlas.manifests.tree;

import java.util.Collections;
import java.util.List;

/**
 * Values in order.
 *
 * @param items the values; handed out as it is, and not to be changed
 * @param line the line it starts at
 */
public record ListValue(List<Value> items, int line) implements Value {
    /**
     * Keeps the list.
     *
     * @param items the values; must not be changed any more
     * @param line the line it starts at
     */
    public ListValue {
        items = Collections.unmodifiableList(items);
    }

    @Override
    public String description() {
        return "a list";
    }

    @Override
    public long size() {
        return 1 + items.stream().mapToLong(Value::size).sum();
    }
}
