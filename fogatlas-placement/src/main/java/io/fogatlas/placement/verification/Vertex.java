package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A microservice or an external endpoint, with where it can be. */
final class Vertex {
    private final String name;
    private final Optional<Microservice> microservice;
    private final List<DemandGroup> groups;
    private int changes;

    Vertex(String name, Optional<Microservice> microservice, List<DemandGroup> groups) {
        this.name = name;
        this.microservice = microservice;
        this.groups = groups;
    }

    String name() {
        return name;
    }

    Optional<Microservice> microservice() {
        return microservice;
    }

    List<DemandGroup> groups() {
        return groups;
    }

    /** Whether some demand has no region left; nothing more is concluded from such a vertex. */
    boolean isImpossible() {
        return groups.stream().anyMatch(group -> group.candidates().isEmpty());
    }

    /** Whether it has one Assignment only, so that every flow to it ends there. */
    boolean isSingle() {
        return groups.size() == 1 && groups.get(0).count() == 1;
    }

    /** Where any of its Assignments can be. */
    BitSet anywhere() {
        BitSet union = new BitSet();
        groups.forEach(group -> union.or(group.candidates()));
        return union;
    }

    /** How often regions were ruled out. */
    int changes() {
        return changes;
    }

    void ruleOut(DemandGroup group, int region, Obstacle obstacle) {
        group.ruleOut(region, obstacle);
        changes++;
    }
}
