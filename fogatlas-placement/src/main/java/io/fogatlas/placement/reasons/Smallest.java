package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes changes that are enough as small as they can be: leaves out what is not needed, then lessens each amount by bisection while the
 * others stay. Every state it goes through is backed by a verified placement.
 */
final class Smallest {
    private final PlacementRequest request;
    private final FeasibilityOracle oracle;
    private final Budget budget;
    private final Remedies remedies;
    private List<Change> changes;
    private Placement placement;
    private boolean proved = true;

    private Smallest(
            PlacementRequest request,
            FeasibilityOracle oracle,
            Budget budget,
            List<Change> changes,
            Placement placement) {
        this.request = request;
        this.oracle = oracle;
        this.budget = budget;
        this.changes = changes;
        this.placement = placement;
        remedies = new Remedies(request);
    }

    /** Shrinks changes; empty if they are not enough, or not known to be. */
    static Optional<Relaxation> of(
            PlacementRequest request,
            FeasibilityOracle oracle,
            Budget budget,
            List<Change> changes,
            Placement candidate) {
        Relaxation whole = new Relaxation(changes, false, candidate);
        PlacementRequest changed = whole.appliedTo(request);
        Optional<Placement> placement =
                PlacementVerifier.verify(changed, candidate).isValid()
                        ? Optional.of(candidate)
                        : ask(oracle, changed, budget);
        return placement.map(found -> new Smallest(request, oracle, budget, changes, found).shrink());
    }

    private static Optional<Placement> ask(FeasibilityOracle oracle, PlacementRequest request, Budget budget) {
        return !budget.isOver() && oracle.ask(request, budget.remaining()) instanceof Verdict.Feasible feasible
                ? Optional.of(feasible.placement())
                : Optional.empty();
    }

    private Relaxation shrink() {
        for (Change change : List.copyOf(changes)) {
            if (changes.size() > 1) {
                List<Change> fewer = new ArrayList<>(changes);
                fewer.remove(change);
                Verdict verdict = tryOut(fewer);
                proved &= !(verdict instanceof Verdict.Unknown);
            }
        }
        boolean baseProved = proved;
        for (int index = 0; index < changes.size(); index++) {
            if (changes.get(index) instanceof AmountChange amount) {
                proved &= lessen(index, amount, baseProved);
            }
        }
        return new Relaxation(changes, proved, placement);
    }

    /** Makes changes the current ones if they are enough. */
    private Verdict tryOut(List<Change> some) {
        return tryOut(some, oracle.quick());
    }

    private Verdict tryOut(List<Change> some, FeasibilityOracle asked) {
        Verdict verdict = budget.isOver() ? new Verdict.Unknown() : asked.ask(applied(some), budget.remaining());
        if (verdict instanceof Verdict.Feasible feasible) {
            changes = some;
            placement = feasible.placement();
        }
        return verdict;
    }

    private PlacementRequest applied(List<Change> some) {
        return new Relaxation(some, false, placement).appliedTo(request);
    }

    /**
     * Finds the least amount that is enough, and says whether one unit less is proved not to be. What a placement turns out to need is
     * often the least already, so just below it is asked before the half of what is open.
     */
    private boolean lessen(int index, AmountChange change, boolean nothingProved) {
        long tooLittle = 0;
        boolean proof = nothingProved;
        boolean justBelow = true;
        tighten(index, change);
        while (tooLittle + 1 < by(index) && !budget.isOver()) {
            long enough = by(index);
            long probe = justBelow ? enough - 1 : tooLittle + (enough - tooLittle) / 2;
            Verdict verdict = tryOut(replaced(index, change.withBy(probe)));
            if (verdict instanceof Verdict.Feasible) {
                tighten(index, change);
                justBelow = !justBelow;
            } else {
                tooLittle = probe;
                proof = verdict instanceof Verdict.Infeasible;
                justBelow = false;
            }
        }
        if (!proof && tooLittle == by(index) - 1) {
            Verdict verdict = tryOut(replaced(index, change.withBy(tooLittle)), oracle);
            return verdict instanceof Verdict.Infeasible;
        }
        return proof && tooLittle == by(index) - 1;
    }

    private long by(int index) {
        return changes.get(index) instanceof AmountChange amount ? amount.by() : 0;
    }

    private List<Change> replaced(int index, Change change) {
        List<Change> others = new ArrayList<>(changes);
        others.set(index, change);
        return others;
    }

    /** Lessens a change to what the placement needs of it. */
    private void tighten(int index, AmountChange change) {
        PlacementRequest without = applied(replaced(index, change.withBy(0)));
        Change kind = Remedies.unsized(change);
        List<Change> needed = remedies.of(
                        PlacementVerifier.verify(without, placement).violations())
                .orElse(List.of());
        for (Change need : needed) {
            if (Remedies.unsized(need).equals(kind) && need instanceof AmountChange amount && amount.by() < by(index)) {
                List<Change> tighter = replaced(index, amount);
                if (PlacementVerifier.verify(applied(tighter), placement).isValid()) {
                    changes = tighter;
                }
            }
        }
    }
}
