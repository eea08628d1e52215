package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private Verdict.Infeasible proof;

    private ConflictSearch(RequirementSet set, FeasibilityOracle oracle, Budget budget, Verdict.Infeasible proof) {
        this.set = set;
        this.oracle = oracle;
        this.budget = budget;
        this.proof = proof;
        kept = new ArrayList<>(set.all());
    }

    /** Finds a conflict of a request that is proved infeasible; empty if it is not. */
    static Optional<Conflict> find(PlacementRequest request, FeasibilityOracle oracle, Budget budget) {
        if (!(oracle.ask(request, budget.remaining()) instanceof Verdict.Infeasible proof)) {
            return Optional.empty();
        }
        RequirementSet set = new RequirementSet(request);
        ConflictSearch search = new ConflictSearch(set, oracle, budget, proof);
        search.drop(set.all());
        boolean minimal = search.check();
        return Optional.of(new Conflict(search.kept, minimal, search.proof.proof()));
    }

    private void drop(List<Requirement> some) {
        if (some.isEmpty() || budget.isOver()) {
            return;
        }
        List<Requirement> rest = new ArrayList<>(kept);
        rest.removeAll(some);
        Verdict verdict = oracle.ask(set.keeping(rest), budget.remaining());
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
