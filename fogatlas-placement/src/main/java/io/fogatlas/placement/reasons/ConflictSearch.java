package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds a minimal set of conflicting requirements by deletion: what can be dropped so that the rest is still proved infeasible, is.
 * Halves are dropped before single ones, so k of n requirements take in the order of k log (n / k) questions (U. Junker, "QuickXPlain",
 * AAAI 2004, for the idea; deletion filter: J. W. Chinneck, "Feasibility and Infeasibility in Optimization", 2008).
 *
 * <p>What is kept is proved infeasible at every moment; when time runs out, it is a conflict all the same, but perhaps not a minimal one.
 */
final class ConflictSearch {
    private final RequirementSet set;
    private final FeasibilityOracle oracle;
    private final Budget budget;
    private final List<Requirement> kept;
    private final Map<Requirement, Placement> feasibleWithout = new HashMap<>();
    private final boolean byConditions;
    private Verdict.Infeasible proof;

    private ConflictSearch(
            RequirementSet set,
            FeasibilityOracle oracle,
            Budget budget,
            Verdict.Infeasible proof,
            boolean byConditions) {
        this.set = set;
        this.oracle = oracle;
        this.budget = budget;
        this.proof = proof;
        this.byConditions = byConditions;
        kept = new ArrayList<>(set.all());
    }

    /** Finds a conflict of a request that is proved infeasible; empty if it is not. */
    static Optional<Conflict> find(PlacementRequest request, FeasibilityOracle oracle, Budget budget) {
        List<Reason> broken = NecessaryConditions.broken(request);
        Verdict whole = broken.isEmpty() ? oracle.ask(request, budget.remaining()) : new Verdict.Infeasible(broken);
        if (!(whole instanceof Verdict.Infeasible proof)) {
            return Optional.empty();
        }
        RequirementSet set = new RequirementSet(request);
        ConflictSearch search = new ConflictSearch(set, oracle, budget, proof, !broken.isEmpty());
        search.guess();
        search.drop(List.copyOf(search.kept));
        boolean minimal = search.check();
        return Optional.of(new Conflict(search.kept, minimal, search.proof.proof()));
    }

    /** Takes what the proof is about, if that is enough: first of microservices and flows it names, then of their neighbours too. */
    private void guess() {
        String text = proof.proof().stream()
                .limit(1)
                .map(reason -> reason.microservice() + " " + reason.text())
                .collect(Collectors.joining(" "));
        Set<String> microservices = new HashSet<>();
        Set<String> flows = new HashSet<>();
        for (Requirement requirement : kept) {
            requirement.microservice().filter(text::contains).ifPresent(microservices::add);
            requirement.flow().filter(text::contains).ifPresent(flows::add);
        }
        Predicate<Requirement> named = requirement -> requirement
                .microservice()
                .map(microservices::contains)
                .orElseGet(() -> requirement.flow().map(flows::contains).orElse(true));
        Predicate<Requirement> near = requirement -> named.test(requirement)
                || requirement
                        .flow()
                        .filter(flow -> set.joins(flow, microservices))
                        .isPresent();
        for (Predicate<Requirement> guess : List.of(named, near)) {
            List<Requirement> rest = kept.stream().filter(guess.negate()).toList();
            if (!rest.isEmpty() && isDropped(rest)) {
                return;
            }
        }
    }

    private boolean isDropped(List<Requirement> some) {
        List<Requirement> rest = new ArrayList<>(kept);
        rest.removeAll(some);
        if (judge(rest) instanceof Verdict.Infeasible infeasible) {
            kept.retainAll(rest);
            proof = infeasible;
            return true;
        }
        return false;
    }

    /** What the conditions prove by themselves, they are asked alone: that takes a fraction of the time. */
    private Verdict judge(List<Requirement> rest) {
        PlacementRequest request = set.keeping(rest);
        if (!byConditions) {
            return oracle.ask(request, budget.remaining());
        }
        List<Reason> broken = NecessaryConditions.broken(request);
        return broken.isEmpty() ? new Verdict.Unknown() : new Verdict.Infeasible(broken);
    }

    private void drop(List<Requirement> some) {
        if (some.isEmpty() || budget.isOver()) {
            return;
        }
        List<Requirement> rest = new ArrayList<>(kept);
        rest.removeAll(some);
        Verdict verdict = judge(rest);
        if (verdict instanceof Verdict.Infeasible infeasible) {
            kept.removeAll(some);
            proof = infeasible;
        } else if (some.size() > 1) {
            drop(some.subList(0, some.size() / 2));
            drop(some.subList(some.size() / 2, some.size()));
        } else if (verdict instanceof Verdict.Feasible feasible) {
            feasibleWithout.put(some.get(0), feasible.placement());
        }
    }

    /**
     * Checks that the rest is feasible less any one. A placement found while more was kept keeps fewer rules as well; should it not, or
     * should there be none, it is asked again.
     */
    private boolean check() {
        boolean minimal = true;
        for (Requirement member : List.copyOf(kept)) {
            List<Requirement> rest = new ArrayList<>(kept);
            rest.remove(member);
            PlacementRequest less = set.keeping(rest);
            Placement known = feasibleWithout.get(member);
            if (known == null || !PlacementVerifier.verify(less, known).isValid()) {
                Verdict verdict = budget.isOver() ? new Verdict.Unknown() : oracle.ask(less, budget.remaining());
                if (verdict instanceof Verdict.Infeasible infeasible) {
                    kept.remove(member);
                    proof = infeasible;
                    return check();
                }
                minimal &= verdict instanceof Verdict.Feasible;
            }
        }
        return minimal;
    }
}
