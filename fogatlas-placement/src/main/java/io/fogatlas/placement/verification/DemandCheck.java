package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.DemandViolation.AssignmentNotAsked;
import io.fogatlas.placement.verification.DemandViolation.DemandNotMet;
import io.fogatlas.placement.verification.DemandViolation.MicroserviceNotPlaced;
import io.fogatlas.placement.verification.DemandViolation.RegionTwice;
import io.fogatlas.placement.verification.DemandViolation.UnknownMicroservice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the Assignments of each microservice with its demands.
 *
 * <p>A pinned demand is met by the Assignment in its region; a free one by any other Assignment of as many replicas. What is then
 * left on both sides is told pairwise, so that one mistake makes one violation.
 */
final class DemandCheck {
    private DemandCheck() {}

    static void check(PlacementRequest request, Placement placement, List<Violation> found) {
        for (String name : placement.assignments().keySet()) {
            if (request.application().microservice(name).isEmpty()) {
                found.add(new UnknownMicroservice(name));
            }
        }
        for (Microservice microservice : request.application().microservices()) {
            List<Assignment> given = placement.of(microservice.name());
            if (given.isEmpty()) {
                found.add(new MicroserviceNotPlaced(microservice.name()));
            } else {
                match(microservice, given, found);
            }
        }
    }

    private static void match(Microservice microservice, List<Assignment> given, List<Violation> found) {
        String name = microservice.name();
        List<Assignment> unused = new ArrayList<>();
        Map<String, Assignment> byRegion = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (Assignment assignment : given) {
            if (byRegion.putIfAbsent(assignment.region(), assignment) != null) {
                unused.add(assignment);
                twice.add(assignment.region());
            }
        }
        twice.forEach(region -> found.add(new RegionTwice(name, region)));
        List<RegionDemand> unmet = new ArrayList<>();
        for (RegionDemand demand : microservice.demands()) {
            if (demand.region().isPresent()) {
                Assignment there = byRegion.remove(demand.region().get());
                if (there == null) {
                    unmet.add(demand);
                } else if (there.replicas() != demand.replicas()) {
                    found.add(new DemandNotMet(name, demand, Optional.of(there)));
                }
            }
        }
        unused.addAll(0, byRegion.values());
        matchFree(microservice, unused, unmet);
        Iterator<Assignment> left = unused.iterator();
        for (RegionDemand demand : unmet) {
            found.add(new DemandNotMet(name, demand, left.hasNext() ? Optional.of(left.next()) : Optional.empty()));
        }
        left.forEachRemaining(surplus -> found.add(new AssignmentNotAsked(name, surplus.region(), surplus.replicas())));
    }

    /** Takes the Assignments that meet free demands out of those that are unused, and adds the demands that none meets. */
    private static void matchFree(Microservice microservice, List<Assignment> unused, List<RegionDemand> unmet) {
        Map<Integer, ArrayDeque<RegionDemand>> free = new HashMap<>();
        for (RegionDemand demand : microservice.demands()) {
            if (demand.region().isEmpty()) {
                free.computeIfAbsent(demand.replicas(), count -> new ArrayDeque<>())
                        .add(demand);
            }
        }
        unused.removeIf(assignment -> {
            ArrayDeque<RegionDemand> waiting = free.get(assignment.replicas());
            return waiting != null && waiting.poll() != null;
        });
        free.keySet().stream().sorted().forEach(count -> unmet.addAll(free.getOrDefault(count, new ArrayDeque<>())));
    }
}
