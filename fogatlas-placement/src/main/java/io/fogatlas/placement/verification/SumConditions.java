package io.fogatlas.placement.verification;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.placement.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds sums that cannot be met: what all demands take against all ready nodes, what must be in one region against its ready nodes,
 * and the flows that must leave or enter a region against the links around it.
 */
final class SumConditions {
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
            conditions.everywhere();
            conditions.inEachRegion();
        }
        conditions.aroundEachRegion();
        return conditions.reasons;
    }

    private void everywhere() {
        NodeLoad asked = new NodeLoad();
        for (Vertex vertex : possible.vertices()) {
            for (DemandGroup group : vertex.groups()) {
                if (vertex.microservice().isPresent() && !group.candidates().isEmpty()) {
                    Resources least = leastOf(vertex.microservice().get(), group.candidates());
                    for (int demand = 0; demand < group.count(); demand++) {
                        asked.add(least, group.replicas());
                    }
                }
            }
        }
        NodeLoad free = new NodeLoad();
        for (int region = 0; region < graph.regions(); region++) {
            possible.hosts().rooms(graph.region(region)).forEach(room -> free.add(room.free(), 1));
        }
        compare(asked, free, "all microservices together need", "all ready nodes");
    }

    /** What one replica takes where its CPU is worth most; everything but the CPU is the same in every region. */
    private Resources leastOf(Microservice microservice, BitSet candidates) {
        int best = candidates.nextSetBit(0);
        for (int region = best; region >= 0; region = candidates.nextSetBit(region + 1)) {
            best = graph.region(region).mipsPerCore() > graph.region(best).mipsPerCore() ? region : best;
        }
        return microservice.requirements().in(graph.region(best));
    }

    private void inEachRegion() {
        Map<Integer, NodeLoad> askedByRegion = new TreeMap<>();
        for (Vertex vertex : possible.vertices()) {
            for (DemandGroup group : vertex.groups()) {
                if (vertex.microservice().isPresent() && group.isFixed()) {
                    int region = group.candidates().nextSetBit(0);
                    Resources each = vertex.microservice().get().requirements().in(graph.region(region));
                    askedByRegion
                            .computeIfAbsent(region, number -> new NodeLoad())
                            .add(each, group.replicas());
                }
            }
        }
        askedByRegion.forEach((region, asked) -> {
            NodeLoad free = new NodeLoad();
            possible.hosts().rooms(graph.region(region)).forEach(room -> free.add(room.free(), 1));
            String id = graph.region(region).id();
            compare(asked, free, "the microservices that must be in region " + id + " need", "its ready nodes");
        });
    }

    private void compare(NodeLoad asked, NodeLoad free, String who, String where) {
        asked.forEach((resource, amount) -> {
            long there = free.of(resource);
            if (amount > there) {
                reasons.add(new Reason(
                        "",
                        "%s %s, %s have %s free; it takes +%s or more"
                                .formatted(
                                        who,
                                        Units.amount(resource, amount),
                                        where,
                                        Units.amount(resource, there),
                                        Units.amount(resource, amount - there))));
            }
        });
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
