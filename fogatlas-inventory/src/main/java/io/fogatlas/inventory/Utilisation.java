package io.fogatlas.inventory;

import io.fogatlas.inventory.Shortage.Holder;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** Says how much of everything is taken, at the moment of a snapshot. */
public final class Utilisation {
    private final Infrastructure infrastructure;
    private final Map<ApplicationId, Totals> byApplication = new TreeMap<>();
    private final Totals all = new Totals();

    private Utilisation(Snapshot snapshot) {
        infrastructure = snapshot.infrastructure();
        for (Map.Entry<ApplicationId, Holding> held :
                snapshot.occupancy().byApplication().entrySet()) {
            byApplication.put(held.getKey(), Totals.of(held.getValue()));
            all.add(held.getValue());
        }
        all.add(snapshot.occupancy().others());
    }

    /**
     * Works out how much is taken.
     *
     * @param snapshot what exists and what is taken
     * @return how much of it
     */
    public static Utilisation of(Snapshot snapshot) {
        return new Utilisation(snapshot);
    }

    /**
     * Lists the bandwidth of each link, in bit/s.
     *
     * @return a usage for each link, and for each one of which something is taken though it is not there any more; in order of id
     */
    public List<Usage> links() {
        Set<String> ids = new TreeSet<>();
        all.links().stream().filter(link -> all.bandwidthBps(link) > 0).forEach(ids::add);
        infrastructure.links().forEach(link -> ids.add(link.id()));
        List<Usage> usages = new ArrayList<>();
        for (String id : ids) {
            long capacity = infrastructure
                    .link(id)
                    .filter(Link::up)
                    .map(Link::bandwidthBps)
                    .orElse(0L);
            usages.add(new Usage(id, "bandwidth", all.bandwidthBps(id), capacity));
        }
        return usages;
    }

    /**
     * Lists the resources of each Compute Node.
     *
     * @return a usage for each resource of each node, and for each one of which something is taken though it is not there any more; in
     *     order of name
     */
    public List<Usage> nodes() {
        Set<String> names = new TreeSet<>();
        all.byNode().forEach((name, taken) -> {
            if (!taken.isZero()) {
                names.add(name);
            }
        });
        infrastructure.nodes().forEach(node -> names.add(node.name()));
        List<Usage> usages = new ArrayList<>();
        for (String name : names) {
            Resources offered = infrastructure
                    .node(name)
                    .filter(ComputeNode::ready)
                    .map(ComputeNode::allocatable)
                    .orElse(Resources.NONE);
            usages.addAll(usages(name, all.node(name).byName(), offered.byName()));
        }
        return usages;
    }

    /**
     * Lists the resources of each region: those of its nodes together.
     *
     * @return a usage for each resource of each region with nodes, in the order of the regions
     */
    public List<Usage> regions() {
        List<Usage> usages = new ArrayList<>();
        for (Region region : infrastructure.regions()) {
            Map<String, Long> taken = new TreeMap<>();
            Map<String, Long> offered = new TreeMap<>();
            for (ComputeNode node : infrastructure.nodesIn(region.id())) {
                all.node(node.name()).byName().forEach((resource, amount) -> taken.merge(resource, amount, Long::sum));
                Resources ready = node.ready() ? node.allocatable() : Resources.NONE;
                ready.byName().forEach((resource, amount) -> offered.merge(resource, amount, Long::sum));
            }
            usages.addAll(usages(region.id(), taken, offered));
        }
        return usages;
    }

    /**
     * Says what each application takes in all.
     *
     * @return by application the amounts by resource: {@code bandwidth} in bit/s, summed over links, and the resources of nodes by the
     *     names that Kubernetes gives them; in order of name
     */
    public Map<ApplicationId, Map<String, Long>> applications() {
        Map<ApplicationId, Map<String, Long>> amounts = new LinkedHashMap<>();
        byApplication.forEach((application, totals) -> {
            Map<String, Long> sums = new TreeMap<>();
            totals.links().forEach(link -> sums.merge("bandwidth", totals.bandwidthBps(link), Long::sum));
            totals.byNode()
                    .values()
                    .forEach(node ->
                            node.byName().forEach((resource, amount) -> sums.merge(resource, amount, Long::sum)));
            amounts.put(application, sums);
        });
        return amounts;
    }

    /**
     * Lists what is over-committed.
     *
     * @return every link and every resource of a node of which more is taken than there is, links first, in order of name
     */
    public List<OverCommitment> overCommitments() {
        List<OverCommitment> found = new ArrayList<>();
        for (Usage usage : links()) {
            if (usage.isOverCommitted()) {
                found.add(new OverCommitment(Holder.LINK, usage, takers(totals -> totals.bandwidthBps(usage.name()))));
            }
        }
        for (Usage usage : nodes()) {
            if (usage.isOverCommitted()) {
                found.add(new OverCommitment(
                        Holder.NODE,
                        usage,
                        takers(totals -> totals.node(usage.name()).byName().getOrDefault(usage.resource(), 0L))));
            }
        }
        return found;
    }

    private List<ApplicationId> takers(ToLongFunction<Totals> amount) {
        return byApplication.entrySet().stream()
                .filter(held -> amount.applyAsLong(held.getValue()) > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Usage> usages(String name, Map<String, Long> taken, Map<String, Long> offered) {
        Set<String> resources = new TreeSet<>(taken.keySet());
        resources.addAll(offered.keySet());
        return resources.stream()
                .map(resource ->
                        new Usage(name, resource, taken.getOrDefault(resource, 0L), offered.getOrDefault(resource, 0L)))
                .toList();
    }
}
