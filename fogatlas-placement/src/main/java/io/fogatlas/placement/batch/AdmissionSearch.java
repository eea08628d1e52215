package io.fogatlas.placement.batch;

import io.fogatlas.placement.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Searches for the most valuable set of applications that can run together.
 *
 * <p>Best first over sets, from all applications downwards: a set that is proved impossible is shrunk, one application after the other,
 * to a smallest conflict found; one of the conflict has to go, and for each of them that is a new set to look at, in which those looked
 * at before must stay, so that no set comes up twice (R. Reiter, A theory of diagnosis from first principles, 1987; the order makes it
 * the implicit hitting sets of J. Davies and F. Bacchus, 2011). The first set that can run together is the best, if all that came before
 * it were proved impossible. Exponential in the worst case, and ended by the budget.
 */
final class AdmissionSearch {
    /** What is left of the budget for placing the admitted applications well. */
    static final double RESERVE = 0.3;

    /** The most equally valuable sets whose scores are compared. */
    private static final int MOST_TIES = 16;

    private static final int MOST_NODES = 200_000;

    private static final Comparator<Node> ORDER =
            Comparator.comparingLong(Node::lost).thenComparingInt(Node::count).thenComparing(Node::text);

    private final Trials trials;
    private final Budget budget;
    private final BitSet helpers;
    private final Conflicts conflicts;
    private final List<Trial> best = new ArrayList<>();
    private final PriorityQueue<Node> open = new PriorityQueue<>(ORDER);
    private long unprovedLoss = Long.MAX_VALUE;
    private boolean proved = true;

    AdmissionSearch(Trials trials, Budget budget) {
        this.trials = trials;
        this.budget = budget;
        helpers = Bonds.helpers(trials.entries(), trials.request().occupancy());
        conflicts = new Conflicts(helpers);
    }

    /** A set that leaves some out, and keeps some that must stay in all sets that come from it. */
    private record Node(BitSet excluded, BitSet kept, long lost) {
        int count() {
            return excluded.cardinality();
        }

        String text() {
            return excluded.toString();
        }

        boolean losesMoreThan(Node other) {
            return lost != other.lost ? lost > other.lost : count() > other.count();
        }
    }

    /** Takes a set that can run together, found by other means. */
    void start(Trial incumbent) {
        best.add(incumbent);
    }

    /** Searches until the best sets are found or the budget is used up. */
    void run() {
        open.add(new Node(new BitSet(), new BitSet(), 0));
        int nodes = 0;
        while (!open.isEmpty() && !isDone(open.element())) {
            if (budget.left() < RESERVE || nodes++ > MOST_NODES) {
                proved = false;
                unprovedLoss = Math.min(unprovedLoss, open.element().lost());
                return;
            }
            visit(open.remove());
        }
    }

    private boolean isDone(Node next) {
        if (best.isEmpty()) {
            return false;
        }
        Node reached = nodeOf(best.get(0));
        boolean enough = best.size() > MOST_TIES && !reached.losesMoreThan(next);
        proved &= !enough;
        return enough || next.losesMoreThan(reached);
    }

    private Node nodeOf(Trial trial) {
        BitSet excluded = trials.all();
        excluded.andNot(trial.set());
        return new Node(excluded, new BitSet(), trials.value(excluded));
    }

    private void visit(Node node) {
        BitSet set = trials.all();
        set.andNot(node.excluded());
        Optional<BitSet> conflict = conflicts.within(set);
        if (conflict.isEmpty()) {
            Trial trial = trials.isPossible(set, budget.slice(part(), Trials.ANY));
            if (trial.isPlaced()) {
                keep(trial, node);
                return;
            }
            if (trial.outcome() == Outcome.INFEASIBLE) {
                conflict = Optional.of(shrunk(set));
                conflicts.add(conflict.get());
            } else {
                proved = false;
                unprovedLoss = Math.min(unprovedLoss, node.lost());
            }
        }
        branch(node, conflict.orElse(set));
    }

    private double part() {
        return budget.countsWork() ? 0.01 : 0.06;
    }

    private void keep(Trial trial, Node node) {
        if (!best.isEmpty() && nodeOf(best.get(0)).losesMoreThan(node)) {
            best.clear();
        }
        if (best.stream().noneMatch(known -> known.set().equals(trial.set()))) {
            best.add(trial);
        }
    }

    private void branch(Node node, BitSet conflict) {
        BitSet kept = (BitSet) node.kept().clone();
        for (int entry = conflict.nextSetBit(0); entry >= 0; entry = conflict.nextSetBit(entry + 1)) {
            if (!kept.get(entry)) {
                BitSet excluded = (BitSet) node.excluded().clone();
                excluded.set(entry);
                open.add(new Node(excluded, (BitSet) kept.clone(), trials.value(excluded)));
                kept.set(entry);
            }
        }
    }

    /** Drops from a set that cannot run together whoever is not needed for that; helpers stay, since without them less is possible. */
    private BitSet shrunk(BitSet set) {
        BitSet conflict = (BitSet) set.clone();
        for (int entry = set.nextSetBit(0); entry >= 0; entry = set.nextSetBit(entry + 1)) {
            if (!helpers.get(entry) && conflict.cardinality() > 1 && budget.left() >= RESERVE) {
                conflict.clear(entry);
                boolean still = conflicts.within(conflict).isPresent()
                        || trials.isPossible(conflict, budget.slice(part(), Trials.ANY))
                                        .outcome()
                                == Outcome.INFEASIBLE;
                conflict.set(entry, !still);
            }
        }
        return conflict;
    }

    /** The most valuable sets found, all of one value and size; nobody at all if none is. */
    List<Trial> best() {
        return best.isEmpty() ? List.of(Trial.without(new BitSet(), Outcome.OPTIMAL)) : List.copyOf(best);
    }

    /** Whether {@link #best} are proved to be all the best. */
    boolean isProved() {
        return proved;
    }

    /** What no set that can run together is worth more than. */
    long valueBound() {
        long found = trials.value(best().get(0).set());
        return unprovedLoss == Long.MAX_VALUE ? found : Math.max(found, trials.value(trials.all()) - unprovedLoss);
    }

    Conflicts conflicts() {
        return conflicts;
    }
}
