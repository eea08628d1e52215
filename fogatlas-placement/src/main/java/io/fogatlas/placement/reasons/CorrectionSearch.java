package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds requirements that are enough to drop, and no fewer of them are: starting from none, it keeps whatever can be kept (growing a
 * maximal satisfiable subset; M. H. Liffiton, K. A. Sakallah, "Algorithms for Computing Minimal Unsatisfiable Subsets of Constraints",
 * Journal of Automated Reasoning 40, 2008).
 */
final class CorrectionSearch {
    private final RequirementSet set;
    private final FeasibilityOracle oracle;
    private final Budget budget;
    private final List<Requirement> kept = new ArrayList<>();
    private final List<Requirement> dropped = new ArrayList<>();
    private Placement placement;

    private CorrectionSearch(RequirementSet set, FeasibilityOracle oracle, Budget budget, Placement placement) {
        this.set = set;
        this.oracle = oracle;
        this.budget = budget;
        this.placement = placement;
    }

    /**
     * What to drop, and what is possible then.
     *
     * @param dropped the requirements
     * @param placement a placement of the request without them
     */
    record Correction(List<Requirement> dropped, Placement placement) {}

    /**
     * Finds a correction that drops rather the later of some requirements than the earlier, and all that are left when time runs out;
     * empty if none is known.
     */
    static Optional<Correction> find(
            RequirementSet set, List<Requirement> dearestFirst, FeasibilityOracle oracle, Budget budget) {
        if (!(oracle.ask(set.keeping(List.of()), budget.remaining()) instanceof Verdict.Feasible nothing)) {
            return Optional.empty();
        }
        CorrectionSearch search = new CorrectionSearch(set, oracle, budget, nothing.placement());
        search.keep(dearestFirst);
        return Optional.of(new Correction(search.dropped, search.placement));
    }

    private void keep(List<Requirement> some) {
        if (some.isEmpty()) {
            return;
        }
        if (budget.isOver()) {
            dropped.addAll(some);
            return;
        }
        List<Requirement> more = new ArrayList<>(kept);
        more.addAll(some);
        if (canKeep(more)) {
            kept.addAll(some);
        } else if (some.size() == 1) {
            dropped.addAll(some);
        } else {
            keep(some.subList(0, some.size() / 2));
            keep(some.subList(some.size() / 2, some.size()));
        }
    }

    private boolean canKeep(List<Requirement> more) {
        if (PlacementVerifier.verify(set.keeping(more), placement).isValid()) {
            return true;
        }
        Verdict verdict = oracle.ask(set.keeping(more), budget.remaining());
        if (verdict instanceof Verdict.Feasible feasible) {
            placement = feasible.placement();
        }
        return verdict instanceof Verdict.Feasible;
    }
}
