package io.fogatlas.placement.greedy;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Service;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.RegionChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts into an empty draft what of the current placement still keeps the rules: slots where they are, and legs on their routes. */
final class StayingPut {
    private final PlacementProblem problem;
    private final Infrastructure infrastructure;
    private final Network network;
    private final Draft draft;
    private final RegionChoice choice;
    private final Placement current;

    StayingPut(PlacementProblem problem, Draft draft, Placement current) {
        this.problem = problem;
        this.draft = draft;
        this.current = current;
        infrastructure = problem.request().infrastructure();
        network = problem.network();
        choice = new RegionChoice(draft);
    }

    void fill() {
        boolean more = true;
        while (more) { // more than once only where affinities wait for who comes later
            more = false;
            for (Service service : problem.services()) {
                more |= keep(service);
            }
        }
        keepRoutes();
        draft.commit();
    }

    /** Leaves as many slots of a service as possible where it runs; whether there was one. */
    private boolean keep(Service service) {
        List<Assignment> here =
                new ArrayList<>(current.of(service.microservice().name()));
        List<Slot> waiting = new ArrayList<>();
        for (int index : service.slots()) {
            int region = draft.regionOf(index);
            if (region == Draft.NOWHERE) {
                waiting.add(problem.slots().get(index));
            } else {
                here.removeIf(assignment -> assignment.region().equals(network.regionId(region)));
            }
        }
        boolean any = keep(waiting, here, /* sameSize= */ true);
        any |= keep(waiting, here, /* sameSize= */ false);
        return any;
    }

    private boolean keep(List<Slot> waiting, List<Assignment> here, boolean sameSize) {
        boolean any = false;
        for (Iterator<Slot> slots = waiting.iterator(); slots.hasNext() && !here.isEmpty(); ) {
            Slot slot = slots.next();
            Optional<Assignment> fitting = here.stream()
                    .filter(assignment -> !sameSize || assignment.replicas() == slot.replicas())
                    .filter(assignment -> stays(slot, assignment.region()))
                    .findFirst();
            if (fitting.isPresent()) {
                here.remove(fitting.get());
                slots.remove();
                any = true;
            }
        }
        return any;
    }

    private boolean stays(Slot slot, String region) {
        if (infrastructure.region(region).isEmpty()) {
            return false;
        }
        int number = network.region(region);
        return slot.candidates().get(number) && choice.mayBe(slot, number) && draft.place(slot, number);
    }

    private void keepRoutes() {
        Map<List<String>, Route> routes = current.routes().stream()
                .collect(Collectors.toMap(
                        route -> List.of(route.flow(), route.sourceRegion()), route -> route, (one, other) -> one));
        for (Leg leg : problem.legs()) {
            int source = draft.regionOf(leg.source());
            if (source != Draft.NOWHERE) {
                Route route = routes.get(List.of(leg.flow().name(), network.regionId(source)));
                if (route != null) {
                    keep(leg, route);
                }
            }
        }
    }

    private void keep(Leg leg, Route route) {
        Optional<Leg.End> end = leg.destinations().stream()
                .filter(one -> draft.regionOf(one) != Draft.NOWHERE)
                .filter(one -> network.regionId(draft.regionOf(one)).equals(route.destinationRegion()))
                .findFirst();
        Optional<int[]> links = links(leg, route);
        if (end.isPresent() && links.isPresent() && latencyMicros(links.get()) <= draft.boundMicros(leg, end.get())) {
            draft.route(leg, end.get(), links.get());
        }
    }

    private long latencyMicros(int[] links) {
        long sum = 0;
        for (int link : links) {
            sum += network.latencyMicros(link);
        }
        return sum;
    }

    /** The links of a route, if they still lead from its source to its destination and have room. */
    private Optional<int[]> links(Leg leg, Route route) {
        int[] links = new int[route.links().size()];
        String at = route.sourceRegion();
        Set<String> passed = new HashSet<>(Set.of(at));
        for (int hop = 0; hop < links.length; hop++) {
            Optional<Link> link = infrastructure.link(route.links().get(hop));
            Optional<String> exit = link.isPresent() ? link.get().exitFrom(at) : Optional.empty();
            OptionalInt number = network.link(route.links().get(hop));
            if (exit.isEmpty()
                    || number.isEmpty()
                    || !passed.add(exit.get())
                    || draft.freeBps(number.getAsInt()) < leg.bandwidthBps()) {
                return Optional.empty();
            }
            links[hop] = number.getAsInt();
            at = exit.get();
        }
        return at.equals(route.destinationRegion()) ? Optional.of(links) : Optional.empty();
    }
}
