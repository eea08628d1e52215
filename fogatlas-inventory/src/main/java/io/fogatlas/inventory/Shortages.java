package io.fogatlas.inventory;

import io.fogatlas.inventory.Shortage.Holder;
import io.fogatlas.inventory.Totals.Amounts;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Compares what is asked of links and nodes with what others leave of them. */
final class Shortages {
    private static final Comparator<Shortage> BY_NAME =
            Comparator.comparing(Shortage::holder).thenComparing(Shortage::name).thenComparing(Shortage::resource);

    private final Totals taken;
    private final Totals own;
    private final List<Shortage> found = new ArrayList<>(0);

    private Shortages(Totals taken, Totals own) {
        this.taken = taken;
        this.own = own;
    }

    /**
     * Finds what is short.
     *
     * @param infrastructure what there is
     * @param asked what is asked of links and nodes that are there
     * @param taken what all have taken
     * @param own what of that the asking application itself has taken, which is available to it
     * @return what is short: of links first, each in order of name
     */
    static List<Shortage> of(Infrastructure infrastructure, Holding asked, Totals taken, Totals own) {
        Shortages shortages = new Shortages(taken, own);
        for (Map.Entry<String, Long> ofLink : asked.bandwidthBpsByLink().entrySet()) {
            shortages.link(infrastructure.link(ofLink.getKey()).orElseThrow(), ofLink.getValue());
        }
        for (Map.Entry<String, Amounts> ofNode : Totals.byNode(asked.replicas()).entrySet()) {
            shortages.node(infrastructure.node(ofNode.getKey()).orElseThrow(), ofNode.getValue());
        }
        shortages.found.sort(BY_NAME);
        return shortages.found;
    }

    private void link(Link link, long asked) {
        String id = link.id();
        long left = link.up() ? Math.max(0, link.bandwidthBps() - taken.bandwidthBps(id) + own.bandwidthBps(id)) : 0;
        if (asked > left || !link.up()) {
            found.add(new Shortage(Holder.LINK, id, "bandwidth", asked, left));
        }
    }

    private void node(ComputeNode node, Amounts asked) {
        Amounts takenByAll = taken.node(node.name());
        if (node.ready() && !asked.exceeds(takenByAll, node.allocatable())) {
            return;
        }
        Map<String, Long> offered = (node.ready() ? node.allocatable() : Resources.NONE).byName();
        Map<String, Long> all = takenByAll.byName();
        Map<String, Long> mine = own.node(node.name()).byName();
        asked.byName().forEach((resource, amount) -> {
            long left = offered.getOrDefault(resource, 0L)
                    - all.getOrDefault(resource, 0L)
                    + mine.getOrDefault(resource, 0L);
            if (amount > 0 && (amount > left || !node.ready())) {
                found.add(
                        new Shortage(Holder.NODE, node.name(), resource, amount, node.ready() ? Math.max(0, left) : 0));
            }
        });
        if (!node.ready() && asked.isZero()) {
            found.add(new Shortage(Holder.NODE, node.name(), "pods", 0, 0));
        }
    }
}
