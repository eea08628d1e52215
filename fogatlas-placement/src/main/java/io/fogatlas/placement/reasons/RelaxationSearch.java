package io.fogatlas.placement.reasons;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.RegionRejection;
import io.fogatlas.placement.verification.RegionRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds changes that make an infeasible request feasible.
 *
 * <p>Whatever helps must break every conflict. So each requirement of the conflict is dropped, or where that is not enough a minimal
 * set of all of them ({@link CorrectionSearch}), so that there is a placement; the rules of the whole request that this placement breaks say exactly what would have to change for it:
 * more on a node or a link, a longer bound, a constraint less. Asking for less of what was dropped is another way. Each of these
 * candidates is made as small as it can be ({@link Smallest}). The search is not exhaustive: a smaller change elsewhere may help too.
 */
final class RelaxationSearch {
    /** So many regions are tried for a microservice that fits nowhere, the nearest to fitting first. */
    private static final int MOST_REGIONS = 3;

    /** So many relaxations of one kind are told, and so many in all. */
    private static final int MOST_OF_A_KIND = 2;

    private static final int MOST = 6;

    private final PlacementRequest request;
    private final FeasibilityOracle oracle;
    private final Budget budget;
    private final RequirementSet set;
    private final Remedies remedies;
    private final Set<Set<Change>> seen = new LinkedHashSet<>();
    private final List<Candidate> candidates = new ArrayList<>();

    private RelaxationSearch(PlacementRequest request, FeasibilityOracle oracle, Budget budget) {
        this.request = request;
        this.oracle = oracle;
        this.budget = budget;
        set = new RequirementSet(request);
        remedies = new Remedies(request);
    }

    private record Candidate(List<Change> changes, Placement placement) {}

    /** Finds relaxations, the smallest first; what conflicts, if that is known, tells where to look. */
    static List<Relaxation> find(
            PlacementRequest request, Optional<Conflict> conflict, FeasibilityOracle oracle, Budget budget) {
        RelaxationSearch search = new RelaxationSearch(request, oracle, budget);
        conflict.ifPresent(known -> search.collect(known, budget.part(3)));
        List<Relaxation> found = search.shrunk();
        if (found.isEmpty()) {
            search.candidates.clear();
            search.correct(budget.part(2));
            found = search.shrunk();
        }
        return chosen(found);
    }

    private void collect(Conflict conflict, Budget collecting) {
        for (Requirement member : conflict.requirements()) {
            if (!collecting.isOver()) {
                drop(member, collecting);
            }
        }
        Set<String> services = new LinkedHashSet<>();
        conflict.requirements().stream()
                .filter(MicroserviceRequirement.Amount.class::isInstance)
                .flatMap(requirement -> requirement.microservice().stream())
                .forEach(services::add);
        for (String service : services) {
            nearestRegions(service, collecting);
        }
    }

    /** Drops a requirement, which is enough if there is no other conflict. */
    private void drop(Requirement requirement, Budget collecting) {
        Verdict verdict = oracle.quick().ask(set.without(List.of(requirement)), collecting.remaining());
        if (verdict instanceof Verdict.Feasible feasible) {
            take(List.of(requirement), feasible.placement());
        }
    }

    /** Where there are several conflicts: drops as much as it takes, once rather amounts, once rather rules. */
    private void correct(Budget collecting) {
        List<Requirement> amountsLast = new ArrayList<>(set.all());
        amountsLast.sort(Comparator.comparing(RelaxationSearch::isAmount));
        List<Requirement> rulesLast = new ArrayList<>(set.all());
        rulesLast.sort(Comparator.comparing(requirement -> !isAmount(requirement)));
        for (List<Requirement> order : List.of(amountsLast, rulesLast)) {
            CorrectionSearch.find(set, order, oracle.quick(), collecting.part(2))
                    .ifPresent(correction -> take(correction.dropped(), correction.placement()));
        }
    }

    private static boolean isAmount(Requirement requirement) {
        return requirement instanceof MicroserviceRequirement.Amount
                || requirement instanceof FlowRequirement
                || requirement instanceof SharedRequirement;
    }

    /** Puts a microservice that fits nowhere into the regions that lack least. */
    private void nearestRegions(String name, Budget collecting) {
        Microservice microservice = request.application().microservice(name).orElseThrow();
        if (microservice.demands().size() > 1) {
            return;
        }
        RegionDemand demand = microservice.demands().get(0);
        List<Requirement> amounts = set.all().stream()
                .filter(requirement -> requirement instanceof MicroserviceRequirement.Amount amount
                        && amount.name().equals(name))
                .toList();
        PlacementRequest free = set.without(amounts);
        NecessaryConditions.rejections(request, Set.of(name), Integer.MAX_VALUE).stream()
                .filter(rejection -> rejection.rule() == RegionRule.RESOURCE)
                .map(RegionRejection::region)
                .limit(MOST_REGIONS)
                .filter(region -> !collecting.isOver())
                .forEach(region -> {
                    RegionDemand there = new RegionDemand(Optional.of(region), demand.replicas(), demand.image());
                    PlacementRequest pinned = Edits.microservice(
                            free,
                            name,
                            each -> each.toBuilder().demands(List.of(there)).build());
                    if (oracle.quick().ask(pinned, collecting.remaining()) instanceof Verdict.Feasible feasible) {
                        take(feasible.placement());
                    }
                });
    }

    /** What a placement needs of the infrastructure, or asking for less of what it dropped. */
    private void take(List<Requirement> dropped, Placement placement) {
        take(placement);
        List<Change> changes = new ArrayList<>();
        dropped.forEach(requirement -> remedies.insteadOf(requirement).ifPresent(changes::add));
        if (changes.size() == dropped.size()) {
            add(changes, placement);
        }
    }

    private void take(Placement placement) {
        remedies.of(PlacementVerifier.verify(request, placement).violations())
                .ifPresent(changes -> add(changes, placement));
    }

    private void add(List<Change> changes, Placement placement) {
        if (seen.add(changes.stream().map(Remedies::unsized).collect(Collectors.toSet()))) {
            candidates.add(new Candidate(changes, placement));
        }
    }

    private List<Relaxation> shrunk() {
        List<Relaxation> found = new ArrayList<>();
        for (int number = 0; number < candidates.size() && !budget.isOver(); number++) {
            Candidate candidate = candidates.get(number);
            Smallest.of(
                            request,
                            oracle,
                            budget.part(candidates.size() - number),
                            candidate.changes(),
                            candidate.placement())
                    .ifPresent(found::add);
        }
        return found;
    }

    private static List<Relaxation> chosen(List<Relaxation> found) {
        Map<List<String>, Integer> ofKind = new HashMap<>();
        Set<Set<Change>> told = new LinkedHashSet<>();
        return found.stream()
                .sorted(Comparator.comparingDouble(Relaxation::size).thenComparing(Relaxation::text))
                .filter(relaxation -> told.add(Set.copyOf(relaxation.changes())))
                .filter(relaxation -> ofKind.merge(
                                relaxation.changes().stream()
                                        .map(Change::kind)
                                        .sorted()
                                        .toList(),
                                1,
                                Integer::sum)
                        <= MOST_OF_A_KIND)
                .limit(MOST)
                .toList();
    }
}
