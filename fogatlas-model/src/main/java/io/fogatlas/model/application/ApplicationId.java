package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;

/**
 * Names an application.
 *
 * @param namespace its Kubernetes namespace
 * @param name its name within the namespace
 */
public record ApplicationId(String namespace, String name) implements Comparable<ApplicationId> {
    /** The namespace of what names none. */
    public static final String DEFAULT_NAMESPACE = "default";

    /**
     * Checks the names.
     *
     * @param namespace its namespace
     * @param name its name
     * @throws InvalidModelException if one is blank
     */
    public ApplicationId {
        Problems problems = new Problems();
        problems.text("Application", name, "namespace", namespace);
        problems.text("Application", name, "name", name);
        problems.throwIfAny();
    }

    /**
     * Names an application of the namespace {@value #DEFAULT_NAMESPACE}.
     *
     * @param name its name
     * @return the id
     * @throws InvalidModelException if the name is blank
     */
    public static ApplicationId of(String name) {
        return new ApplicationId(DEFAULT_NAMESPACE, name);
    }

    @Override
    public int compareTo(ApplicationId other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
