package io.fogatlas.placement.change;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between two placements in one place, to be done as a whole or in parts. */
sealed interface Move {
    /** Whether it takes something, rather than giving it back. */
    boolean adds();

    /** How many equal parts it consists of. */
    int count();

    /** Replicas of one microservice on one node; the node is empty if it is not known. */
    record Replicas(boolean adds, String microservice, String region, String node, int count) implements Move {}

    /** One route. */
    record Path(boolean adds, Route route) implements Move {
        @Override
        public int count() {
            return 1;
        }
    }

    /** A node of a region, or an unknown one. */
    record Place(String region, String node) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byRegion = region.compareTo(other.region);
            return byRegion != 0 ? byRegion : node.compareTo(other.node);
        }
    }

    /** The moves between two placements: what starts, which routes come, which go, and what stops. */
    static List<Move> between(Placement from, Placement to) {
        List<Move> starting = new ArrayList<>();
        List<Move> stopping = new ArrayList<>();
        Set<String> names = new TreeSet<>(from.assignments().keySet());
        names.addAll(to.assignments().keySet());
        for (String name : names) {
            Map<Place, Integer> change = new TreeMap<>();
            byPlace(to.of(name)).forEach((place, count) -> change.merge(place, count, Integer::sum));
            byPlace(from.of(name)).forEach((place, count) -> change.merge(place, -count, Integer::sum));
            change.forEach((place, more) -> {
                if (more != 0) {
                    (more > 0 ? starting : stopping)
                            .add(new Replicas(more > 0, name, place.region(), place.node(), Math.abs(more)));
                }
            });
        }
        Set<Route> before = new HashSet<>(from.routes());
        Set<Route> after = new HashSet<>(to.routes());
        List<Move> moves = new ArrayList<>(starting);
        to.routes().stream()
                .filter(route -> !before.contains(route))
                .forEach(route -> moves.add(new Path(true, route)));
        from.routes().stream()
                .filter(route -> !after.contains(route))
                .forEach(route -> moves.add(new Path(false, route)));
        moves.addAll(stopping);
        return List.copyOf(moves);
    }

    private static Map<Place, Integer> byPlace(List<Assignment> assignments) {
        Map<Place, Integer> byPlace = new TreeMap<>();
        for (Assignment assignment : assignments) {
            int untold = assignment.replicas();
            for (Map.Entry<String, Integer> entry : assignment.replicasByNode().entrySet()) {
                untold -= entry.getValue();
                byPlace.merge(new Place(assignment.region(), entry.getKey()), entry.getValue(), Integer::sum);
            }
            if (untold > 0) {
                byPlace.merge(new Place(assignment.region(), ""), untold, Integer::sum);
            }
        }
        return byPlace;
    }
}
