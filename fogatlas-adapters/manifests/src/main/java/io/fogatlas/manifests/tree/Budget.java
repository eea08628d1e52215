package io.fogatlas.manifests.tree;

import java.util.HashMap;
import java.util.Map;

/** Counts what is read, and ends the reading where it goes beyond the limits. */
final class Budget {
    /** How deep objects and lists may be nested. */
    static final int MAX_DEPTH = 100;

    /** How many values one object of a list, or one document, may hold. */
    static final int MAX_VALUES = 2_000_000;

    /** How many values all aliases of a document may bring in; each hundred characters of text count as one more. */
    static final int MAX_ALIASED = 100_000;

    /** How many anchors a document may have. */
    static final int MAX_ANCHORS = 10_000;

    private final Map<String, String> keys = new HashMap<>();
    private int values;
    private long aliased;

    void startDocument() {
        values = 0;
        aliased = 0;
    }

    void startItem() {
        values = 0;
    }

    void value(int depth, int line) throws TreeException {
        if (depth > MAX_DEPTH) {
            throw new TreeException(line, "objects and lists are nested more than " + MAX_DEPTH + " deep");
        }
        if (++values > MAX_VALUES) {
            throw new TreeException(
                    line, "one object holds more than " + MAX_VALUES + " values; split it into several objects");
        }
    }

    void alias(Value target, int line) throws TreeException {
        charge(target, line);
    }

    private void charge(Value value, int line) throws TreeException {
        aliased += 1 + (value instanceof ScalarValue scalar ? scalar.text().length() / 100 : 0);
        if (aliased > MAX_ALIASED) {
            throw new TreeException(line, "the aliases stand for more than " + MAX_ALIASED + " values; write them out");
        }
        if (value instanceof ObjectValue object) {
            for (Value field : object.fields().values()) {
                charge(field, line);
            }
        } else if (value instanceof ListValue list) {
            for (Value item : list.items()) {
                charge(item, line);
            }
        }
    }

    /** Objects of one kind have the same keys: one copy of each is enough. */
    String key(String key) {
        if (keys.size() > 10_000) {
            keys.clear();
        }
        String before = keys.putIfAbsent(key, key);
        return before == null ? key : before;
    }
}
