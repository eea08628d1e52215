package io.fogatlas.inventory;

import io.fogatlas.inventory.Shortage.Holder;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what a holding takes with what others leave, on the links and nodes that it touches and no others. */
final class Shortages {
    private Shortages() {}

    static List<Shortage> of(Infrastructure infrastructure, Occupancy others, Holding holding) {
        List<Shortage> found = new ArrayList<>();
        Map<String, Long> taken = others.bandwidthBpsByLink();
        holding.bandwidthBpsByLink().forEach((id, asked) -> {
            Link link = infrastructure.link(id).orElseThrow();
            long left = link.up() ? Math.max(0, link.bandwidthBps() - taken.getOrDefault(id, 0L)) : 0;
            if (asked > left) {
                found.add(new Shortage(Holder.LINK, id, "bandwidth", asked, left));
            }
        });
        Map<String, Resources> takenByNode = byNode(others.replicas());
        byNode(holding.replicas()).forEach((name, asked) -> {
            ComputeNode node = infrastructure.node(name).orElseThrow();
            Resources offered = node.ready() ? node.allocatable() : Resources.NONE;
            Map<String, Long> left = offered.minus(takenByNode.getOrDefault(name, Resources.NONE))
                    .byName();
            asked.byName().forEach((resource, amount) -> {
                if (amount > left.getOrDefault(resource, 0L)) {
                    found.add(new Shortage(Holder.NODE, name, resource, amount, left.getOrDefault(resource, 0L)));
                }
            });
        });
        return found;
    }

    private static Map<String, Resources> byNode(Collection<ReplicaGroup> groups) {
        Map<String, Resources> sums = new TreeMap<>();
        for (ReplicaGroup group : groups) {
            group.replicasByNode()
                    .forEach(
                            (node, count) -> sums.merge(node, group.perReplica().times(count), Resources::plus));
        }
        return sums;
    }
}
