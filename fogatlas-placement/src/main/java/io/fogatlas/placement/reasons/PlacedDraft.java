package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a placement back into a draft, to see what could be done otherwise. */
final class PlacedDraft {
    private final Draft draft;
    private final Placement placement;
    private final Map<String, List<Assignment>> left = new HashMap<>();
    private final Map<String, Integer> linkNumbers = new HashMap<>();

    private PlacedDraft(PlacementProblem problem, Placement placement) {
        draft = new Draft(problem);
        this.placement = placement;
        Network network = problem.network();
        for (int link = 0; link < network.links(); link++) {
            linkNumbers.put(network.linkId(link), link);
        }
        placement.assignments().forEach((name, in) -> left.put(name, new ArrayList<>(in)));
    }

    /** Makes a draft of a valid placement; empty if the replicas cannot be packed again as quickly as drafts pack. */
    static Optional<Draft> of(PlacementProblem problem, Placement placement) {
        PlacedDraft placed = new PlacedDraft(problem, placement);
        return placed.placeAll() && placed.routeAll() ? Optional.of(placed.draft) : Optional.empty();
    }

    private boolean placeAll() {
        List<Slot> slots = new ArrayList<>(draft.problem().slots());
        slots.sort(Comparator.comparingInt((Slot slot) -> slot.candidates().cardinality()));
        for (Slot slot : slots) {
            List<Assignment> open =
                    left.getOrDefault(slot.service().microservice().name(), List.of());
            Optional<Assignment> one = open.stream()
                    .filter(assignment -> assignment.replicas() == slot.replicas()
                            && slot.candidates().get(region(assignment.region())))
                    .findFirst();
            if (one.isEmpty() || !draft.place(slot, region(one.get().region()))) {
                return false;
            }
            open.remove(one.get());
        }
        return true;
    }

    private int region(String id) {
        return draft.problem().network().region(id);
    }

    private boolean routeAll() {
        Map<List<String>, Route> routes = new HashMap<>();
        placement.routes().forEach(route -> routes.put(List.of(route.flow(), route.sourceRegion()), route));
        for (Leg leg : draft.problem().legs()) {
            String source = draft.problem().network().regionId(draft.regionOf(leg.source()));
            Route route = routes.get(List.of(leg.flow().name(), source));
            if (route == null) {
                return false;
            }
            int destination = region(route.destinationRegion());
            Optional<Leg.End> end = leg.destinations().stream()
                    .filter(each -> draft.regionOf(each) == destination)
                    .findFirst();
            if (end.isEmpty()) {
                return false;
            }
            int[] links = route.links().stream()
                    .mapToInt(id -> linkNumbers.getOrDefault(id, 0))
                    .toArray();
            draft.route(leg, end.get(), links);
        }
        return true;
    }
}
