package io.fogatlas.placement.reasons;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * All requirements of a request, in an order in which they can be dropped one after the other: first those it can least be blamed for,
 * and paths last.
 */
final class RequirementSet {
    private final PlacementRequest request;
    private final List<Requirement> all;

    RequirementSet(PlacementRequest request) {
        this.request = request;
        List<Requirement> found = new ArrayList<>(SharedRequirement.of(request));
        for (Microservice microservice : request.application().microservices()) {
            found.addAll(MicroserviceRequirement.of(microservice, request));
        }
        found.addAll(FlowRequirement.of(request.application()));
        all = List.copyOf(found);
    }

    List<Requirement> all() {
        return all;
    }

    /** Whether a flow starts or ends at one of some microservices. */
    boolean joins(String flow, Set<String> microservices) {
        return request.application()
                .flow(flow)
                .filter(each -> microservices.contains(each.source()) || microservices.contains(each.destination()))
                .isPresent();
    }

    /** The request with some of its requirements only. */
    PlacementRequest keeping(Collection<Requirement> kept) {
        Set<Requirement> held = Set.copyOf(kept);
        PlacementRequest rest = request;
        for (Requirement requirement : all) {
            if (!held.contains(requirement)) {
                rest = requirement.droppedFrom(rest);
            }
        }
        return rest;
    }

    /** The request less some of its requirements. */
    PlacementRequest without(Collection<Requirement> dropped) {
        PlacementRequest rest = request;
        for (Requirement requirement : all) {
            if (dropped.contains(requirement)) {
                rest = requirement.droppedFrom(rest);
            }
        }
        return rest;
    }
}
