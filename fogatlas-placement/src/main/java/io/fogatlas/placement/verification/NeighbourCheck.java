package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.RegionViolation.AffinityBroken;
import io.fogatlas.placement.verification.RegionViolation.AntiAffinityBroken;
import io.fogatlas.placement.verification.RegionViolation.KeptOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks pod affinities and anti-affinities with the region as topology, among the replicas of the application and against those
 * that run already.
 *
 * <p>Affinity is checked as a start-up: an Assignment can start once each of its rules is met by replicas that run or have started
 * before; one that selects itself needs nobody if no replica it selects is in another region. Assignments that would only wait for
 * each other never start, in Kubernetes as here.
 */
final class NeighbourCheck {
    private final Infrastructure infrastructure;
    private final String namespace;
    private final OtherHolders others;
    private final List<Violation> found;
    private final List<Placed> placed = new ArrayList<>();
    private final Map<String, List<Placed>> placedByRegion = new HashMap<>();
    private final Map<String, List<ReplicaGroup>> runningByRegion = new HashMap<>();

    private NeighbourCheck(PlacementRequest request, OtherHolders others, List<Violation> found) {
        this.infrastructure = request.infrastructure();
        this.namespace = request.application().id().namespace();
        this.others = others;
        this.found = found;
    }

    /** An Assignment with its microservice; compared by identity. */
    private static final class Placed {
        private final Microservice microservice;
        private final Assignment assignment;

        private Placed(Microservice microservice, Assignment assignment) {
            this.microservice = microservice;
            this.assignment = assignment;
        }

        private String region() {
            return assignment.region();
        }
    }

    static void check(PlacementRequest request, OtherHolders others, Placement placement, List<Violation> found) {
        NeighbourCheck check = new NeighbourCheck(request, others, found);
        check.collect(request, placement);
        check.antiAffinities();
        check.keptOut();
        check.affinities();
    }

    private void collect(PlacementRequest request, Placement placement) {
        for (Microservice microservice : request.application().microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                Placed one = new Placed(microservice, assignment);
                placed.add(one);
                placedByRegion
                        .computeIfAbsent(assignment.region(), id -> new ArrayList<>())
                        .add(one);
            }
        }
        others.eachGroup(group -> {
            if (placedByRegion.containsKey(group.region())) {
                runningByRegion
                        .computeIfAbsent(group.region(), id -> new ArrayList<>())
                        .add(group);
            }
        });
    }

    private boolean selects(PodAffinity rule, Placed other) {
        return rule.selects(namespace, namespace, other.microservice.labels());
    }

    private boolean selects(PodAffinity rule, ReplicaGroup running) {
        return rule.selects(namespace, running.namespace(), running.labels());
    }

    private void antiAffinities() {
        for (Placed owner : placed) {
            Set<String> neighbours = new LinkedHashSet<>();
            for (PodAffinity rule : owner.microservice.antiAffinities()) {
                for (Placed other : placedByRegion.getOrDefault(owner.region(), List.of())) {
                    boolean another = other != owner || owner.assignment.replicas() > 1;
                    if (another && selects(rule, other)) {
                        neighbours.add("microservice '" + other.microservice.name() + "'");
                    }
                }
                for (ReplicaGroup running : runningByRegion.getOrDefault(owner.region(), List.of())) {
                    if (selects(rule, running)) {
                        neighbours.add("running replicas %s of namespace '%s'"
                                .formatted(running.labels(), running.namespace()));
                    }
                }
            }
            for (String neighbour : neighbours) {
                found.add(new AntiAffinityBroken(owner.microservice.name(), owner.region(), neighbour));
            }
        }
    }

    private void keptOut() {
        for (Placed one : placed) {
            for (ReplicaGroup running : runningByRegion.getOrDefault(one.region(), List.of())) {
                boolean keepsOut = running.antiAffinities().stream()
                        .anyMatch(rule -> rule.selects(running.namespace(), namespace, one.microservice.labels()));
                if (keepsOut) {
                    found.add(new KeptOut(one.microservice.name(), one.region(), running));
                }
            }
        }
    }

    private void affinities() {
        List<Placed> waiting = new ArrayList<>();
        Set<Placed> started = new HashSet<>();
        for (Placed one : placed) {
            if (one.microservice.affinities().isEmpty()) {
                started.add(one);
            } else {
                waiting.add(one);
            }
        }
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, List<Set<String>>> regionsOfSelected = new HashMap<>();
        waiting.forEach(one -> regionsOfSelected.computeIfAbsent(
                one.microservice.name(), name -> regionsOfSelected(one.microservice)));
        boolean progress = true;
        while (progress) {
            List<Placed> next = new ArrayList<>();
            List<Placed> still = new ArrayList<>();
            for (Placed one : waiting) {
                boolean starts = unmet(one, started, regionsOfSelected).isEmpty();
                (starts ? next : still).add(one);
            }
            started.addAll(next);
            waiting = still;
            progress = !next.isEmpty();
        }
        for (Placed one : waiting) {
            unmet(one, started, regionsOfSelected)
                    .forEach(rule -> found.add(new AffinityBroken(one.microservice.name(), one.region(), rule)));
        }
    }

    /** For each affinity of a microservice, where the replicas it selects are. */
    private List<Set<String>> regionsOfSelected(Microservice microservice) {
        List<Set<String>> regions = new ArrayList<>();
        for (PodAffinity rule : microservice.affinities()) {
            Set<String> selected = new HashSet<>();
            placed.stream().filter(other -> selects(rule, other)).forEach(other -> selected.add(other.region()));
            others.eachGroup(running -> {
                if (infrastructure.region(running.region()).isPresent() && selects(rule, running)) {
                    selected.add(running.region());
                }
            });
            regions.add(selected);
        }
        return regions;
    }

    private List<PodAffinity> unmet(Placed one, Set<Placed> started, Map<String, List<Set<String>>> regionsOfSelected) {
        List<PodAffinity> unmet = new ArrayList<>();
        List<Set<String>> regions = regionsOfSelected.getOrDefault(one.microservice.name(), List.of());
        for (int index = 0; index < regions.size(); index++) {
            PodAffinity rule = one.microservice.affinities().get(index);
            boolean first = selects(rule, one) && regions.get(index).size() == 1;
            if (!first && !hasNeighbour(rule, one, started)) {
                unmet.add(rule);
            }
        }
        return unmet;
    }

    private boolean hasNeighbour(PodAffinity rule, Placed one, Set<Placed> started) {
        return placedByRegion.getOrDefault(one.region(), List.of()).stream()
                        .anyMatch(other -> other != one && started.contains(other) && selects(rule, other))
                || runningByRegion.getOrDefault(one.region(), List.of()).stream()
                        .anyMatch(running -> selects(rule, running));
    }
}
