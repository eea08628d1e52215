package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Describes arbitrary applications. Immutable: each method answers with a changed copy.
 *
 * <p>Every application is {@code default/app}; its microservices are named {@code m0}, {@code m1}…, its flows {@code f0}…, its latency
 * chains {@code c0}…. Microservice {@code m3} has the labels {@code app: m3} and {@code role: odd}.
 *
 * @param minMicroservices the fewest microservices; at least 1
 * @param maxMicroservices the most microservices; up to 60
 * @param maxFurtherFlows the most flows besides those of a tree, and again the most flows from and to endpoints
 * @param features what they may have
 * @param topologies how flows may join microservices
 * @param tightnesses how hard they may press on the infrastructure
 */
public record Applications(
        int minMicroservices,
        int maxMicroservices,
        int maxFurtherFlows,
        Set<ApplicationFeature> features,
        Set<Topology> topologies,
        Set<Tightness> tightnesses) {
    /** 1 to 6 microservices of any kind. */
    public static final Applications ANY = new Applications(
            1,
            6,
            3,
            EnumSet.allOf(ApplicationFeature.class),
            EnumSet.allOf(Topology.class),
            EnumSet.allOf(Tightness.class));

    /**
     * Copies the sets.
     *
     * @param minMicroservices the fewest microservices; at least 1
     * @param maxMicroservices the most microservices; up to 60
     * @param maxFurtherFlows the most flows besides those of a tree, and again the most flows from and to endpoints
     * @param features what they may have
     * @param topologies how flows may join microservices
     * @param tightnesses how hard they may press on the infrastructure
     */
    public Applications {
        features = copy(ApplicationFeature.class, features);
        topologies = copy(Topology.class, topologies);
        tightnesses = copy(Tightness.class, tightnesses);
    }

    /**
     * Changes the number of microservices.
     *
     * @param min the fewest; at least 1
     * @param max the most; up to 60
     * @return the changed description
     */
    public Applications microservices(int min, int max) {
        return new Applications(min, max, maxFurtherFlows, features, topologies, tightnesses);
    }

    /**
     * Changes the number of further flows.
     *
     * @param max the most flows besides those of a tree, and again the most flows from and to endpoints
     * @return the changed description
     */
    public Applications furtherFlows(int max) {
        return new Applications(minMicroservices, maxMicroservices, max, features, topologies, tightnesses);
    }

    /**
     * Names the features.
     *
     * @param wanted all they may have
     * @return the changed description
     */
    public Applications only(ApplicationFeature... wanted) {
        return with(Set.of(wanted));
    }

    /**
     * Leaves out features.
     *
     * @param unwanted what they do not have
     * @return the changed description
     */
    public Applications without(ApplicationFeature... unwanted) {
        Set<ApplicationFeature> fewer = copy(ApplicationFeature.class, features);
        List<ApplicationFeature> left = fewer.stream()
                .filter(feature -> !List.of(unwanted).contains(feature))
                .toList();
        return with(left);
    }

    private Applications with(Collection<ApplicationFeature> wanted) {
        return new Applications(
                minMicroservices,
                maxMicroservices,
                maxFurtherFlows,
                copy(ApplicationFeature.class, wanted),
                topologies,
                tightnesses);
    }

    /**
     * Chooses how flows join microservices.
     *
     * @param wanted the topologies; at least one
     * @return the changed description
     */
    public Applications topologies(Topology... wanted) {
        return new Applications(
                minMicroservices, maxMicroservices, maxFurtherFlows, features, Set.of(wanted), tightnesses);
    }

    /**
     * Chooses how hard they press on the infrastructure.
     *
     * @param wanted the tightnesses; at least one
     * @return the changed description
     */
    public Applications tightnesses(Tightness... wanted) {
        return new Applications(
                minMicroservices, maxMicroservices, maxFurtherFlows, features, topologies, Set.of(wanted));
    }

    /**
     * Draws applications whose pins, constraints and endpoints are those of an infrastructure.
     *
     * @param infrastructure the infrastructure
     * @return the arbitrary; it shrinks to fewer and smaller parts with fewer features
     */
    public Arbitrary<Application> fitting(Infrastructure infrastructure) {
        return shapes().map(shape -> shape.in(infrastructure));
    }

    Arbitrary<ApplicationShape> shapes() {
        Arbitrary<ApplicationShape.Style> styles = Combinators.combine(
                        Draw.subset(features), Arbitraries.of(topologies), Arbitraries.of(tightnesses))
                .as(ApplicationShape.Style::new);
        return Combinators.combine(
                        styles,
                        Draw.list(MicroserviceShape.arbitrary(), minMicroservices, maxMicroservices),
                        Draw.list(FlowShape.arbitrary(), 0, maxFurtherFlows),
                        Draw.list(FlowShape.arbitrary(), 0, maxFurtherFlows),
                        Draw.list(ChainShape.arbitrary(), 0, 2))
                .as(ApplicationShape::new);
    }

    private static <E extends Enum<E>> Set<E> copy(Class<E> type, Collection<E> values) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
    }
}
