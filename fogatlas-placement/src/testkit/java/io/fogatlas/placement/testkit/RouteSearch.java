package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the best routes for Assignments that are all made, trying every destination and every simple path of every leg. */
final class RouteSearch {
    private final PlacementRequest request;
    private final Application application;
    private final SimplePaths paths;
    private final Load load;
    private final Work work;
    private final ChainBounds chains;
    private final Map<String, Long> free = new HashMap<>();
    private final Map<String, Long> own = new HashMap<>();

    private Optional<Found> best = Optional.empty();
    private double limit;

    RouteSearch(PlacementRequest request, Others others, Load load, SimplePaths paths, Work work) {
        this.request = request;
        this.application = request.application();
        this.paths = paths;
        this.load = load;
        this.work = work;
        this.chains = new ChainBounds(application);
        Infrastructure infrastructure = request.infrastructure();
        for (Link link : infrastructure.links()) {
            free.put(link.id(), Math.max(0, link.bandwidthBps() - others.takenBps(link)));
        }
    }

    /**
     * One route to be found.
     *
     * @param flow the flow
     * @param from the region it starts in
     */
    record Leg(DataFlow flow, String from) {}

    /**
     * The best routes.
     *
     * @param routes the routes
     * @param tally all amounts with them
     */
    record Found(List<Route> routes, Tally tally) {}

    private record Choice(String to, SimplePaths.Path path, double cost) {}

    /** Finds the best routes, if there are any and the whole is worth less than {@code limit}. */
    Optional<Found> search(Function<String, List<String>> regionsOf, Tally tally, double limitValue) {
        best = Optional.empty();
        limit = limitValue;
        List<Leg> legs = new ArrayList<>();
        List<List<Choice>> choices = new ArrayList<>();
        for (DataFlow flow : application.flows()) {
            for (String from : regionsOf.apply(flow.source())) {
                Leg leg = new Leg(flow, from);
                legs.add(leg);
                choices.add(choices(leg, regionsOf.apply(flow.destination())));
            }
        }
        double[] leastFrom = new double[legs.size() + 1];
        for (int leg = legs.size() - 1; leg >= 0; leg--) {
            if (choices.get(leg).isEmpty()) {
                return Optional.empty();
            }
            leastFrom[leg] = leastFrom[leg + 1] + choices.get(leg).get(0).cost();
        }
        route(legs, choices, leastFrom, tally, new ArrayList<>());
        return best;
    }

    /** The least that the routes of a flow between two regions can cost; infinite if there are none. */
    double leastCost(DataFlow flow, String from, List<String> to) {
        List<Choice> all = choices(new Leg(flow, from), to);
        return all.isEmpty() ? Double.POSITIVE_INFINITY : all.get(0).cost();
    }

    private List<Choice> choices(Leg leg, List<String> destinations) {
        DataFlow flow = leg.flow();
        List<Choice> choices = new ArrayList<>();
        for (String to : destinations) {
            for (SimplePaths.Path path : paths.between(leg.from(), to)) {
                boolean quick = !flow.hasLatencyBound() || path.micros() <= flow.latencyBoundMicros();
                if (quick
                        && path.links().stream()
                                .allMatch(link -> free.getOrDefault(link.id(), 0L) >= flow.bandwidthBps())) {
                    double cost = new Tally(0, 0, 0, 0, 0, 0)
                            .withRoute(flow.bandwidthBps(), path, 0)
                            .value(request.objective());
                    choices.add(new Choice(to, path, cost));
                }
            }
        }
        choices.sort(Comparator.comparingDouble(Choice::cost));
        return choices;
    }

    private void route(
            List<Leg> legs,
            List<List<Choice>> choices,
            double[] leastFrom,
            Tally tally,
            List<ChainBounds.Routed> routed) {
        work.step();
        int next = routed.size();
        if (tally.value(request.objective()) + leastFrom[next] >= limit || !chains.areKept(routed)) {
            return;
        }
        if (next == legs.size()) {
            limit = tally.value(request.objective());
            best = Optional.of(
                    new Found(routed.stream().map(RouteSearch::asRoute).toList(), tally));
            return;
        }
        Leg leg = legs.get(next);
        long bps = leg.flow().bandwidthBps();
        for (Choice choice : choices.get(next)) {
            List<Link> links = choice.path().links();
            if (links.stream()
                    .allMatch(link -> own.getOrDefault(link.id(), 0L) + bps <= free.getOrDefault(link.id(), 0L))) {
                links.forEach(link -> own.merge(link.id(), bps, Long::sum));
                double highest = links.stream()
                        .mapToDouble(link -> load.of(link, own.getOrDefault(link.id(), 0L)))
                        .max()
                        .orElse(0);
                routed.add(new ChainBounds.Routed(leg, choice.to(), choice.path()));
                route(legs, choices, leastFrom, tally.withRoute(bps, choice.path(), highest), routed);
                routed.remove(next);
                links.forEach(link -> own.merge(link.id(), -bps, Long::sum));
            }
        }
    }

    private static Route asRoute(ChainBounds.Routed routed) {
        return new Route(
                routed.leg().flow().name(),
                routed.leg().from(),
                routed.to(),
                routed.path().links().stream().map(Link::id).toList());
    }
}
