package io.fogatlas.placement.search;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a {@link Draft} was like at some moment, or what a placement would be as a draft. Immutable. */
public final class DraftSnapshot {
    final int[] regionOf;
    final int[][] nodesOf;
    final int[][] linksOf;
    final int[] endOf;

    /** Takes the arrays over; the arrays in them may be shared, since nobody changes them. */
    DraftSnapshot(int[] regionOf, int[][] nodesOf, int[][] linksOf, int[] endOf) {
        this.regionOf = regionOf;
        this.nodesOf = nodesOf;
        this.linksOf = linksOf;
        this.endOf = endOf;
    }

    /**
     * Makes a placement a draft.
     *
     * @param problem what is placed where
     * @param placement a valid placement of it
     * @return the placement in the numbers of the problem
     */
    public static DraftSnapshot of(PlacementProblem problem, Placement placement) {
        int slots = problem.slots().size();
        int legs = problem.legs().size();
        DraftSnapshot snapshot = new DraftSnapshot(new int[slots], new int[slots][], new int[legs][], new int[legs]);
        snapshot.takeAssignments(problem, placement);
        snapshot.takeRoutes(problem, placement);
        return snapshot;
    }

    /** Slots without a region of their own take any assignment of as many replicas: they are alike. */
    private void takeAssignments(PlacementProblem problem, Placement placement) {
        Network network = problem.network();
        Map<String, List<Assignment>> left = new HashMap<>();
        for (Slot slot : problem.slots()) {
            List<Assignment> choice = left.computeIfAbsent(
                    slot.service().microservice().name(), name -> new ArrayList<>(placement.of(name)));
            Assignment taken = choice.stream()
                    .filter(assignment -> assignment.replicas() == slot.replicas()
                            && slot.candidates().get(network.region(assignment.region())))
                    .findFirst()
                    .orElseThrow();
            choice.remove(taken);
            regionOf[slot.index()] = network.region(taken.region());
            nodesOf[slot.index()] = nodes(problem.hosts(), regionOf[slot.index()], taken.replicasByNode());
        }
    }

    private static int[] nodes(Hosts hosts, int region, Map<String, Integer> replicasByNode) {
        List<Integer> nodes = new ArrayList<>();
        for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
            for (int replica = replicasByNode.getOrDefault(hosts.nodeName(node), 0); replica > 0; replica--) {
                nodes.add(node);
            }
        }
        return nodes.stream().mapToInt(node -> node).toArray();
    }

    private void takeRoutes(PlacementProblem problem, Placement placement) {
        Network network = problem.network();
        record Way(String flow, String from) {}
        Map<Way, Route> routes = new HashMap<>();
        placement.routes().forEach(route -> routes.put(new Way(route.flow(), route.sourceRegion()), route));
        Map<String, Integer> links = new HashMap<>();
        for (int link = 0; link < network.links(); link++) {
            links.put(network.linkId(link), link);
        }
        for (Leg leg : problem.legs()) {
            Way way = new Way(leg.flow().name(), network.regionId(regionOf(leg.source())));
            Route route = routes.get(way);
            if (route == null) {
                throw new IllegalArgumentException("The placement has no route for " + way + ".");
            }
            linksOf[leg.index()] = route.links().stream().mapToInt(links::get).toArray();
            int there = network.region(route.destinationRegion());
            endOf[leg.index()] = leg.destinations().stream()
                    .filter(end -> regionOf(end) == there)
                    .findFirst()
                    .orElseThrow()
                    .slot();
        }
    }

    private int regionOf(Leg.End end) {
        return end.slot() >= 0 ? regionOf[end.slot()] : end.region();
    }

    /**
     * Says where a slot was.
     *
     * @param slot its number
     * @return its region, or {@link Draft#NOWHERE}
     */
    public int regionOf(int slot) {
        return regionOf[slot];
    }

    @Override
    public String toString() {
        return "DraftSnapshot" + Arrays.toString(regionOf);
    }
}
