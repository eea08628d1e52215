package io.fogatlas.placement.verification;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds sums that cannot be met: what must be within some regions, or anywhere at all, against the ready nodes there, and the flows
 * that must leave or enter a region against the links around it.
 */
final class SumConditions {
    private static final int MOST_SETS = 200;
    private static final int MOST_NAMED = 8;

    /** Up to so many pairs of a region and a microservice, each node is asked whether it can take any of them. */
    private static final long MOST_PAIRS = 100_000;

    private final Possibilities possible;
    private final LinkGraph graph;
    private final List<Reason> reasons = new ArrayList<>();

    private SumConditions(Possibilities possible) {
        this.possible = possible;
        this.graph = possible.graph();
    }

    static List<Reason> broken(Possibilities possible) {
        SumConditions conditions = new SumConditions(possible);
        if (possible.hosts().hasNodes()) {
            conditions.withinRegions();
        }
        conditions.aroundEachRegion();
        return conditions.reasons;
    }

    /** For every set of regions that some demand is bound to: compares what is bound to be within with what is free there. */
    private void withinRegions() {
        Set<BitSet> sets = new LinkedHashSet<>();
        for (Vertex vertex : possible.vertices()) {
            vertex.groups().stream()
                    .filter(group -> !group.candidates().isEmpty() && sets.size() < MOST_SETS)
                    .forEach(group -> sets.add(group.candidates()));
        }
        BitSet everywhere = new BitSet();
        everywhere.set(0, graph.regions());
        sets.add(everywhere);
        sets.forEach(this::within);
    }

    private void within(BitSet regions) {
        NodeLoad asked = new NodeLoad();
        List<Microservice> bound = new ArrayList<>();
        for (Vertex vertex : possible.vertices()) {
            List<DemandGroup> groups = vertex.groups().stream()
                    .filter(group -> isWithin(group, regions))
                    .toList();
            if (vertex.microservice().isPresent() && !groups.isEmpty()) {
                bound.add(vertex.microservice().get());
                groups.forEach(group -> add(asked, vertex.microservice().get(), group));
            }
        }
        compare(asked, freeFor(bound, regions), named(bound, regions));
    }

    private static boolean isWithin(DemandGroup group, BitSet regions) {
        BitSet outside = (BitSet) group.candidates().clone();
        outside.andNot(regions);
        return outside.isEmpty() && !group.candidates().isEmpty();
    }

    private void add(NodeLoad asked, Microservice microservice, DemandGroup group) {
        Resources least = leastOf(microservice, group.candidates());
        for (int demand = 0; demand < group.count(); demand++) {
            asked.add(least, group.replicas());
        }
    }

    /** What is free on the ready nodes of some regions that can take a replica of any of some microservices. */
    private NodeLoad freeFor(Collection<Microservice> microservices, BitSet regions) {
        boolean small = (long) regions.cardinality() * microservices.size() <= MOST_PAIRS;
        NodeLoad free = new NodeLoad();
        for (int number = regions.nextSetBit(0); number >= 0; number = regions.nextSetBit(number + 1)) {
            Region region = graph.region(number);
            for (NodeRoom room : possible.hosts().rooms(region)) {
                if (!small
                        || microservices.stream()
                                .anyMatch(each -> possible.hosts().takesAny(each, region, room))) {
                    free.add(room.free(), 1);
                }
            }
        }
        return free;
    }

    /** What one replica takes where its CPU is worth most; everything but the CPU is the same in every region. */
    private Resources leastOf(Microservice microservice, BitSet candidates) {
        int best = candidates.nextSetBit(0);
        for (int region = best; region >= 0; region = candidates.nextSetBit(region + 1)) {
            best = graph.region(region).mipsPerCore() > graph.region(best).mipsPerCore() ? region : best;
        }
        return microservice.requirements().in(graph.region(best));
    }

    private void compare(NodeLoad asked, NodeLoad free, String who) {
        asked.forEach((resource, amount) -> {
            long there = free.of(resource);
            if (amount > there) {
                reasons.add(new Reason(
                        "",
                        "%s and need %s together, but the nodes that can take them have %s free; it takes +%s or more"
                                .formatted(
                                        who,
                                        Units.amount(resource, amount),
                                        Units.amount(resource, there),
                                        Units.amount(resource, amount - there))));
            }
        });
    }

    private String named(Collection<Microservice> microservices, BitSet regions) {
        int count = regions.cardinality();
        List<String> ids = regions.stream()
                .limit(MOST_NAMED)
                .mapToObj(region -> graph.region(region).id())
                .toList();
        String where = count == graph.regions()
                ? "anywhere"
                : count > MOST_NAMED
                        ? "in %d of the regions only".formatted(count)
                        : "in %s only".formatted(String.join(", ", ids));
        List<String> names = microservices.stream().map(Microservice::name).toList();
        String who = names.size() > MOST_NAMED
                ? "%d microservices such as %s".formatted(names.size(), names.get(0))
                : String.join(", ", names);
        return who + " can be " + where;
    }

    private void aroundEachRegion() {
        Map<Integer, Long> crossingByRegion = new TreeMap<>();
        for (DataFlow flow : possible.request().application().flows()) {
            Vertex source = possible.vertex(flow.source());
            Vertex destination = possible.vertex(flow.destination());
            BitSet anywhere = destination.anywhere();
            if (source.isImpossible() || destination.isImpossible()) {
                continue;
            }
            for (DemandGroup from : source.groups()) {
                int region = from.candidates().nextSetBit(0);
                if (from.isFixed() && !anywhere.get(region)) {
                    crossingByRegion.merge(region, flow.bandwidthBps(), Sums::plus);
                }
                int end = anywhere.nextSetBit(0);
                if (destination.isSingle()
                        && anywhere.cardinality() == 1
                        && !from.candidates().get(end)) {
                    crossingByRegion.merge(end, Sums.times(flow.bandwidthBps(), from.count()), Sums::plus);
                }
            }
        }
        crossingByRegion.forEach((region, crossing) -> {
            long available = graph.availableAround(region);
            if (crossing > available) {
                reasons.add(new Reason(
                        "",
                        "the data flows that must leave or enter region %s need %s, its links have %s free; it takes +%s"
                                .formatted(
                                        graph.region(region).id(),
                                        Units.bandwidth(crossing),
                                        Units.bandwidth(available),
                                        Units.bandwidth(crossing - available))));
            }
        });
    }
}
