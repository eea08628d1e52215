package com.example.broken;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Distances;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.RegionChoice;
import java.util.List;

/** Puts each microservice into the first region that has room, and sends each data flow the shortest way. Something is forgotten. */
public final class ShortestWayAlgorithm implements PlacementAlgorithm {
    @Override
    public String name() {
        return "shortest-way";
    }

    @Override
    public String description() {
        return "the first region with room, and the shortest way to it";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        Draft draft = new Draft(problem);
        RegionChoice choice = new RegionChoice(draft);
        for (Slot slot : problem.slots()) {
            boolean placed = slot.candidates().stream()
                    .anyMatch(region -> choice.mayBe(slot, region) && draft.place(slot, region));
            if (!placed) {
                return Answer.nothing(List.of());
            }
        }
        // tag::broken-algorithm[]
        Distances distances = new Distances(problem.network());
        for (Leg leg : problem.legs()) {
            Leg.End end = leg.destinations().get(0);
            int from = draft.regionOf(leg.source());
            int to = draft.regionOf(end);
            if (distances.to(to).links(from) == Integer.MAX_VALUE) {
                return Answer.nothing(List.of());
            }
            draft.route(leg, end, shortestWay(problem.network(), distances.to(to), from));
        }
        return Answer.placed(draft.toPlacement());
        // end::broken-algorithm[]
    }

    private static int[] shortestWay(Network network, Distances.Row distance, int from) {
        Network.Arcs arcs = network.forward();
        int[] links = new int[distance.links(from)];
        int here = from;
        for (int step = 0; step < links.length; step++) {
            int arc = arcs.start(here);
            while (distance.links(arcs.target(arc)) >= distance.links(here)) {
                arc++;
            }
            links[step] = arcs.link(arc);
            here = arcs.target(arc);
        }
        return links;
    }
}
