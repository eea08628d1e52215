package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Service;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many replicas of a slot run on which node, and that no node gives more than it has. Nodes that nothing tells apart are ordered by
 * their load, since any placement can be written so.
 */
final class PackingRows {
    private final PlacementProblem problem;
    private final Hosts hosts;
    private final IntegerProgram program;
    private final SlotChoices choices;
    private final List<Share> shares = new ArrayList<>();

    /** So many replicas of a slot run on a node if it goes to the node's region: all of them, or as many as a variable says. */
    private record Share(Slot slot, int region, int node, Terms replicas) {}

    PackingRows(PlacementProblem problem, IntegerProgram program, SlotChoices choices) {
        this.problem = problem;
        this.program = program;
        this.choices = choices;
        hosts = problem.hosts();
        if (!hosts.unlimited()) {
            for (int region = 0; region < problem.network().regions(); region++) {
                pack(region);
            }
        }
    }

    private void pack(int region) {
        Map<Integer, List<Share>> byNode = new TreeMap<>();
        for (Slot slot : problem.slots()) {
            Choice choice = choices.of(slot.index(), region);
            if (choice != null) {
                List<Share> shared = share(slot, region, choice);
                shares.addAll(shared);
                shared.forEach(share -> byNode.computeIfAbsent(share.node(), node -> new ArrayList<>())
                        .add(share));
            }
        }
        byNode.forEach((node, there) -> {
            for (int d = 0; d < hosts.dimensions(); d++) {
                program.capacity(load(there, d), hosts.free(node, d));
            }
        });
        if (byNode.size() > 1) {
            sum(region, byNode);
            order(byNode);
        }
    }

    private Terms load(List<Share> shares, int dimension) {
        Terms load = new Terms();
        for (Share share : shares) {
            load.add(share.replicas(), share.slot().service().demand(dimension, share.region()));
        }
        return load;
    }

    private List<Share> share(Slot slot, int region, Choice choice) {
        List<Share> shared = new ArrayList<>();
        List<Integer> usable = new ArrayList<>();
        for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
            if (room(slot.service(), node, region, slot.replicas()) > 0) {
                usable.add(node);
            }
        }
        if (usable.size() == 1) {
            shared.add(new Share(slot, region, usable.get(0), new Terms().add(choice, slot.replicas())));
            return shared;
        }
        Terms all = new Terms();
        for (int node : usable) {
            int variable = program.variable(0, room(slot.service(), node, region, slot.replicas()));
            shared.add(new Share(slot, region, node, new Terms().add(variable, 1)));
            all.add(variable, 1);
        }
        program.equal(all.add(choice, -slot.replicas()), 0);
        return shared;
    }

    private long room(Service service, int node, int region, long most) {
        long room = service.mayUse(node) ? most : 0;
        for (int d = 0; d < hosts.dimensions(); d++) {
            long demand = service.demand(d, region);
            if (demand > 0) {
                room = Math.min(room, hosts.free(node, d) / demand);
            }
        }
        return room;
    }

    /** What follows from the rows of the nodes, said once more for the solver: a region has no more than its nodes together. */
    private void sum(int region, Map<Integer, List<Share>> byNode) {
        for (int d = 0; d < hosts.dimensions(); d++) {
            long free = 0;
            for (int node : byNode.keySet()) {
                free = plus(free, hosts.free(node, d));
            }
            Terms load = new Terms();
            for (Slot slot : problem.slots()) {
                Choice choice = choices.of(slot.index(), region);
                if (choice != null) {
                    load.add(choice, times(slot.service().demand(d, region), slot.replicas()));
                }
            }
            if (free < Long.MAX_VALUE && load.constant() >= 0) {
                program.capacity(load, free);
            }
        }
    }

    static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    static long times(long a, long b) {
        return a > 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
    }

    /** Of nodes that are alike for all slots, an earlier one carries at least as much CPU as a later one. */
    private void order(Map<Integer, List<Share>> byNode) {
        Map<List<Object>, List<Share>> lastAlike = new HashMap<>();
        byNode.forEach((node, there) -> {
            List<Object> kind = new ArrayList<>();
            for (int d = 0; d < hosts.dimensions(); d++) {
                kind.add(hosts.free(node, d));
            }
            there.forEach(share -> kind.add(share.slot().index()));
            List<Share> before = lastAlike.put(kind, there);
            if (before != null) {
                Terms difference = load(before, Hosts.CPU).add(load(there, Hosts.CPU), -1);
                if (isSmall(difference)) {
                    program.atLeast(difference, 0);
                }
            }
        });
    }

    private boolean isSmall(Terms terms) {
        double sum = 0;
        for (int i = 0; i < terms.size(); i++) {
            sum += Math.abs((double) terms.coefficient(i)) * program.upper(terms.variable(i));
        }
        return sum < IntegerProgram.MOST_ACTIVITY && terms.size() > 0;
    }

    /** Reads off how many replicas of a slot run on each node. */
    Map<String, Integer> replicasByNode(Slot slot, int region, long[] values) {
        Map<String, Integer> replicas = new TreeMap<>();
        for (Share share : shares) {
            if (share.slot() == slot && share.region() == region) {
                long count = share.replicas().constant();
                for (int i = 0; i < share.replicas().size(); i++) {
                    count += share.replicas().coefficient(i)
                            * values[share.replicas().variable(i)];
                }
                if (count > 0) {
                    replicas.put(hosts.nodeName(share.node()), Math.toIntExact(count));
                }
            }
        }
        return replicas;
    }
}
