package io.fogatlas.inventory;

import io.fogatlas.inventory.Shortage.Holder;
import io.fogatlas.inventory.Totals.Amounts;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What a placement takes of the links and nodes that it touches. Everything it names is there. */
final class Demand {
    private static final Comparator<Shortage> BY_NAME =
            Comparator.comparing(Shortage::holder).thenComparing(Shortage::name).thenComparing(Shortage::resource);

    private final Infrastructure infrastructure;
    private final Application application;
    private final Map<String, OfNode> nodes = new HashMap<>();
    private final Problems problems = new Problems();

    private Demand(Infrastructure infrastructure, Application application) {
        this.infrastructure = infrastructure;
        this.application = application;
    }

    /**
     * Finds everything that a placement names.
     *
     * @throws InvalidModelException with all that is not there, so that amounts are never booked on nothing
     */
    static Demand of(Infrastructure infrastructure, Application application, Placement placement) {
        Demand demand = new Demand(infrastructure, application);
        for (Map.Entry<String, List<Assignment>> placed :
                placement.assignments().entrySet()) {
            String microservice = placed.getKey();
            demand.require(
                    application.microservice(microservice).isPresent(),
                    "Microservice",
                    microservice,
                    () -> "is not part of the application");
            placed.getValue().forEach(assignment -> demand.assignment(microservice, assignment));
        }
        placement.routes().forEach(demand::route);
        demand.problems.throwIfAny();
        return demand;
    }

    private void assignment(String microservice, Assignment assignment) {
        String region = assignment.region();
        // A node's region is there: only what names no node has to look for it.
        require(
                !assignment.replicasByNode().isEmpty()
                        || infrastructure.region(region).isPresent(),
                "Microservice",
                microservice,
                () -> "is placed in region '" + region + "', but there is no such Region");
        int onNodes = 0;
        for (Map.Entry<String, Integer> replicas : assignment.replicasByNode().entrySet()) {
            String name = replicas.getKey();
            Optional<ComputeNode> node = infrastructure.node(name);
            require(
                    node.isPresent() && node.get().regionId().equals(region),
                    "Microservice",
                    microservice,
                    () -> "is placed on node '" + name + "', but region '" + region + "' has no such Node");
            node.ifPresent(there -> nodes.putIfAbsent(name, new OfNode(there, new Amounts())));
            onNodes += replicas.getValue();
        }
        int replicasOnNodes = onNodes;
        require(
                !infrastructure.hasNodes() || onNodes == assignment.replicas(),
                "Microservice",
                microservice,
                () -> "has " + assignment.replicas() + " replicas in region '" + region + "', but " + replicasOnNodes
                        + " on nodes");
    }

    private void route(Route route) {
        require(
                application.flow(route.flow()).isPresent(),
                "Data flow",
                route.flow(),
                () -> "is not part of the application");
        for (String id : route.links()) {
            require(
                    infrastructure.link(id).isPresent(),
                    "Data flow",
                    route.flow(),
                    () -> "passes link '" + id + "', but there is no such Link");
        }
    }

    private void require(boolean holds, String kind, String name, Supplier<String> text) {
        problems.require(holds, kind, name, text);
    }

    /**
     * Compares what the placement takes with what others leave.
     *
     * @param holding what it takes
     * @param taken what all have taken
     * @param own what of that the application itself has taken, which is available to it
     * @return what is short: of links first, each in order of name
     */
    List<Shortage> shortages(Holding holding, Totals taken, Totals own) {
        List<Shortage> found = new ArrayList<>();
        for (Map.Entry<String, Long> asked : holding.bandwidthBpsByLink().entrySet()) {
            String id = asked.getKey();
            Link link = infrastructure.link(id).orElseThrow();
            long left =
                    link.up() ? Math.max(0, link.bandwidthBps() - taken.bandwidthBps(id) + own.bandwidthBps(id)) : 0;
            if (asked.getValue() > left || !link.up()) {
                found.add(new Shortage(Holder.LINK, id, "bandwidth", asked.getValue(), left));
            }
        }
        for (ReplicaGroup group : holding.replicas()) {
            group.replicasByNode()
                    .forEach((name, count) ->
                            Objects.requireNonNull(nodes.get(name), name).asked.add(group.perReplica(), count));
        }
        for (OfNode asked : nodes.values()) {
            ComputeNode node = asked.node;
            Amounts takenOfNode = taken.node(node.name());
            if (!node.ready() || asked.asked.exceeds(takenOfNode, node.allocatable())) {
                node(node, asked.asked, takenOfNode, own.node(node.name()), found);
            }
        }
        found.sort(BY_NAME);
        return found;
    }

    private static void node(ComputeNode node, Amounts asked, Amounts taken, Amounts own, List<Shortage> found) {
        Map<String, Long> offered = (node.ready() ? node.allocatable() : Resources.NONE).byName();
        Map<String, Long> takenByAll = taken.byName();
        Map<String, Long> takenByOwn = own.byName();
        asked.byName().forEach((resource, amount) -> {
            long left = offered.getOrDefault(resource, 0L)
                    - takenByAll.getOrDefault(resource, 0L)
                    + takenByOwn.getOrDefault(resource, 0L);
            if (amount > 0 && (amount > left || !node.ready())) {
                found.add(
                        new Shortage(Holder.NODE, node.name(), resource, amount, node.ready() ? Math.max(0, left) : 0));
            }
        });
        if (!node.ready() && asked.isZero()) {
            found.add(new Shortage(Holder.NODE, node.name(), "pods", 0, 0));
        }
    }

    /** What is asked of one node. */
    private record OfNode(ComputeNode node, Amounts asked) {}
}
