package io.fogatlas.placement.change;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An application on its way from one placement to another: what runs now, and which part of which {@link Move} may be done next. Every
 * part can be taken back.
 */
final class Transition {
    /** The replicas of a microservice in a region. */
    private record Spot(String microservice, String region) {}

    /** The ways a flow may take from one of its source regions. */
    private record Lane(String flow, String region) {}

    private final PlacementRequest request;
    private final List<Move> moves;
    private final int[] done;
    private final Rooms rooms;
    private final Map<Spot, Integer> replicas = new HashMap<>();
    private final Map<Spot, Integer> routesAt = new HashMap<>();
    private final Map<Lane, Integer> lanes = new HashMap<>();
    private final Map<String, Map<String, Integer>> regionsOf = new HashMap<>();
    private final Map<String, List<DataFlow>> flowsFrom = new HashMap<>();
    private final Set<String> carried = new HashSet<>();
    private final Map<String, Long> leastRunning = new HashMap<>();
    private final Map<String, Long> leastServing = new HashMap<>();
    private final Map<String, Set<String>> finalRegions = new HashMap<>();
    private final Map<Lane, Route> finalRoutes = new HashMap<>();
    private final Set<Route> held = new HashSet<>();
    private final Map<Spot, Integer> leaving = new HashMap<>();
    private final Map<Spot, Integer> routesToCome = new HashMap<>();
    private Pauses pauses = Pauses.NONE;

    Transition(PlacementRequest request, Placement start, Placement to, List<Move> moves) {
        this.request = request;
        this.moves = moves;
        done = new int[moves.size()];
        rooms = new Rooms(request);
        for (DataFlow flow : request.application().flows()) {
            flowsFrom.computeIfAbsent(flow.source(), name -> new ArrayList<>(2)).add(flow);
        }
        for (Microservice microservice : request.application().microservices()) {
            String name = microservice.name();
            regionsOf.put(name, new LinkedHashMap<>());
            finalRegions.put(name, new HashSet<>());
            to.of(name).forEach(next -> finalRegionsOf(name).add(next.region()));
            for (Assignment assignment : start.of(name)) {
                int untold = assignment.replicas();
                for (Map.Entry<String, Integer> node :
                        assignment.replicasByNode().entrySet()) {
                    rooms.take(microservice, node.getKey(), node.getValue());
                    untold -= node.getValue();
                }
                rooms.take(microservice, "", Math.max(0, untold));
                shift(name, assignment.region(), assignment.replicas());
            }
        }
        for (Route route : start.routes()) {
            carried.add(route.flow());
            hold(route, 1);
        }
        to.routes().forEach(route -> finalRoutes.put(laneOf(route), route));
        for (Microservice microservice : request.application().microservices()) {
            String name = microservice.name();
            long wanted = to.of(name).stream().mapToLong(Assignment::replicas).sum();
            leastRunning.put(name, Math.min(running(name), wanted));
            leastServing.put(name, Math.min(serving(name), wanted));
        }
        moves.forEach(move -> {
            rooms.expect(move, move.count());
            if (move instanceof Move.Replicas some && !some.adds()) {
                leaving.merge(new Spot(some.microservice(), some.region()), some.count(), Integer::sum);
            } else if (move instanceof Move.Path path && path.adds()) {
                expect(path.route(), 1);
            }
        });
    }

    private Set<String> finalRegionsOf(String microservice) {
        return finalRegions.getOrDefault(microservice, Set.of());
    }

    /** Lets microservices pause, and flows between endpoints be interrupted, from now on. */
    void allow(Pauses some) {
        pauses = some;
    }

    int done(int move) {
        return done[move];
    }

    boolean isDone(int move) {
        return done[move] == moves.get(move).count();
    }

    boolean isDone() {
        for (int move = 0; move < done.length; move++) {
            if (!isDone(move)) {
                return false;
            }
        }
        return true;
    }

    /** What was done of every move, for comparing states. */
    List<Integer> state() {
        List<Integer> state = new ArrayList<>(done.length);
        for (int each : done) {
            state.add(each);
        }
        return state;
    }

