package io.fogatlas.placement.testkit;

import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows how much of links and regions is used, for the term balance. What offers nothing has no utilisation. */
final class Load {
    private final Infrastructure infrastructure;
    private final Others others;

    Load(Infrastructure infrastructure, Others others) {
        this.infrastructure = infrastructure;
        this.others = others;
    }

    /** The highest utilisation of all before anything is placed. */
    double before() {
        double highest = 0;
        for (Link link : infrastructure.links()) {
            highest = Math.max(highest, link.up() ? of(link, 0) : 0);
        }
        for (Region region : infrastructure.regions()) {
            highest = Math.max(highest, of(region, List.of()));
        }
        return highest;
    }

    double of(Link link, long ownBps) {
        return ratio(others.takenBps(link) + ownBps, link.bandwidthBps());
    }

    /** The highest utilisation of any resource of a region with some slots in it. */
    double of(Region region, List<Slot> slots) {
        Map<String, Long> offered = new HashMap<>();
        Map<String, Long> taken = new HashMap<>();
        for (ComputeNode node : infrastructure.nodesIn(region.id())) {
            if (node.ready()) {
                node.allocatable().byName().forEach((resource, amount) -> offered.merge(resource, amount, Long::sum));
                others.takenOf(node).forEach((resource, amount) -> taken.merge(resource, amount, Long::sum));
            }
        }
        for (Slot slot : slots) {
            slot.microservice()
                    .requirements()
                    .in(region)
                    .byName()
                    .forEach((resource, each) ->
                            taken.merge(resource, each * slot.demand().replicas(), Long::sum));
        }
        double highest = 0;
        for (Map.Entry<String, Long> resource : offered.entrySet()) {
            highest = Math.max(highest, ratio(taken.getOrDefault(resource.getKey(), 0L), resource.getValue()));
        }
        return highest;
    }

    private static double ratio(long taken, long offered) {
        return offered == 0 ? 0 : (double) taken / offered;
    }
}
