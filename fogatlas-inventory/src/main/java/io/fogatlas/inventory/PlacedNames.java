package io.fogatlas.inventory;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a placement names that is not there, so that amounts are never booked on nothing. */
final class PlacedNames {
    private final Infrastructure infrastructure;
    private final Application application;
    private final Problems problems = new Problems();

    private PlacedNames(Infrastructure infrastructure, Application application) {
        this.infrastructure = infrastructure;
        this.application = application;
    }

    /**
     * Looks for everything that a placement names.
     *
     * @throws InvalidModelException with all that is not there
     */
    static void require(Infrastructure infrastructure, Application application, Placement placement) {
        PlacedNames names = new PlacedNames(infrastructure, application);
        for (Map.Entry<String, List<Assignment>> placed :
                placement.assignments().entrySet()) {
            String microservice = placed.getKey();
            if (application.microservice(microservice).isEmpty()) {
                names.missing(microservice, "is not part of the application");
            }
            for (Assignment assignment : placed.getValue()) {
                names.assignment(microservice, assignment);
            }
        }
        for (Route route : placement.routes()) {
            names.route(route);
        }
        names.problems.throwIfAny();
    }

    private void assignment(String microservice, Assignment assignment) {
        String region = assignment.region();
        int onNodes = 0;
        for (Map.Entry<String, Integer> replicas : assignment.replicasByNode().entrySet()) {
            String name = replicas.getKey();
            Optional<ComputeNode> node = infrastructure.node(name);
            if (node.isEmpty() || !node.get().regionId().equals(region)) {
                missing(microservice, "is placed on node '" + name + "', but region '" + region + "' has no such Node");
            }
            onNodes += replicas.getValue();
        }
        // A node's region is there: only what names no node has to look for it.
        if (assignment.replicasByNode().isEmpty()
                && infrastructure.region(region).isEmpty()) {
            missing(microservice, "is placed in region '" + region + "', but there is no such Region");
        }
        if (infrastructure.hasNodes() && onNodes != assignment.replicas()) {
            missing(
                    microservice,
                    "has " + assignment.replicas() + " replicas in region '" + region + "', but " + onNodes
                            + " on nodes");
        }
    }

    private void missing(String microservice, String text) {
        problems.add("Microservice", microservice, text);
    }

    private void route(Route route) {
        if (application.flow(route.flow()).isEmpty()) {
            problems.add("Data flow", route.flow(), "is not part of the application");
        }
        for (String id : route.links()) {
            if (infrastructure.link(id).isEmpty()) {
                problems.add("Data flow", route.flow(), "passes link '" + id + "', but there is no such Link");
            }
        }
    }
}
