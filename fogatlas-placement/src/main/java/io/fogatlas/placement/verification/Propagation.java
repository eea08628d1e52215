package io.fogatlas.placement.verification;

import io.fogatlas.model.application.DataFlow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules regions out by what other vertices leave possible, until nothing more follows (arc consistency; A. K. Mackworth,
 * "Consistency in Networks of Relations", Artificial Intelligence 8, 1977).
 *
 * <p>Every step is sound by itself. A source demand needs one region of the destination within reach; a destination must be within
 * reach of every source demand only if it has one Assignment, since otherwise the routes may all end in another. One shortest-way
 * search from all regions of the other end at once answers for every region.
 */
final class Propagation {
    /** So many groups of one source are looked at one by one; more are left alone, which is sound. */
    private static final int MOST_GROUPS = 32;

    /** So many rounds over all rules; fewer almost always do. */
    private static final int MOST_ROUNDS = 50;

    private final Possibilities possible;
    private final LinkGraph graph;
    private final FlowReach reach;
    private final AffinityCondition affinities;
    private final List<Vertex[]> exclusions = new ArrayList<>();
    private final Map<String, Integer> seenChanges = new HashMap<>();

    Propagation(Possibilities possible) {
        this.possible = possible;
        this.graph = possible.graph();
        this.reach = new FlowReach(possible.graph());
        this.affinities = new AffinityCondition(possible);
        List<Vertex> vertices = possible.vertices();
        for (int one = 0; one < vertices.size(); one++) {
            for (int other = one + 1; other < vertices.size(); other++) {
                if (exclude(vertices.get(one), vertices.get(other))) {
                    exclusions.add(new Vertex[] {vertices.get(one), vertices.get(other)});
                }
            }
        }
    }

    private boolean exclude(Vertex one, Vertex other) {
        return one.microservice().isPresent()
                && other.microservice().isPresent()
                && possible.running()
                        .exclude(one.microservice().get(), other.microservice().get());
    }

    void run() {
        List<DataFlow> flows = new ArrayList<>(possible.request().application().flows());
        Collections.reverse(flows);
        affinities.requireOrder();
        int before = -1;
        for (int round = 0; round < MOST_ROUNDS && before != changes(); round++) {
            before = changes();
            // Every other round goes backward, so that what follows along a line of vertices follows in one round
            // either way.
            Collections.reverse(flows);
            for (DataFlow flow : flows) {
                Vertex source = possible.vertex(flow.source());
                Vertex destination = possible.vertex(flow.destination());
                int seen = source.changes() + destination.changes();
                Integer last = seenChanges.put(flow.name(), seen);
                if (last == null || last != seen) {
                    revise(flow, source, destination);
                }
            }
            for (Vertex vertex : possible.vertices()) {
                keepSiblingsApart(vertex);
                affinities.requireCompanions(vertex);
            }
            exclusions.forEach(pair -> keepApart(pair[0], pair[1]));
            exclusions.forEach(pair -> keepApart(pair[1], pair[0]));
        }
    }

    private int changes() {
        return possible.vertices().stream().mapToInt(Vertex::changes).sum();
    }

    /** Rules regions of a microservice out before those of an endpoint, which stands where it stands. */
    private void revise(DataFlow flow, Vertex source, Vertex destination) {
        boolean toEndpoint = destination.microservice().isEmpty();
        if (toEndpoint) {
            reviseSource(flow, source, destination);
        }
        reviseDestination(flow, source, destination);
        if (!toEndpoint) {
            reviseSource(flow, source, destination);
        }
    }

    private void reviseDestination(DataFlow flow, Vertex source, Vertex destination) {
        if (!destination.isSingle() || source.groups().size() > MOST_GROUPS) {
            return;
        }
        for (DemandGroup from : source.groups()) {
            rule(flow, destination, source, from.candidates(), /* ahead= */ true);
        }
    }

    private void reviseSource(DataFlow flow, Vertex source, Vertex destination) {
        rule(flow, source, destination, destination.anywhere(), /* ahead= */ false);
    }

    /** Rules out the regions of a vertex that a flow cannot reach from regions of the other end (or, not ahead, reach them from). */
    private void rule(DataFlow flow, Vertex vertex, Vertex other, BitSet otherRegions, boolean ahead) {
        BitSet outside = vertex.anywhere();
        outside.andNot(otherRegions);
        if (outside.isEmpty() || graph.isExhausted() || vertex.isImpossible() || other.isImpossible()) {
            return;
        }
        BitSet ends = (BitSet) otherRegions.clone();
        long[] latencies = reach.latencies(ends, flow, ahead);
        long limit = FlowReach.limitMicros(flow);
        for (int region = outside.nextSetBit(0); region >= 0; region = outside.nextSetBit(region + 1)) {
            if (latencies[region] > limit) {
                Obstacle obstacle = reach.obstacle(flow, other, ends, region, ahead);
                for (DemandGroup group : vertex.groups()) {
                    if (group.candidates().get(region)) {
                        vertex.ruleOut(group, region, obstacle);
                    }
                }
            }
        }
    }

    /** Where one Assignment of a vertex must be, no other of it can be. */
    private void keepSiblingsApart(Vertex vertex) {
        if (vertex.groups().size() < 2 || vertex.isImpossible()) {
            return;
        }
        BitSet taken = new BitSet();
        for (DemandGroup group : vertex.groups()) {
            if (group.isFixed() && !taken.intersects(group.candidates())) {
                taken.or(group.candidates());
            } else if (group.isFixed()) {
                ruleOut(
                        vertex,
                        group,
                        taken,
                        RegionRule.OTHER_DEMAND,
                        "other demand",
                        "another demand of it must be there");
            }
        }
        for (DemandGroup group : vertex.groups()) {
            if (!group.isFixed()) {
                ruleOut(
                        vertex,
                        group,
                        taken,
                        RegionRule.OTHER_DEMAND,
                        "other demand",
                        "another demand of it must be there");
            }
        }
    }

    private void keepApart(Vertex fixed, Vertex other) {
        if (fixed.isImpossible() || other.isImpossible()) {
            return;
        }
        BitSet taken = new BitSet();
        fixed.groups().stream().filter(DemandGroup::isFixed).forEach(group -> taken.or(group.candidates()));
        for (DemandGroup group : other.groups()) {
            ruleOut(
                    other,
                    group,
                    taken,
                    RegionRule.ANTI_AFFINITY,
                    "anti-affinity",
                    "an anti-affinity keeps it apart from '" + fixed.name() + "', which must be there");
        }
    }

    private void ruleOut(Vertex vertex, DemandGroup group, BitSet regions, RegionRule rule, String kind, String words) {
        BitSet out = (BitSet) group.candidates().clone();
        out.and(regions);
        Obstacle obstacle = Obstacle.rule(rule, kind, words);
        out.stream().forEach(region -> vertex.ruleOut(group, region, obstacle));
    }
}
