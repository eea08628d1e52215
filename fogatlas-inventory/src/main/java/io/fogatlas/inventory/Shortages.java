package io.fogatlas.inventory;

import io.fogatlas.inventory.Shortage.Holder;
import io.fogatlas.inventory.Totals.Amounts;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Compares what a holding takes with what others leave, on the links and nodes that it touches and no others. */
final class Shortages {
    private final Infrastructure infrastructure;
    /** What all hold. */
    private final Totals taken;
    /** What the holding's own application holds of that, which is available to it. */
    private final Totals own;

    private final List<Shortage> found = new ArrayList<>();

    private Shortages(Infrastructure infrastructure, Totals taken, Totals own) {
        this.infrastructure = infrastructure;
        this.taken = taken;
        this.own = own;
    }

    static List<Shortage> of(Infrastructure infrastructure, Totals taken, Totals own, Totals asked) {
        Shortages shortages = new Shortages(infrastructure, taken, own);
        asked.bandwidthBpsByLink().forEach(shortages::link);
        asked.byNode().forEach(shortages::node);
        shortages.found.sort(Comparator.comparing(Shortage::holder)
                .thenComparing(Shortage::name)
                .thenComparing(Shortage::resource));
        return shortages.found;
    }

    private void link(String id, long asked) {
        Link link = infrastructure.link(id).orElseThrow();
        long left = link.up() ? link.bandwidthBps() - taken.bandwidthBps(id) + own.bandwidthBps(id) : 0;
        if (asked > left) {
            found.add(new Shortage(Holder.LINK, id, "bandwidth", asked, Math.max(0, left)));
        }
    }

    private void node(String name, Amounts asked) {
        ComputeNode node = infrastructure.node(name).orElseThrow();
        Resources offered = node.ready() ? node.allocatable() : Resources.NONE;
        if (!asked.exceeds(taken.node(name), offered)) {
            return;
        }
        Map<String, Long> all = offered.byName();
        Map<String, Long> takenByAll = taken.node(name).byName();
        Map<String, Long> takenByOwn = own.node(name).byName();
        asked.byName().forEach((resource, amount) -> {
            long left = node.ready()
                    ? all.getOrDefault(resource, 0L)
                            - takenByAll.getOrDefault(resource, 0L)
                            + takenByOwn.getOrDefault(resource, 0L)
                    : 0;
            if (amount > left) {
                found.add(new Shortage(Holder.NODE, name, resource, amount, Math.max(0, left)));
            }
        });
    }
}
