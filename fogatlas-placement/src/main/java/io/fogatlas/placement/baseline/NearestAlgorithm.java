package io.fogatlas.placement.baseline;

import io.fogatlas.model.Location;
import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the region with room whose great-circle distances to the placed vertices it exchanges data with sum up least, as FogFlow does for
 * inputs. Where a location is not known the distance counts 0; ties go to the lower id.
 */
public final class NearestAlgorithm implements PlacementAlgorithm {
    /** Made by {@link java.util.ServiceLoader}. */
    public NearestAlgorithm() {}

    @Override
    public String name() {
        return "nearest";
    }

    @Override
    public String description() {
        return "baseline: least summed distance to what it exchanges data with (FogFlow)";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        return OneByOne.place(problem, NearestAlgorithm::byDistance);
    }

    private static List<Integer> byDistance(Draft draft, Slot slot, List<Integer> regions) {
        Map<Integer, Double> distances = new HashMap<>();
        regions.forEach(region -> distances.put(region, summedMeters(draft, slot, region)));
        List<Integer> sorted = new ArrayList<>(regions);
        sorted.sort(Comparator.comparingDouble(region -> distances.getOrDefault(region, 0.0)));
        return sorted;
    }

    private static double summedMeters(Draft draft, Slot slot, int region) {
        double sum = 0;
        for (Leg leg : draft.legsOf(slot.index())) {
            if (leg.source().slot() == slot.index()) {
                for (Leg.End end : leg.destinations()) {
                    sum += meters(draft, region, draft.regionOf(end));
                }
            } else {
                sum += meters(draft, region, draft.regionOf(leg.source()));
            }
        }
        return sum;
    }

    private static double meters(Draft draft, int from, int to) {
        if (to == Draft.NOWHERE) {
            return 0;
        }
        Hosts hosts = draft.problem().hosts();
        Optional<Location> here = hosts.region(from).location();
        Optional<Location> there = hosts.region(to).location();
        return here.isPresent() && there.isPresent() ? here.get().metersTo(there.get()) : 0;
    }
}
