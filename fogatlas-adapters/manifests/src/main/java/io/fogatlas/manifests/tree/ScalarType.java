package io.fogatlas.manifests.tree;

/** The kinds of scalars. */
public enum ScalarType {
    /** A text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Nothing. */
    NULL
}
