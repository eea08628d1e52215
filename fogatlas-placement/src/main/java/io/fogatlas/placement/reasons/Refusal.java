package io.fogatlas.placement.reasons;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.RegionRejection;
import io.fogatlas.placement.verification.RegionRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains why there is no placement. */
final class Refusal {
    /** So many rejections are told in all. */
    private static final int MOST_REJECTIONS = 5000;

    /** In so many regions that could take a microservice alone it is looked at why they cannot with the others. */
    private static final int MOST_TOGETHER = 20;

    private final PlacementRequest request;
    private final Decision decision;
    private final FeasibilityOracle oracle;
    private final Budget budget;
    private final List<String> unfinished = new ArrayList<>();

    Refusal(PlacementRequest request, Decision decision, FeasibilityOracle oracle, Budget budget) {
        this.request = request;
        this.decision = decision;
        this.oracle = oracle;
        this.budget = budget;
    }

    Explanation explain() {
        Optional<Conflict> conflict = ConflictSearch.find(request, oracle, budget.part(2));
        if (conflict.isEmpty()) {
            unfinished.add(
                    decision.outcome() == Outcome.INFEASIBLE
                            ? "there was no time to find out which requirements conflict"
                            : "it is not proved that there is no placement, so there is no conflict to show");
        } else if (!conflict.get().minimal()) {
            unfinished.add("fewer of the requirements may conflict already");
        }
        List<RegionRejection> rejections = conflict.map(this::rejections).orElseGet(() -> rejections(microservices()));
        List<Relaxation> relaxations = RelaxationSearch.find(request, conflict, oracle, budget);
        if (budget.isOver()) {
            unfinished.add("there may be more or smaller changes that help");
        } else if (relaxations.isEmpty()) {
            unfinished.add("no change was found that helps by itself");
        }
        return new Explanation(rejections, conflict, relaxations, Optional.empty(), unfinished);
    }

    private Set<String> microservices() {
        Set<String> names = new LinkedHashSet<>();
        request.application().microservices().forEach(each -> names.add(each.name()));
        return names;
    }

    /** Of the microservices that conflict, or that the flows in conflict join. */
    private List<RegionRejection> rejections(Conflict conflict) {
        Set<String> ends = new HashSet<>();
        for (Requirement requirement : conflict.requirements()) {
            requirement.microservice().ifPresent(ends::add);
            requirement.flow().flatMap(request.application()::flow).ifPresent(flow -> {
                ends.add(flow.source());
                ends.add(flow.destination());
            });
        }
        Set<String> names = microservices();
        if (!ends.isEmpty()) {
            names.retainAll(ends);
        }
        return rejections(names);
    }

    private List<RegionRejection> rejections(Set<String> names) {
        List<RegionRejection> all = new ArrayList<>();
        List<RegionRejection> rejections = NecessaryConditions.rejections(request, names, MOST_REJECTIONS);
        for (String name : names) {
            List<RegionRejection> alone = rejections.stream()
                    .filter(rejection -> rejection.microservice().equals(name))
                    .toList();
            all.addAll(alone);
            all.addAll(together(request.application().microservice(name).orElseThrow(), alone));
        }
        return all;
    }

    /** Why regions that can take a microservice cannot once everything else has to be somewhere too. */
    private List<RegionRejection> together(Microservice microservice, List<RegionRejection> alone) {
        List<RegionRejection> found = new ArrayList<>();
        if (microservice.demands().size() > 1
                || microservice.demands().get(0).region().isPresent()) {
            return found;
        }
        RegionDemand demand = microservice.demands().get(0);
        Set<String> rejected = new HashSet<>();
        alone.forEach(rejection -> rejected.add(rejection.region()));
        List<Region> rest = request.infrastructure().regions().stream()
                .filter(region -> !rejected.contains(region.id()))
                .limit(MOST_TOGETHER + 1)
                .toList();
        if (rest.size() > MOST_TOGETHER) {
            return found;
        }
        for (Region region : rest) {
            RegionDemand there = new RegionDemand(Optional.of(region.id()), demand.replicas(), demand.image());
            PlacementRequest pinned = Edits.microservice(
                    request,
                    microservice.name(),
                    each -> each.toBuilder().demands(List.of(there)).build());
            List<Reason> proof = budget.isOver() ? List.of() : NecessaryConditions.broken(pinned);
            if (!proof.isEmpty()) {
                Reason first = proof.get(0);
                found.add(new RegionRejection(
                        microservice.name(),
                        demand.replicas(),
                        region.id(),
                        RegionRule.TOGETHER,
                        "the rest of the application",
                        Optional.empty(),
                        Double.POSITIVE_INFINITY,
                        "with it there, " + (first.microservice().isEmpty() ? "" : first.microservice() + ": ")
                                + first.text()));
            }
        }
        return found;
    }
}
