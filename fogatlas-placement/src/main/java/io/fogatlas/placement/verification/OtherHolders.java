package io.fogatlas.placement.verification;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What everybody but the application itself holds; free of cost where nothing is held. */
final class OtherHolders {
    private final List<Holding> holdings = new ArrayList<>();

    OtherHolders(PlacementRequest request) {
        ApplicationId self = request.application().id();
        request.occupancy().byApplication().forEach((id, holding) -> {
            if (!id.equals(self)) {
                holdings.add(holding);
            }
        });
        holdings.add(request.occupancy().others());
    }

    /** Hands out every group of replicas, by application, those of unknown holders last. */
    void eachGroup(Consumer<ReplicaGroup> consumer) {
        for (Holding holding : holdings) {
            holding.replicas().forEach(consumer);
        }
    }

    /** Bandwidth in bit/s that they hold of one link. */
    long bandwidthBps(String link) {
        long sum = 0;
        for (Holding holding : holdings) {
            sum = Sums.plus(sum, holding.bandwidthBpsByLink().getOrDefault(link, 0L));
        }
        return sum;
    }

    /** Bandwidth in bit/s that they leave of one link; not below 0, though more may have been given away than there is. */
    long availableBps(Link link) {
        return Math.max(0, link.bandwidthBps() - bandwidthBps(link.id()));
    }

    /** What they take of each of some nodes; nodes of which they take nothing are missing. */
    Map<String, NodeLoad> loadOf(Collection<String> nodes) {
        Map<String, NodeLoad> loads = new HashMap<>();
        eachGroup(group -> group.replicasByNode().forEach((node, count) -> {
            if (nodes.contains(node)) {
                loads.computeIfAbsent(node, name -> new NodeLoad()).add(group.perReplica(), count);
            }
        }));
        return loads;
    }
}
