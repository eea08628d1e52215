package io.fogatlas.placement.change;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may stop working for a while.
 *
 * @param microservices microservices by name
 * @param flows data flows between external endpoints, by name
 */
record Pauses(Set<String> microservices, Set<String> flows) {
    static final Pauses NONE = new Pauses(Set.of(), Set.of());

    Pauses {
        microservices = Collections.unmodifiableSet(new TreeSet<>(microservices));
        flows = Collections.unmodifiableSet(new TreeSet<>(flows));
    }

    int size() {
        return microservices.size() + flows.size();
    }

    boolean isEmpty() {
        return microservices.isEmpty() && flows.isEmpty();
    }

    Pauses plus(Pauses more) {
        Set<String> both = new TreeSet<>(microservices);
        both.addAll(more.microservices);
        Set<String> bothFlows = new TreeSet<>(flows);
        bothFlows.addAll(more.flows);
        return new Pauses(both, bothFlows);
    }

    Pauses minus(Pauses less) {
        Set<String> left = new TreeSet<>(microservices);
        left.removeAll(less.microservices);
        Set<String> leftFlows = new TreeSet<>(flows);
        leftFlows.removeAll(less.flows);
        return new Pauses(left, leftFlows);
    }

    static Pauses ofMicroservice(String name) {
        return new Pauses(Set.of(name), Set.of());
    }

    static Pauses ofFlow(String name) {
        return new Pauses(Set.of(), Set.of(name));
    }
}
