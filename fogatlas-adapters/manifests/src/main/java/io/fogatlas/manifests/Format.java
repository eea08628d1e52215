package io.fogatlas.manifests;

/** How objects are written. */
public enum Format {
    /** YAML 1.1 as Kubernetes reads it; several objects are documents of one stream. */
    YAML,
    /** JSON; several objects are the items of one {@code List}. */
    JSON
}