    /** Does so many parts of a move, or takes them back if they are negative; whether that may be is not asked. */
    void apply(int move, int parts) {
        done[move] += parts;
        Move what = moves.get(move);
        int sign = what.adds() ? parts : -parts;
        if (what instanceof Move.Replicas some) {
            rooms.take(microservice(some.microservice()), some.node(), sign);
            shift(some.microservice(), some.region(), sign);
            if (!some.adds()) {
                leaving.merge(new Spot(some.microservice(), some.region()), -parts, Integer::sum);
            }
        } else if (what instanceof Move.Path path) {
            hold(path.route(), sign);
            if (path.adds()) {
                expect(path.route(), -parts);
            }
        }
        rooms.expect(what, -parts);
    }

    private void expect(Route route, int by) {
        DataFlow flow = flow(route);
        routesToCome.merge(new Spot(flow.source(), route.sourceRegion()), by, Integer::sum);
        routesToCome.merge(new Spot(flow.destination(), route.destinationRegion()), by, Integer::sum);
    }

    private void shift(String microservice, String region, int by) {
        replicas.merge(new Spot(microservice, region), by, Integer::sum);
        Map<String, Integer> regions = regionsOf.getOrDefault(microservice, new HashMap<>());
        regions.merge(region, by, Integer::sum);
        regions.remove(region, 0);
    }

    private void hold(Route route, int by) {
        DataFlow flow = flow(route);
        lanes.merge(laneOf(route), by, Integer::sum);
        routesAt.merge(new Spot(flow.source(), route.sourceRegion()), by, Integer::sum);
        routesAt.merge(new Spot(flow.destination(), route.destinationRegion()), by, Integer::sum);
        rooms.hold(route, by);
        if (by > 0) {
            held.add(route);
        } else {
            held.remove(route);
        }
    }

    private Microservice microservice(String name) {
        return request.application().microservice(name).orElseThrow();
    }

    private DataFlow flow(Route route) {
        return request.application().flow(route.flow()).orElseThrow();
    }

    private static Lane laneOf(Route route) {
        return new Lane(route.flow(), route.sourceRegion());
    }

    /** Whether so many parts of a move may be done now. */
    boolean may(int move, int parts) {
        Move what = moves.get(move);
        if (what instanceof Move.Replicas some) {
            return some.adds() ? mayStart(some, parts) : mayStop(some, parts);
        }
        Route route = ((Move.Path) what).route();
        return what.adds() ? mayRoute(route) : mayGiveUp(route);
    }

    private boolean mayStart(Move.Replicas some, int parts) {
        Microservice microservice = microservice(some.microservice());
        return rooms.fits(microservice, some.node(), parts)
                && (rooms.hasNoRules() || mayJoin(microservice, some.region(), parts));
    }

    private boolean mayJoin(Microservice joining, String region, int parts) {
        String namespace = request.application().id().namespace();
        for (PodAffinity rule : joining.antiAffinities()) {
            if (rule.selects(namespace, namespace, joining.labels()) && parts > 1) {
                return false;
            }
        }
        for (Microservice other : request.application().microservices()) {
            if (at(other.name(), region) > 0
                    && (selects(joining.antiAffinities(), other) || selects(other.antiAffinities(), joining))) {
                return false;
            }
        }
        for (PodAffinity rule : joining.affinities()) {
            boolean here = rooms.runsBeside(rule, region);
            boolean anywhere = rooms.runsAnywhere(rule);
            for (Microservice other : request.application().microservices()) {
                if (rule.selects(namespace, namespace, other.labels())) {
                    here |= at(other.name(), region) > 0;
                    anywhere |= running(other.name()) > 0;
                }
            }
            boolean first = !anywhere && rule.selects(namespace, namespace, joining.labels());
            if (!here && !first) {
                return false;
            }
        }
        return true;
    }

