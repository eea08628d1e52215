package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A region demand before the regions are known.
 *
 * @param replicas how many replicas, where there may be several
 * @param pinned whether it is pinned, where it may be
 * @param region where it is pinned, counted modulo the number of regions
 */
record DemandShape(int replicas, boolean pinned, int region) {
    static Arbitrary<List<DemandShape>> several() {
        Arbitrary<DemandShape> one = Combinators.combine(Draw.between(1, 3), Draw.chance(25), Draw.upTo(59))
                .as(DemandShape::new);
        return Draw.chance(30).flatMap(more -> Draw.list(one, 1, more ? 3 : 1));
    }

    static List<RegionDemand> demands(
            List<DemandShape> shapes, Infrastructure infrastructure, Set<ApplicationFeature> features) {
        List<RegionDemand> demands = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        boolean several = features.contains(ApplicationFeature.SEVERAL_DEMANDS);
        for (DemandShape shape : several ? shapes : shapes.subList(0, 1)) {
            int count = features.contains(ApplicationFeature.REPLICAS) ? shape.replicas : 1;
            String region = Among.region(infrastructure, shape.region).id();
            boolean pin = shape.pinned && features.contains(ApplicationFeature.PINS) && taken.add(region);
            demands.add(pin ? RegionDemand.in(region, count) : RegionDemand.anywhere(count));
        }
        return demands;
    }
}
