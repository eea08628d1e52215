package io.fogatlas.placement.change;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Leaves replicas that stay in their region on their nodes: algorithms choose regions and pack each anew, without regard to where on its
 * nodes who was. Where the others do not fit beside those that stay, the region is packed as the algorithm packed it.
 */
public final class SameNodes {
    private final PlacementRequest request;
    private final Placement current;
    private final Placement placement;

    private SameNodes(PlacementRequest request, Placement current, Placement placement) {
        this.request = request;
        this.current = current;
        this.placement = placement;
    }

    /**
     * Moves replicas of a placement back to the nodes they are on.
     *
     * @param request what was to be placed where
     * @param current where the application runs now, whatever it says
     * @param placement a placement that keeps the rules of the request
     * @return a placement with the same replicas in the same regions and the same routes, which keeps them as well
     */
    public static Placement of(PlacementRequest request, Placement current, Placement placement) {
        if (!request.infrastructure().hasNodes()) {
            return placement;
        }
        return new SameNodes(request, current, placement).keep();
    }

    private record Resident(Microservice microservice, Assignment assignment) {}

    private Placement keep() {
        Map<String, List<Resident>> byRegion = new TreeMap<>();
        for (Microservice microservice : request.application().microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                byRegion.computeIfAbsent(assignment.region(), region -> new ArrayList<>())
                        .add(new Resident(microservice, assignment));
            }
        }
        Map<String, List<Assignment>> kept = new HashMap<>();
        byRegion.forEach((region, residents) -> {
            List<Assignment> packed = residents.stream().anyMatch(this::isElsewhere)
                    ? packed(region, residents)
                    : residents.stream().map(Resident::assignment).toList();
            for (int number = 0; number < residents.size(); number++) {
                kept.computeIfAbsent(residents.get(number).microservice().name(), name -> new ArrayList<>())
                        .add(packed.get(number));
            }
        });
        return new Placement(kept, placement.routes());
    }

    /** Whether a replica might stay that is on another node now. */
    private boolean isElsewhere(Resident resident) {
        Map<String, Integer> now = nodesNow(resident);
        return now.entrySet().stream()
                .anyMatch(node ->
                        node.getValue() > resident.assignment().replicasByNode().getOrDefault(node.getKey(), 0));
    }

    private Map<String, Integer> nodesNow(Resident resident) {
        Map<String, Integer> now = new TreeMap<>();
        for (Assignment assignment : current.of(resident.microservice().name())) {
            if (assignment.region().equals(resident.assignment().region())) {
                assignment.replicasByNode().forEach((node, count) -> now.merge(node, count, Math::max));
            }
        }
        return now;
    }

    private List<Assignment> packed(String region, List<Resident> residents) {
        Rooms rooms = new Rooms(request);
        List<Map<String, Integer>> nodes = new ArrayList<>();
        for (Resident resident : residents) {
            Map<String, Integer> own = new TreeMap<>();
            nodes.add(own);
            nodesNow(resident).forEach((node, count) -> {
                for (int each = 0;
                        each < count && sum(own) < resident.assignment().replicas();
                        each++) {
                    take(rooms, resident.microservice(), region, node, own);
                }
            });
        }
        for (int number = 0; number < nodes.size(); number++) {
            Resident resident = residents.get(number);
            Map<String, Integer> own = nodes.get(number);
            for (String node : candidates(region, resident)) {
                while (sum(own) < resident.assignment().replicas()
                        && take(rooms, resident.microservice(), region, node, own)) {
                    // one more on this node
                }
            }
            if (sum(own) < resident.assignment().replicas()) {
                return residents.stream().map(Resident::assignment).toList();
            }
        }
        List<Assignment> packed = new ArrayList<>();
        for (int number = 0; number < nodes.size(); number++) {
            packed.add(new Assignment(region, residents.get(number).assignment().replicas(), nodes.get(number)));
        }
        return packed;
    }

    /** The nodes of a region: first those that the algorithm chose. */
    private Iterable<String> candidates(String region, Resident resident) {
        Map<String, Integer> chosen = resident.assignment().replicasByNode();
        TreeSet<String> all = new TreeSet<>(Comparator.comparing((String node) -> !chosen.containsKey(node))
                .thenComparing(Comparator.naturalOrder()));
        request.infrastructure().nodesIn(region).forEach(node -> all.add(node.name()));
        return all;
    }

    private static int sum(Map<String, Integer> counts) {
        int sum = 0;
        for (int count : counts.values()) {
            sum += count;
        }
        return sum;
    }

    private boolean take(Rooms rooms, Microservice microservice, String region, String name, Map<String, Integer> own) {
        Optional<ComputeNode> node = request.infrastructure().node(name);
        boolean may = node.isPresent()
                && node.get().ready()
                && node.get().regionId().equals(region)
                && microservice.nodeSelector().matches(node.get())
                && node.get().taints().stream()
                        .allMatch(taint -> !taint.forbids()
                                || microservice.tolerations().stream()
                                        .anyMatch(toleration -> toleration.tolerates(taint)))
                && rooms.fits(microservice, name, 1);
        if (may) {
            rooms.take(microservice, name, 1);
            own.merge(name, 1, Integer::sum);
        }
        return may;
    }
}
