package io.fogatlas.model;

import java.util.Objects;

/**
 * One thing that is wrong with one object.
 *
 * @param kind the kind of the object, such as {@code Link}
 * @param name the object's id or name; empty if that is what is missing
 * @param text what is wrong, with the value, what is allowed and, where it helps, the remedy
 */
public record Problem(String kind, String name, String text) {
    /**
     * Checks that nothing is missing.
     *
     * @param kind the kind of the object
     * @param name its id or name
     * @param text what is wrong
     */
    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return kind + " '" + name + "': " + text;
    }
}
