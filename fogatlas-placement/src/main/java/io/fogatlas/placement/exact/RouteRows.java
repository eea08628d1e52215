package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The routes of legs: a choice among all simple paths where these are few, otherwise a flow over arcs, where what comes into a region goes
 * on or ends there. Both cover every path. Circles in a flow gain nothing and are left out when a solution is read.
 */
final class RouteRows {
    private final PlacementProblem problem;
    private final Network network;
    private final Restriction restriction;
    private final IntegerProgram program;
    private final SlotChoices choices;
    private final BooleanSupplier abandoned;

    private final int mostPaths;
    private final Goal goal;

    RouteRows(
            PlacementProblem problem,
            Restriction restriction,
            IntegerProgram program,
            SlotChoices choices,
            int mostPaths,
            Goal goal,
            BooleanSupplier abandoned) {
        this.mostPaths = mostPaths;
        this.goal = goal;
        this.abandoned = abandoned;
        this.problem = problem;
        this.restriction = restriction;
        this.program = program;
        this.choices = choices;
        network = problem.network();
    }

    /** Adds the rows of all legs, and of the links they share. */
    List<RouteParts> build() {
        List<LegReach> reaches = new ArrayList<>();
        for (Leg leg : problem.legs()) {
            if (abandoned.getAsBoolean()) {
                return List.of();
            }
            reaches.add(new LegReach(
                    problem,
                    restriction,
                    leg,
                    choices.regionsOf(List.of(leg.source())),
                    choices.regionsOf(leg.destinations())));
        }
        BitSet contended = contended(reaches);
        List<RouteParts> all = new ArrayList<>();
        for (Leg leg : problem.legs()) {
            if (abandoned.getAsBoolean()) {
                return all;
            }
            all.add(route(leg, reaches.get(leg.index()), rating(leg, contended)));
        }
        links(all);
        return all;
    }

    private PathList.Path.Rating rating(Leg leg, BitSet contended) {
        boolean inChain = problem.chains().stream().anyMatch(chain -> chain.passes(leg));
        double perLink = problem.costs().perLink(leg.bandwidthBps());
        double perMicro = problem.costs().perMicro();
        return goal == Goal.EACH_TERM
                ? new PathList.Path.Rating(perLink > 0 ? 1 : 0, 0, inChain || perMicro > 0, contended)
                : new PathList.Path.Rating(perLink, perMicro, inChain, contended);
    }

    /** The links that could be full, or whose load counts by itself. */
    private BitSet contended(List<LegReach> reaches) {
        long[] most = new long[network.links()];
        Network.Arcs arcs = network.forward();
        for (Leg leg : problem.legs()) {
            BitSet passed = new BitSet();
            for (int from = 0; from < network.regions(); from++) {
                for (int arc = arcs.start(from); arc < arcs.start(from + 1); arc++) {
                    if (reaches.get(leg.index()).mayUse(from, arc)) {
                        passed.set(arcs.link(arc));
                    }
                }
            }
            passed.stream().forEach(link -> most[link] = PackingRows.plus(most[link], leg.bandwidthBps()));
        }
        BitSet contended = new BitSet(most.length);
        for (int link = 0; link < most.length; link++) {
            contended.set(link, problem.costs().perUtilisation() > 0 || most[link] > network.freeBps(link));
        }
        return contended;
    }

    private RouteParts route(Leg leg, LegReach reach, PathList.Path.Rating rating) {
        BitSet starts = choices.regionsOf(List.of(leg.source()));
        BitSet ends = choices.regionsOf(leg.destinations());
        Map<Integer, Terms> endsIn = ends(leg, ends);
        return PathList.of(network, reach, leg.boundMicros(), starts, ends, rating, mostPaths)
                .map(paths -> overPaths(leg, paths, endsIn))
                .orElseGet(() -> overArcs(leg, reach, endsIn));
    }

