package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarType;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes object, or an object inside it, with what is needed to say what is wrong with it.
 *
 * @param tree the object
 * @param kind the kind of the Kubernetes object
 * @param name its name
 * @param problems takes what is wrong
 */
record Part(ObjectValue tree, String kind, String name, FileProblems problems) {
    /** Makes a Part of a whole Kubernetes object. */
    static Part of(ObjectValue object, FileProblems problems) {
        String name = object.get("metadata")
                .filter(ObjectValue.class::isInstance)
                .flatMap(metadata -> ((ObjectValue) metadata).text("name"))
                .orElse("");
        return new Part(object, object.text("kind").orElse(""), name, problems);
    }

    /** Notes what is wrong with what is at a key. */
    void problem(String key, String text) {
        int line = tree.get(key).map(Value::line).filter(inner -> inner > 0).orElse(tree.line());
        problems.add(line, kind, name, key + " " + text);
    }

    boolean has(String key) {
        return tree.get(key).isPresent();
    }

    /** Gives a text; empty if it is not there. */
    String text(String key) {
        Optional<Value> value = tree.get(key);
        boolean isText =
                value.isPresent() && value.get() instanceof ScalarValue scalar && scalar.type() == ScalarType.TEXT;
        if (value.isPresent() && !isText) {
            problem(key, "must be a text, but is " + value.get().description());
        }
        return tree.text(key).orElse("");
    }

    /** Gives a text that must be there; empty, which is noted, if it is not. */
    String requiredText(String key) {
        if (!has(key) || tree.text(key).filter(String::isBlank).isPresent()) {
            problem(key, "is missing; it must be given");
        }
        return text(key);
    }

    /** Gives a number as it is written; empty if it is not there. */
    String number(String key) {
        return tree.get(key)
                .filter(value -> value instanceof ScalarValue scalar && scalar.type() == ScalarType.NUMBER)
                .map(value -> ((ScalarValue) value).text())
                .orElse("");
    }

    /** Gives the inner object at a key, or an empty one. */
    Part part(String key) {
        Optional<Value> value = tree.get(key);
        if (value.isPresent() && !(value.get() instanceof ObjectValue)) {
            problem(key, "must be an object, but is " + value.get().description());
        }
        ObjectValue inner = value.filter(ObjectValue.class::isInstance)
                .map(ObjectValue.class::cast)
                .orElse(new ObjectValue(ObjectValue.EMPTY.fields(), tree.line()));
        return new Part(inner, kind, name, problems);
    }

    /** Gives the objects of the list at the first of some keys that is there; none if none is. */
    List<Part> parts(String... keys) {
        List<Part> parts = new ArrayList<>();
        for (String key : keys) {
            if (!has(key)) {
                continue;
            }
            Value value = tree.get(key).orElseThrow();
            if (!(value instanceof ListValue list)) {
                problem(key, "must be a list, but is " + value.description());
                return parts;
            }
            for (Value item : list.items()) {
                if (item instanceof ObjectValue object) {
                    parts.add(new Part(object, kind, name, problems));
                } else {
                    problem(key, "must list objects, but holds " + item.description());
                }
            }
            return parts;
        }
        return parts;
    }

    /** Gives a Quantity; empty if it is not there or, which is noted, none. */
    Optional<BigDecimal> quantity(String key) {
        Optional<Value> value = tree.get(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> quantity = value.filter(ScalarValue.class::isInstance)
                .flatMap(scalar -> Decimals.quantity(((ScalarValue) scalar).text()));
        if (quantity.isEmpty()) {
            problem(
                    key,
                    "must be a Quantity such as 100Mi, but is " + value.get().description());
        }
        return quantity;
    }
}
