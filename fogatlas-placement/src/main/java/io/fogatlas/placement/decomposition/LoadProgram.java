package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Leg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Solves a part of a reduced problem with all its rows: a dynamic program as {@link TreeProgram} is, but with states that carry what is
 * taken of each row. Left out are states that another makes needless, and those with which, as the marginals of the tree program tell,
 * nothing stays below a cutoff; near the optimum few are left (G. Handler and I. Zang, "A dual algorithm for the constrained shortest path
 * problem", 1980, close the gap of a Lagrangian relaxation like that).
 */
final class LoadProgram {
    private static final int NONE = -1;

    private final Reduced reduced;
    private final TreeProgram tree;
    private final Subproblem part;
    private final double cutoff;
    private final RowUse use;
    private final LoadLists lists;
    private final int[] first;
    private final int[] last;
    private final List<List<Leg>> legsOf = new ArrayList<>();
    private final RowUse.Range[] inside;
    private int best = NONE;

    /** How it ended. */
    enum Ending {
        /** The cheapest choice that keeps all rows was found. */
        FOUND,
        /** None below the cutoff keeps all rows. */
        NOTHING,
        /** It was too much work. */
        GIVEN_UP
    }

    /**
     * Prepares a solution.
     *
     * @param tree has solved the part, with its marginals
     * @param cutoff what costs so much or more is not wanted
     * @param mostWork after how much work it is given up
     * @param isOver whether to give up at once
     */
    LoadProgram(
            Reduced reduced, TreeProgram tree, Subproblem part, double cutoff, long mostWork, BooleanSupplier isOver) {
        this.reduced = reduced;
        this.tree = tree;
        this.part = part;
        this.cutoff = cutoff;
        use = new RowUse(reduced, part);
        lists = new LoadLists(use.count(), mostWork, isOver);
        first = new int[reduced.atoms()];
        last = new int[first.length];
        inside = new RowUse.Range[reduced.slots()];
        for (int slot = 0; slot < inside.length; slot++) {
            legsOf.add(new ArrayList<>());
        }
        for (Leg leg : reduced.problem().legs()) {
            if (reduced.near(leg.index()) >= 0) {
                legsOf.get(reduced.near(leg.index())).add(leg);
            }
        }
    }

    /** How much work it was. */
    long work() {
        return lists.work();
    }

    /** Solves. */
    Ending solve() {
        if (!use.fits()) {
            return Ending.GIVEN_UP;
        }
        List<Integer> roots = new ArrayList<>();
        for (Forest.Branch branch : reduced.fromTheLeaves()) {
            solve(branch.lower());
            if (lists.isTooMuch()) {
                return Ending.GIVEN_UP;
            }
            if (branch.leg() == null) {
                roots.add(branch.lower());
            }
        }
        return joinTrees(roots);
    }

    private void begin(RowUse.Range within) {
        lists.begin(use.harmless(within), use.highest(within));
    }

    /** Lists the states of a slot and all that is below it. */
    private void solve(int slot) {
        int[] atoms = part.atomsOf(slot);
        List<Leg> legs = legsOf.get(slot);
        int[][] start = new int[legs.size()][atoms.length];
        int[][] end = new int[legs.size()][atoms.length];
        for (int number = 0; number < legs.size(); number++) {
            RowUse.Range within = within(legs.get(number));
            for (int i = 0; i < atoms.length && !lists.isTooMuch(); i++) {
                begin(within);
                addOptions(legs.get(number), atoms[i]);
                start[number][i] = lists.end();
                end[number][i] = lists.size();
            }
        }
        for (int i = 0; i < atoms.length && !lists.isTooMuch(); i++) {
            int atom = atoms[i];
            RowUse.Range within = use.of(slot);
            begin(within);
            lists.add(reduced.cost(atom), tree.priced(atom), reduced.weight(atom), NONE, NONE, atom);
            lists.take(use, atom);
            lists.settle();
            first[atom] = lists.end();
            last[atom] = lists.size();
            double rest = 0;
            for (int number = 0; number < legs.size(); number++) {
                rest += lists.cheapest(start[number][i], end[number][i]);
            }
            for (int number = 0; number < legs.size() && rest < Double.POSITIVE_INFINITY; number++) {
                within = within.plus(within(legs.get(number)));
                rest -= lists.cheapest(start[number][i], end[number][i]);
                begin(within);
                join(first[atom], last[atom], start[number][i], end[number][i], atom, rest);
                first[atom] = lists.end();
                last[atom] = lists.size();
            }
            if (rest == Double.POSITIVE_INFINITY) {
                last[atom] = first[atom];
            }
        }
        RowUse.Range all = use.of(slot);
        for (Leg leg : legs) {
            all = all.plus(within(leg));
        }
        inside[slot] = all;
    }

    /** What a leg and all that is beyond it take. */
    private RowUse.Range within(Leg leg) {
        RowUse.Range ofLeg = use.of(reduced.slots() + leg.index());
        int far = reduced.far(leg.index());
        return far < 0 ? ofLeg : ofLeg.plus(inside[far]);
    }

    /** Adds the ways to route a leg, with what is beyond it; from an atom if it is charged to a slot. */
    private void addOptions(Leg leg, int atom) {
        double around = tree.around(leg.index(), atom);
        for (int column : part.columnsOf(leg.index())) {
            if (reduced.nearAtom(column) != atom) {
                continue;
            }
            int item = reduced.atoms() + column;
            int far = reduced.farAtom(column);
            if (far < 0) {
                if (around + tree.priced(item) < cutoff) {
                    lists.add(reduced.cost(item), tree.priced(item), 0, NONE, NONE, item);
                    lists.take(use, item);
                    lists.settle();
                }
                continue;
            }
            for (int below = first[far]; below < last[far]; below++) {
                double priced = tree.priced(item) + lists.priced(below);
                if (around + priced < cutoff) {
                    int weight = reduced.stays(column) ? lists.weight(below) : 0;
                    lists.add(reduced.cost(item) + lists.cost(below), priced, weight, NONE, below, item);
                    lists.take(use, item);
                    lists.take(below);
                    lists.settle();
                }
            }
        }
    }

    /** Adds each pair of two lists; what is still to be joined costs {@code rest} at least. */
    private void join(int start, int end, int optionStart, int optionEnd, int atom, double rest) {
        for (int state = start; state < end && !lists.isTooMuch(); state++) {
            lists.spend((optionEnd - optionStart) / 8);
            for (int option = optionStart; option < optionEnd; option++) {
                double priced = lists.priced(state) + lists.priced(option);
                int weight = lists.weight(state) + lists.weight(option);
                if (weight <= ParetoLists.FULL && priced + rest + (atom < 0 ? 0 : tree.outer(atom, weight)) < cutoff) {
                    lists.add(lists.cost(state) + lists.cost(option), priced, weight, state, option, NONE);
                    lists.take(state);
                    lists.take(option);
                    lists.settle();
                }
            }
        }
    }

    /** Joins what is not joined by the tree: trees, and legs between fixed ends. */
    private Ending joinTrees(List<Integer> roots) {
        RowUse.Range within = use.ofNothing();
        double rest = tree.value();
        begin(within);
        lists.add(0, 0, 0, NONE, NONE, NONE);
        lists.settle();
        int start = lists.end();
        int end = lists.size();
        for (Leg leg : reduced.problem().legs()) {
            if (reduced.near(leg.index()) < 0) {
                begin(within(leg));
                addOptions(leg, NONE);
                int options = lists.end();
                int optionsEnd = lists.size();
                within = within.plus(within(leg));
                rest -= tree.cheapestAlone(leg.index());
                begin(within);
                join(start, end, options, optionsEnd, NONE, rest);
                start = lists.end();
                end = lists.size();
            }
        }
        for (int root : roots) {
            begin(inside[root]);
            for (int atom : part.atomsOf(root)) {
                for (int state = first[atom]; state < last[atom]; state++) {
                    lists.add(lists.cost(state), lists.priced(state), 0, NONE, state, NONE);
                    lists.take(state);
                    lists.settle();
                }
            }
            int options = lists.end();
            int optionsEnd = lists.size();
            within = within.plus(inside[root]);
            rest -= tree.cheapest(root);
            begin(within);
            join(start, end, options, optionsEnd, NONE, rest);
            start = lists.end();
            end = lists.size();
        }
        if (lists.isTooMuch()) {
            return Ending.GIVEN_UP;
        }
        best = start < end && lists.cost(start) < cutoff ? start : NONE;
        return best < 0 ? Ending.NOTHING : Ending.FOUND;
    }

    /** What the choice costs that was found. */
    double cost() {
        return lists.cost(best);
    }

    /** The choice that was found. */
    Choice choice() {
        int[] atoms = new int[reduced.slots()];
        int[] columns = new int[reduced.legs()];
        Deque<Integer> open = new ArrayDeque<>(List.of(best));
        while (!open.isEmpty()) {
            int state = open.pop();
            int item = lists.item(state);
            if (item >= reduced.atoms()) {
                columns[reduced.ownerOf(item) - reduced.slots()] = item - reduced.atoms();
            } else if (item >= 0) {
                atoms[reduced.slotOf(item)] = item;
            }
            if (lists.previous(state) >= 0) {
                open.push(lists.previous(state));
            }
            if (lists.below(state) >= 0) {
                open.push(lists.below(state));
            }
        }
        return reduced.choice(atoms, columns);
    }
}