    /** One variable for each path: exactly those are taken that lead from where the source is to where the leg ends. */
    private RouteParts overPaths(Leg leg, List<PathList.Path> paths, Map<Integer, Terms> endsIn) {
        List<Carrier> carriers = new ArrayList<>();
        Map<Integer, Terms> from = new TreeMap<>();
        Map<Integer, Terms> to = new TreeMap<>();
        for (PathList.Path path : paths) {
            int variable = program.binary();
            carriers.add(new Carrier(variable, path.from(), path.to(), path.links(), path.latencyMicros()));
            from.computeIfAbsent(path.from(), region -> new Terms()).add(variable, 1);
            to.computeIfAbsent(path.to(), region -> new Terms()).add(variable, 1);
        }
        for (int region = 0; region < network.regions(); region++) {
            Choice start = choices.of(leg.source(), region);
            if (start != null) {
                program.equal(from.getOrDefault(region, new Terms()).add(start, -1), 0);
            }
        }
        endsIn.forEach((region, there) ->
                program.equal(to.getOrDefault(region, new Terms()).add(there, -1), 0));
        return new RouteParts(leg, carriers, endsIn);
    }

    /** One variable for each arc: what comes into a region goes on or ends there. */
    private RouteParts overArcs(Leg leg, LegReach reach, Map<Integer, Terms> endsIn) {
        int regions = network.regions();
        Terms[] balance = new Terms[regions];
        for (int region = 0; region < regions; region++) {
            balance[region] = new Terms();
        }
        List<Carrier> carriers = new ArrayList<>();
        Network.Arcs arcs = network.forward();
        for (int from = 0; from < regions; from++) {
            for (int arc = arcs.start(from); arc < arcs.start(from + 1); arc++) {
                if (reach.mayUse(from, arc)) {
                    int link = arcs.link(arc);
                    int variable = program.binary();
                    carriers.add(new Carrier(
                            variable, from, arcs.target(arc), new int[] {link}, network.latencyMicros(link)));
                    balance[from].add(variable, -1);
                    balance[arcs.target(arc)].add(variable, 1);
                }
            }
        }
        for (int region = 0; region < regions; region++) {
            Choice start = choices.of(leg.source(), region);
            if (start != null) {
                balance[region].add(start, 1);
            }
            Terms end = endsIn.get(region);
            if (end != null) {
                balance[region].add(end, -1);
            }
            if (balance[region].size() > 0 || balance[region].constant() != 0) {
                program.equal(balance[region], 0);
            }
        }
        RouteParts routes = new RouteParts(leg, carriers, endsIn);
        if (leg.boundMicros() != Leg.UNBOUNDED) {
            program.capacity(routes.latency(0), leg.boundMicros());
        }
        return routes;
    }

    /** By region a sum that is 1 if the leg ends there; if it has several destinations, it ends at one of them. */
    private Map<Integer, Terms> ends(Leg leg, BitSet regions) {
        TreeMap<Integer, Terms> endsIn = new TreeMap<>();
        boolean several = leg.destinations().size() > 1;
        Terms all = new Terms();
        for (int r = regions.nextSetBit(0); r >= 0; r = regions.nextSetBit(r + 1)) {
            Terms there = new Terms();
            for (Leg.End end : leg.destinations()) {
                Choice choice = choices.of(end, r);
                if (choice != null) {
                    there.add(choice, 1);
                }
            }
            if (several) {
                int chosen = program.binary();
                program.atMost(new Terms().add(chosen, 1).add(there, -1), 0);
                there = new Terms().add(chosen, 1);
                all.add(chosen, 1);
            }
            endsIn.put(r, there);
        }
        if (several) {
            program.equal(all, 1);
        }
        return endsIn;
    }

    private void links(List<RouteParts> all) {
        Terms[] load = new Terms[network.links()];
        for (RouteParts routes : all) {
            for (Carrier carrier : routes.carriers()) {
                for (int link : carrier.links()) {
                    load[link] = load[link] == null ? new Terms() : load[link];
                    load[link].add(carrier.variable(), routes.leg().bandwidthBps());
                }
            }
        }
        for (int link = 0; link < load.length; link++) {
            if (load[link] != null) {
                program.capacity(load[link], network.freeBps(link));
            }
        }
    }
}