    private boolean selects(List<PodAffinity> rules, Microservice other) {
        String namespace = request.application().id().namespace();
        return rules.stream().anyMatch(rule -> rule.selects(namespace, namespace, other.labels()));
    }

    private boolean mayStop(Move.Replicas some, int parts) {
        String name = some.microservice();
        if (pauses.microservices().contains(name)) {
            return true;
        }
        Spot spot = new Spot(name, some.region());
        if (at(name, some.region()) == parts && routesAt.getOrDefault(spot, 0) > 0) {
            return false;
        }
        long lost = isServing(name, some.region()) ? parts : 0;
        return running(name) - parts >= least(leastRunning, name) && serving(name) - lost >= least(leastServing, name);
    }

    private boolean mayRoute(Route route) {
        DataFlow flow = flow(route);
        return isAt(flow.source(), route.sourceRegion())
                && isAt(flow.destination(), route.destinationRegion())
                && rooms.carries(route);
    }

    private boolean isAt(String vertex, String region) {
        return request.application().microservice(vertex).isEmpty() || at(vertex, region) > 0;
    }

    private boolean mayGiveUp(Route route) {
        DataFlow flow = flow(route);
        if (isWaived(flow) || lanes.getOrDefault(laneOf(route), 0) > 1) {
            return true;
        }
        String source = flow.source();
        if (request.application().microservice(source).isEmpty()) {
            return false;
        }
        if (pauses.microservices().contains(source)) {
            return true;
        }
        long lost = isServing(source, route.sourceRegion()) ? at(source, route.sourceRegion()) : 0;
        return serving(source) - lost >= least(leastServing, source);
    }

    private static long least(Map<String, Long> byName, String name) {
        return byName.getOrDefault(name, 0L);
    }

    private boolean isWaived(DataFlow flow) {
        return !pauses.isEmpty()
                && (pauses.microservices().contains(flow.source())
                        || pauses.microservices().contains(flow.destination())
                        || pauses.flows().contains(flow.name()));
    }

    private int at(String microservice, String region) {
        return replicas.getOrDefault(new Spot(microservice, region), 0);
    }

    private long running(String microservice) {
        long sum = 0;
        for (int count : regionsOf.getOrDefault(microservice, Map.of()).values()) {
            sum += count;
        }
        return sum;
    }

    private long serving(String microservice) {
        long sum = 0;
        for (Map.Entry<String, Integer> entry :
                regionsOf.getOrDefault(microservice, Map.of()).entrySet()) {
            sum += isServing(microservice, entry.getKey()) ? entry.getValue() : 0;
        }
        return sum;
    }

