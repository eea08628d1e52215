package io.fogatlas.model.arbitraries;

import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Describes arbitrary infrastructures. Immutable: each method answers with a changed copy.
 *
 * <p>Regions are named {@code r0}, {@code r1}…, nodes {@code n0}…, links {@code l0}…, endpoints {@code e0}….
 *
 * @param minRegions the fewest regions; at least 1
 * @param maxRegions the most regions; up to 60
 * @param maxNodes the most nodes of a region
 * @param features what they may have
 */
public record Infrastructures(int minRegions, int maxRegions, int maxNodes, Set<InfrastructureFeature> features) {
    /** 1 to 8 regions of up to 3 nodes, with every feature. */
    public static final Infrastructures ANY = new Infrastructures(1, 8, 3, EnumSet.allOf(InfrastructureFeature.class));

    /**
     * Copies the set.
     *
     * @param minRegions the fewest regions; at least 1
     * @param maxRegions the most regions; up to 60
     * @param maxNodes the most nodes of a region
     * @param features what they may have
     */
    public Infrastructures {
        features = copy(features);
    }

    /**
     * Changes the number of regions.
     *
     * @param min the fewest; at least 1
     * @param max the most; up to 60
     * @return the changed description
     */
    public Infrastructures regions(int min, int max) {
        return new Infrastructures(min, max, maxNodes, features);
    }

    /**
     * Changes the number of nodes.
     *
     * @param max the most nodes of a region; 0 leaves one node in all, unless there may be none
     * @return the changed description
     */
    public Infrastructures nodesPerRegion(int max) {
        return new Infrastructures(minRegions, maxRegions, max, features);
    }

    /**
     * Names the features.
     *
     * @param wanted all they may have
     * @return the changed description
     */
    public Infrastructures only(InfrastructureFeature... wanted) {
        return new Infrastructures(minRegions, maxRegions, maxNodes, Set.of(wanted));
    }

    /**
     * Leaves out features.
     *
     * @param unwanted what they do not have
     * @return the changed description
     */
    public Infrastructures without(InfrastructureFeature... unwanted) {
        Set<InfrastructureFeature> fewer = EnumSet.noneOf(InfrastructureFeature.class);
        fewer.addAll(features);
        List.of(unwanted).forEach(fewer::remove);
        return new Infrastructures(minRegions, maxRegions, maxNodes, fewer);
    }

    /**
     * Draws infrastructures.
     *
     * @return the arbitrary; it shrinks to fewer and smaller parts with fewer features
     */
    public Arbitrary<Infrastructure> arbitrary() {
        return Combinators.combine(
                        Draw.subset(features),
                        Draw.chance(50),
                        Draw.list(RegionShape.arbitrary(maxNodes), minRegions, maxRegions),
                        Draw.list(LinkShape.arbitrary(), 0, maxRegions),
                        Draw.list(Draw.upTo(59), 0, 4))
                .as(InfrastructureShape::new)
                .map(InfrastructureShape::infrastructure);
    }

    private static Set<InfrastructureFeature> copy(Set<InfrastructureFeature> features) {
        Set<InfrastructureFeature> copy = EnumSet.noneOf(InfrastructureFeature.class);
        copy.addAll(features);
        return Collections.unmodifiableSet(copy);
    }
}
