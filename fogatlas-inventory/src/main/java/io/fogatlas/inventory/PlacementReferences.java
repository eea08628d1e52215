package io.fogatlas.inventory;

import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;

/** Finds what a placement names that is not there, so that amounts are never booked on nothing. */
final class PlacementReferences {
    private final Infrastructure infrastructure;
    private final Application application;
    private final Problems problems = new Problems();

    private PlacementReferences(Infrastructure infrastructure, Application application) {
        this.infrastructure = infrastructure;
        this.application = application;
    }

    static void check(Infrastructure infrastructure, Application application, Placement placement) {
        PlacementReferences references = new PlacementReferences(infrastructure, application);
        placement.assignments().forEach((microservice, assignments) -> {
            references.require(
                    application.microservice(microservice).isPresent(),
                    "Microservice",
                    microservice,
                    "is not part of the application");
            assignments.forEach(assignment -> references.assignment(microservice, assignment));
        });
        placement.routes().forEach(references::route);
        references.problems.throwIfAny();
    }

    private void assignment(String microservice, Assignment assignment) {
        String region = assignment.region();
        require(
                infrastructure.region(region).isPresent(),
                "Microservice",
                microservice,
                "is placed in region '" + region + "', but there is no such Region");
        assignment
                .replicasByNode()
                .keySet()
                .forEach(name -> require(
                        infrastructure
                                .node(name)
                                .filter(node -> node.regionId().equals(region))
                                .isPresent(),
                        "Microservice",
                        microservice,
                        "is placed on node '" + name + "', but region '" + region + "' has no such Node"));
        int onNodes = assignment.replicasByNode().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        require(
                !infrastructure.hasNodes() || onNodes == assignment.replicas(),
                "Microservice",
                microservice,
                "has " + assignment.replicas() + " replicas in region '" + region + "', but " + onNodes + " on nodes");
    }

    private void route(Route route) {
        require(
                application.flow(route.flow()).isPresent(),
                "Data flow",
                route.flow(),
                "is not part of the application");
        for (String link : route.links()) {
            require(
                    infrastructure.link(link).isPresent(),
                    "Data flow",
                    route.flow(),
                    "passes link '" + link + "', but there is no such Link");
        }
    }

    private void require(boolean holds, String kind, String name, String text) {
        problems.require(holds, kind, name, () -> text);
    }
}