    /** Whether all data flows that count have a route from the replicas of a microservice in a region. */
    private boolean isServing(String microservice, String region) {
        for (DataFlow flow : flowsFrom.getOrDefault(microservice, List.of())) {
            if (carried.contains(flow.name()) && !isRouted(flow, region) && !isWaived(flow)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a move may be done at once without making any order impossible: it gives back what nobody needs any more, or takes what
     * nobody else will ask for, and keeps nobody from leaving. That is not so for microservices with affinities, to which it matters who
     * comes and goes first.
     */
    boolean isHarmless(int move) {
        Move what = moves.get(move);
        if (what instanceof Move.Replicas some) {
            return some.adds()
                    ? rooms.isEnoughForAll(some)
                    : (pauses.microservices().contains(some.microservice()) || isReplaced(some.microservice()))
                            && !isAtEndOfRoutes(some);
        }
        Move.Path path = (Move.Path) what;
        return path.adds() ? rooms.isEnoughForAll(path) && isBetweenWhatStays(path.route()) : isNeedless(path.route());
    }

    /**
     * Whether routes, there or to come, start or end at replicas that leave, since none is there that stays: the last of them cannot go
     * then, and which one that is makes a difference.
     */
    private boolean isAtEndOfRoutes(Move.Replicas some) {
        Spot spot = new Spot(some.microservice(), some.region());
        return routesAt.getOrDefault(spot, 0) + routesToCome.getOrDefault(spot, 0) > 0
                && !stays(some.microservice(), some.region());
    }

    /** Whether a route keeps no replica from leaving: others that stay are at its ends. */
    private boolean isBetweenWhatStays(Route route) {
        DataFlow flow = flow(route);
        return stays(flow.source(), route.sourceRegion()) && stays(flow.destination(), route.destinationRegion());
    }

    private boolean stays(String vertex, String region) {
        return request.application().microservice(vertex).isEmpty() || atFinally(vertex, region) > 0;
    }

    private boolean isNeedless(Route route) {
        DataFlow flow = flow(route);
        boolean replaced = isWaived(flow)
                || (request.application().microservice(flow.source()).isPresent()
                        ? isReplaced(flow.source())
                        : isFinal(laneOf(route)));
        return replaced && !sharesWithOneToCome(route);
    }

    /** Whether the route that comes in the place of one passes links with it, which have room for both or for none. */
    private boolean sharesWithOneToCome(Route route) {
        Route next = finalRoutes.get(laneOf(route));
        return next != null && !held.contains(next) && !Collections.disjoint(next.links(), route.links());
    }

    private boolean isFinal(Lane lane) {
        Route route = finalRoutes.get(lane);
        return route != null && held.contains(route);
    }

    /** Whether what a microservice has where it will be suffices already. */
    private boolean isReplaced(String microservice) {
        long running = 0;
        long serving = 0;
        for (String region : finalRegionsOf(microservice)) {
            long there = atFinally(microservice, region);
            running += there;
            boolean serves = flowsFrom.getOrDefault(microservice, List.of()).stream()
                    .allMatch(flow ->
                            !carried.contains(flow.name()) || isWaived(flow) || isFinal(new Lane(flow.name(), region)));
            serving += serves ? there : 0;
        }
        return running >= least(leastRunning, microservice) && serving >= least(leastServing, microservice);
    }

    private long atFinally(String microservice, String region) {
        return (long) at(microservice, region) - leaving.getOrDefault(new Spot(microservice, region), 0);
    }

    /** Lists who has to pause for what runs now to be enough, of those who may. */
    Pauses mustPause() {
        Set<String> microservices = new TreeSet<>();
        Set<String> flows = new TreeSet<>();
        for (String name : pauses.microservices()) {
            if (running(name) < least(leastRunning, name)) {
                microservices.add(name);
            }
        }
        routesAt.forEach((spot, routes) -> {
            if (routes > 0 && at(spot.microservice(), spot.region()) == 0) {
                microservices.add(spot.microservice());
            }
        });
        for (DataFlow flow : request.application().flows()) {
            if (carried.contains(flow.name()) && isWaived(flow) && isMissed(flow)) {
                microservices.add(flow.source());
                microservices.add(flow.destination());
                flows.add(flow.name());
            }
        }
        microservices.retainAll(pauses.microservices());
        flows.retainAll(pauses.flows());
        return new Pauses(microservices, flows);
    }

    /** Whether a flow lacks a route from its endpoint, or from a replica while too few replicas have routes for all their flows. */
    private boolean isMissed(DataFlow flow) {
        String source = flow.source();
        if (request.application().microservice(source).isEmpty()) {
            return lanes.entrySet().stream()
                    .noneMatch(lane -> lane.getKey().flow().equals(flow.name()) && lane.getValue() > 0);
        }
        Map<String, Integer> regions = regionsOf.getOrDefault(source, Map.of());
        long serving = 0;
        boolean lacking = false;
        for (Map.Entry<String, Integer> entry : regions.entrySet()) {
            boolean all = flowsFrom.getOrDefault(source, List.of()).stream()
                    .allMatch(each -> !carried.contains(each.name()) || isRouted(each, entry.getKey()));
            serving += all ? entry.getValue() : 0;
            lacking |= !isRouted(flow, entry.getKey());
        }
        return lacking && serving < least(leastServing, source);
    }

    private boolean isRouted(DataFlow flow, String region) {
        return lanes.getOrDefault(new Lane(flow.name(), region), 0) > 0;
    }
}
