package io.fogatlas.placement.search;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns numbers back into ids: a draft in which every slot is somewhere and every leg has a route becomes a placement. */
final class CompletedDraft {
    private CompletedDraft() {}

    static Placement placement(Draft draft, NodePacking packing) {
        Network network = draft.problem().network();
        Map<String, List<Assignment>> assignments = new HashMap<>();
        for (Slot slot : draft.problem().slots()) {
            assignments
                    .computeIfAbsent(slot.service().microservice().name(), name -> new ArrayList<>())
                    .add(new Assignment(
                            network.regionId(draft.regionOf(slot.index())),
                            slot.replicas(),
                            packing.replicasByNode(slot)));
        }
        List<Route> routes = new ArrayList<>();
        for (Leg leg : draft.problem().legs()) {
            int end = draft.endOf(leg);
            int endRegion =
                    end >= 0 ? draft.regionOf(end) : leg.destinations().get(0).region();
            List<String> links = Arrays.stream(draft.routes().of(leg))
                    .mapToObj(network::linkId)
                    .toList();
            routes.add(new Route(
                    leg.flow().name(),
                    network.regionId(draft.regionOf(leg.source())),
                    network.regionId(endRegion),
                    links));
        }
        return new Placement(assignments, routes);
    }
}
