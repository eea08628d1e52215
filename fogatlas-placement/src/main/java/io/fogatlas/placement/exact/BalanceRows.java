package io.fogatlas.placement.exact;

import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The highest utilisation of links and of regions, with what others hold. Ratios are counted in whole parts of one, rounded down,
 * so that the highest is never said to be more than it is.
 */
final class BalanceRows {
    private final PlacementProblem problem;
    private final IntegerProgram program;
    private final SlotChoices choices;
    private final Infrastructure infrastructure;
    private final Occupancy others;
    private final long one;
    private final List<Terms> utilisations = new ArrayList<>();
    private BigInteger floor = BigInteger.ZERO;

    BalanceRows(PlacementProblem problem, IntegerProgram program, SlotChoices choices, long one) {
        this.one = one;
        this.problem = problem;
        this.program = program;
        this.choices = choices;
        infrastructure = problem.request().infrastructure();
        others = problem.request()
                .occupancy()
                .without(problem.request().application().id());
    }

    /** Says how high the highest utilisation is in any case, in parts. */
    BigInteger floor() {
        return floor;
    }

    /** Gives a variable that is at least the highest utilisation above the floor, in parts; nothing if it cannot be noticeably above. */
    OptionalInt excess(List<RouteParts> routes) {
        links(routes);
        regions();
        BigInteger highest = BigInteger.ZERO;
        for (Terms terms : utilisations) {
            BigInteger sum = BigInteger.valueOf(terms.constant());
            for (int i = 0; i < terms.size(); i++) {
                sum = sum.add(BigInteger.valueOf(terms.coefficient(i))
                        .multiply(BigInteger.valueOf(program.upper(terms.variable(i)))));
            }
            highest = highest.max(sum);
        }
        if (highest.compareTo(floor) <= 0 || floor.bitLength() > 58) {
            return OptionalInt.empty();
        }
        long above = floor.longValueExact();
        int excess = program.variable(0, highest.subtract(floor).longValueExact());
        for (Terms terms : utilisations) {
            program.atLeast(new Terms().add(excess, 1).add(terms, -1), -above);
        }
        return OptionalInt.of(excess);
    }

    private void raise(long taken, long offered) {
        floor = floor.max(parts(taken, offered));
    }

    private BigInteger parts(long taken, long offered) {
        return offered == 0
                ? BigInteger.ZERO
                : BigInteger.valueOf(taken).multiply(BigInteger.valueOf(one)).divide(BigInteger.valueOf(offered));
    }

    /** The parts as a number; what is beyond all that fits only ever raises the floor. */
    private long fewParts(long taken, long offered) {
        return parts(taken, offered).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    private void links(List<RouteParts> all) {
        Map<String, Long> takenBps = others.bandwidthBpsByLink();
        for (Link link : infrastructure.links()) {
            if (link.up()) {
                raise(takenBps.getOrDefault(link.id(), 0L), link.bandwidthBps());
            }
        }
        Network network = problem.network();
        Terms[] load = new Terms[network.links()];
        for (RouteParts routes : all) {
            for (Carrier carrier : routes.carriers()) {
                for (int link : carrier.links()) {
                    if (load[link] == null) {
                        load[link] = new Terms()
                                .addConstant(fewParts(
                                        takenBps.getOrDefault(network.linkId(link), 0L), network.bandwidthBps(link)));
                    }
                    load[link].add(
                            carrier.variable(), fewParts(routes.leg().bandwidthBps(), network.bandwidthBps(link)));
                }
            }
        }
        Stream.of(load).filter(Objects::nonNull).forEach(utilisations::add);
    }

    private void regions() {
        List<Map<String, Long>> offered = new ArrayList<>();
        List<Map<String, Long>> taken = new ArrayList<>();
        Network network = problem.network();
        for (int r = 0; r < network.regions(); r++) {
            offered.add(new TreeMap<>());
            taken.add(new TreeMap<>());
        }
        for (ComputeNode node : infrastructure.nodes()) {
            if (node.ready()) {
                add(offered.get(network.region(node.regionId())), node.allocatable(), 1);
            }
        }
        for (ReplicaGroup group : others.replicas()) {
            group.replicasByNode()
                    .forEach((name, count) -> infrastructure
                            .node(name)
                            .filter(ComputeNode::ready)
                            .ifPresent(node ->
                                    add(taken.get(network.region(node.regionId())), group.perReplica(), count)));
        }
        for (int r = 0; r < network.regions(); r++) {
            int region = r;
            offered.get(r).forEach((resource, amount) -> {
                long before = taken.get(region).getOrDefault(resource, 0L);
                raise(before, amount);
                utilisations.add(region(region, resource, amount, before));
            });
        }
    }

    private static void add(Map<String, Long> sums, Resources resources, int count) {
        resources
                .byName()
                .forEach((name, amount) -> sums.merge(name, PackingRows.times(amount, count), PackingRows::plus));
    }

    private Terms region(int region, String resource, long offered, long before) {
        Terms load = new Terms().addConstant(fewParts(before, offered));
        for (Slot slot : problem.slots()) {
            Choice choice = choices.of(slot.index(), region);
            if (choice != null) {
                long demand = slot.service()
                        .microservice()
                        .requirements()
                        .in(problem.hosts().region(region))
                        .byName()
                        .getOrDefault(resource, 0L);
                load.add(choice, fewParts(PackingRows.times(demand, slot.replicas()), offered));
            }
        }
        return load;
    }
}
