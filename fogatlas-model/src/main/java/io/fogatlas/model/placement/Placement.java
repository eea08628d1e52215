package io.fogatlas.model.placement;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the replicas of an application run and which way its data flows take. A value only: whether it keeps the rules is for a
 * verifier to say.
 *
 * @param assignments the Assignments of each microservice by its name, sorted by region
 * @param routes the routes, sorted by flow and source region
 */
public record Placement(Map<String, List<Assignment>> assignments, List<Route> routes) {
    private static final Comparator<Route> ROUTE_ORDER = Comparator.comparing(Route::flow)
            .thenComparing(Route::sourceRegion)
            .thenComparing(Route::destinationRegion);

    /**
     * Copies and sorts, so that equal placements are equal whatever order they were found in.
     *
     * @param assignments the Assignments by microservice
     * @param routes the routes
     */
    public Placement {
        Map<String, List<Assignment>> sorted = new TreeMap<>();
        assignments.forEach(
                (microservice, in) -> sorted.put(microservice, sorted(in, Comparator.comparing(Assignment::region))));
        assignments = Collections.unmodifiableMap(sorted);
        routes = sorted(routes, ROUTE_ORDER);
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        if (values.size() < 2) {
            return List.copyOf(values);
        }
        List<T> copy = new ArrayList<>(values);
        copy.sort(order);
        return List.copyOf(copy);
    }

    /**
     * Lists where a microservice runs.
     *
     * @param microservice its name
     * @return its Assignments by region; empty if it is not placed
     */
    public List<Assignment> of(String microservice) {
        return assignments.getOrDefault(microservice, List.of());
    }

    /**
     * Says which Assignment answers which demand of a microservice: a demand of a region the one there, and then each that leaves the
     * region open one of as many replicas.
     *
     * @param microservice the microservice
     * @return an Assignment for each of its demands, in their order; empty for a demand that none answers
     */
    public List<Optional<Assignment>> answers(Microservice microservice) {
        List<RegionDemand> demands = microservice.demands();
        List<Assignment> left = new ArrayList<>(of(microservice.name()));
        List<Optional<Assignment>> answers = new ArrayList<>(Collections.nCopies(demands.size(), Optional.empty()));
        for (boolean pinned : List.of(true, false)) {
            for (int place = 0; place < demands.size(); place++) {
                RegionDemand demand = demands.get(place);
                if (demand.region().isPresent() == pinned) {
                    Optional<Assignment> answer = left.stream()
                            .filter(each -> demand.region()
                                    .map(each.region()::equals)
                                    .orElse(each.replicas() == demand.replicas()))
                            .findFirst();
                    answer.ifPresent(left::remove);
                    answers.set(place, answer);
                }
            }
        }
        return Collections.unmodifiableList(answers);
    }
}
