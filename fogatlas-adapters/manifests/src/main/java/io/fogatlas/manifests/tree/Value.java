package io.fogatlas.manifests.tree;

/** A part of a document: an object, a list or a scalar. */
public sealed interface Value permits ObjectValue, ListValue, ScalarValue {
    /**
     * Says where it starts.
     *
     * @return the line, from 1; 0 if it was not read from a text
     */
    int line();

    /**
     * Says what it is, for messages.
     *
     * @return such as {@code the text 'a'} or {@code a list}
     */
    String description();

    /**
     * Counts it and everything in it.
     *
     * @return the number of values, at least 1
     */
    default long size() {
        return 1;
    }
}
