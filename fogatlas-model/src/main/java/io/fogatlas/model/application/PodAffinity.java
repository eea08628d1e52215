package io.fogatlas.model.application;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A required pod affinity or anti-affinity with the region as its topology, as Kubernetes means it.
 *
 * <p>Affinity: in its region there must be a replica that is selected. A microservice that selects itself may be the first, if no
 * selected replica is in another region. Replicas that could only start after each other do not count for each other: there must be
 * an order in which all can start. Anti-affinity: in its region there must be no other replica that is selected; it also
 * keeps selected replicas away that come later.
 *
 * @param selector selects replicas by their labels
 * @param namespaces where the replicas are looked for; empty means the application's own namespace
 * @param allNamespaces whether they are looked for in every namespace
 */
public record PodAffinity(LabelSelector selector, Set<String> namespaces, boolean allNamespaces) {
    /**
     * Copies the set.
     *
     * @param selector selects replicas
     * @param namespaces where they are looked for
     * @param allNamespaces whether they are looked for everywhere
     */
    public PodAffinity {
        Objects.requireNonNull(selector, "selector");
        namespaces = Collections.unmodifiableSet(new TreeSet<>(namespaces));
    }

    /**
     * Makes a rule over the application's own namespace.
     *
     * @param selector selects replicas
     * @return the rule
     */
    public static PodAffinity with(LabelSelector selector) {
        return new PodAffinity(selector, Set.of(), false);
    }

    /**
     * Says whether replicas are selected.
     *
     * @param ownNamespace the namespace of the application the rule belongs to
     * @param namespace the namespace of the replicas
     * @param labels the labels of the replicas
     * @return whether they are selected
     */
    public boolean selects(String ownNamespace, String namespace, Map<String, String> labels) {
        boolean lookedFor = allNamespaces
                || (namespaces.isEmpty() ? namespace.equals(ownNamespace) : namespaces.contains(namespace));
        return lookedFor && selector.matches(labels);
    }
}
