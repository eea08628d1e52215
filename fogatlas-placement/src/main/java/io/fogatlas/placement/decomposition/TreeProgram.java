package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Leg;
import java.util.Arrays;

/**
 * Solves a part of a reduced problem exactly when rows have a price instead of an end: a dynamic program over the tree.
 *
 * <p>Slots of one region that legs join are a cluster. Its load is followed exactly: a slot's state is its region and what the cluster
 * takes there so far, so that no solution has a cluster that is too large for its region. This closes most of the gap that prices alone
 * leave, since they permit mixtures of solutions, each with all of a cluster in one region.
 */
final class TreeProgram {
    private final Reduced reduced;
    private final Rows rows;
    private final Forest.Branch[] fromTheLeaves;
    private final double[] base;
    private final double[] costs;
    private final int[] weight;
    private final double[] own;
    private final ParetoLists lists = new ParetoLists();
    private final int[] listStart;
    private final int[] listEnd;
    private final int[] outerStart;
    private final int[] outerEnd;
    /** By leg and near atom, the cheapest way on to another region; at {@code messageStart[leg] + atom}. */
    private final double[] message;

    private final int[] bestColumn;
    /** By leg and near atom, the column that stays in the region; -1 if there is none. */
    private final int[] stay;

    /** By leg and near atom, what all but the leg and what is beyond it costs at least. */
    private final double[] around;

    private final int[] messageStart;
    private final int[] pickedAtom;
    private final int[] pickedColumn;
    private final int[] pickedEntry;
    private final double[] marginal;
    private final int[][] legsBelow;
    private Subproblem part;
    private double value;

    TreeProgram(Reduced reduced) {
        this.reduced = reduced;
        rows = reduced.rows();
        fromTheLeaves = reduced.fromTheLeaves().toArray(Forest.Branch[]::new);
        base = new double[reduced.items()];
        for (int item = 0; item < base.length; item++) {
            base[item] = reduced.cost(item);
        }
        costs = new double[base.length];
        int atoms = reduced.atoms();
        weight = new int[atoms];
        for (int atom = 0; atom < atoms; atom++) {
            weight[atom] = reduced.weight(atom);
        }
        own = new double[atoms];
        listStart = new int[atoms];
        listEnd = new int[atoms];
        outerStart = new int[atoms];
        outerEnd = new int[atoms];
        marginal = new double[atoms];
        messageStart = new int[reduced.legs()];
        int size = 0;
        for (int leg = 0; leg < messageStart.length; leg++) {
            int near = reduced.near(leg);
            messageStart[leg] = near < 0 ? size : size - reduced.firstAtom(near);
            size += near < 0 ? 1 : reduced.firstAtom(near + 1) - reduced.firstAtom(near);
        }
        message = new double[size];
        bestColumn = new int[size];
        around = new double[size];
        stay = new int[size];
        pickedAtom = new int[reduced.slots()];
        pickedEntry = new int[reduced.slots()];
        pickedColumn = new int[reduced.legs()];
        legsBelow = legsBelow();
        part = Subproblem.all(reduced);
    }

    private int[][] legsBelow() {
        int[][] below = new int[reduced.slots()][0];
        for (Forest.Branch branch : fromTheLeaves) {
            Leg leg = branch.leg();
            if (leg != null) {
                int[] longer = Arrays.copyOf(below[branch.upper()], below[branch.upper()].length + 1);
                longer[longer.length - 1] = leg.index();
                below[branch.upper()] = longer;
            }
        }
        return below;
    }

    /** Says what nothing in a part costs less than, at prices of the rows; infinite if the part is empty. */
    double solve(Subproblem within, double[] prices) {
        part = within;
        System.arraycopy(base, 0, costs, 0, costs.length);
        rows.charge(prices, costs);
        Arrays.fill(message, Double.POSITIVE_INFINITY);
        Arrays.fill(stay, -1);
        lists.clear();
        value = 0;
        for (int row = 0; row < prices.length; row++) {
            value -= prices[row] * rows.limit(row);
        }
        System.arraycopy(costs, 0, own, 0, own.length);
        for (int leg = 0; leg < reduced.legs(); leg++) {
            if (reduced.far(leg) < 0) {
                sendAlone(leg);
            }
        }
        for (int slot = 0; slot < reduced.slots(); slot++) {
            for (int atom : part.atomsOf(slot)) {
                listStart[atom] = lists.size();
                if (own[atom] < Double.POSITIVE_INFINITY && weight[atom] <= ParetoLists.FULL) {
                    lists.add(weight[atom], own[atom]);
                }
                listEnd[atom] = lists.size();
            }
        }
        for (Forest.Branch branch : fromTheLeaves) {
            Leg leg = branch.leg();
            if (leg == null) {
                pickRoot(branch.lower());
            } else {
                send(leg.index());
            }
        }
        return value;
    }

    private void sendAlone(int leg) {
        int start = messageStart[leg];
        boolean charged = reduced.near(leg) >= 0;
        for (int column : part.columnsOf(leg)) {
            offer(charged ? start + reduced.nearAtom(column) : start, costs[reduced.atoms() + column], column);
        }
        if (charged) {
            for (int atom : part.atomsOf(reduced.near(leg))) {
                own[atom] += message[start + atom];
            }
        } else {
            value += message[start];
            pickedColumn[leg] = bestColumn[start];
        }
    }

    private void offer(int at, double cost, int column) {
        if (cost < message[at]) {
            message[at] = cost;
            bestColumn[at] = column;
        }
    }

    private void send(int leg) {
        int start = messageStart[leg];
        for (int column : part.columnsOf(leg)) {
            int far = reduced.farAtom(column);
            if (listEnd[far] > listStart[far]) {
                if (reduced.stays(column)) {
                    stay[start + reduced.nearAtom(column)] = column;
                } else {
                    offer(
                            start + reduced.nearAtom(column),
                            costs[reduced.atoms() + column] + lists.cost(listEnd[far] - 1),
                            column);
                }
            }
        }
        for (int atom : part.atomsOf(reduced.near(leg))) {
            lists.begin();
            offerBelow(leg, atom, listStart[atom], listEnd[atom]);
            listStart[atom] = lists.size();
            lists.end();
            listEnd[atom] = lists.size();
        }
    }

    /** Offers what a list becomes when what is below a leg is added. */
    private void offerBelow(int leg, int atom, int start, int end) {
        int at = messageStart[leg] + atom;
        lists.offerAll(start, end, message[at], -1);
        int column = stay[at];
        if (column >= 0) {
            int far = reduced.farAtom(column);
            lists.offerPairs(start, end, listStart[far], listEnd[far], costs[reduced.atoms() + column]);
        }
    }

    private void pickRoot(int slot) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int atom : part.atomsOf(slot)) {
            if (listEnd[atom] > listStart[atom] && lists.cost(listEnd[atom] - 1) < least) {
                best = atom;
                least = lists.cost(listEnd[atom] - 1);
            }
        }
        pickedAtom[slot] = best;
        value += least;
    }

    /** Follows the last solution from the roots: which atoms and columns it takes. Only if its value is finite. */
    void pick() {
        for (int i = fromTheLeaves.length - 1; i >= 0; i--) {
            Leg leg = fromTheLeaves[i].leg();
            int lower = fromTheLeaves[i].lower();
            if (leg == null) {
                pickedEntry[lower] = listEnd[pickedAtom[lower]] - 1;
                continue;
            }
            int upper = fromTheLeaves[i].upper();
            int at = messageStart[leg.index()] + pickedAtom[upper];
            int below = lists.via(pickedEntry[upper]);
            int column = below >= 0 ? stay[at] : bestColumn[at];
            pickedColumn[leg.index()] = column;
            pickedAtom[lower] = reduced.farAtom(column);
            pickedEntry[lower] = below >= 0 ? below : listEnd[pickedAtom[lower]] - 1;
            pickedEntry[upper] = lists.previous(pickedEntry[upper]);
        }
        for (int leg = 0; leg < reduced.legs(); leg++) {
            if (reduced.far(leg) < 0 && reduced.near(leg) >= 0) {
                pickedColumn[leg] = bestColumn[messageStart[leg] + pickedAtom[reduced.near(leg)]];
            }
        }
    }

    int pickedAtom(int slot) {
        return pickedAtom[slot];
    }

    int pickedColumn(int leg) {
        return pickedColumn[leg];
    }

    /** What the picked items cost without prices. */
    double pickedCost() {
        double cost = 0;
        for (int atom : pickedAtom) {
            cost += base[atom];
        }
        for (int column : pickedColumn) {
            cost += base[reduced.atoms() + column];
        }
        return cost;
    }

    /** Adds up what the picked items bring into the rows. */
    void load(double[] loads) {
        Arrays.fill(loads, 0);
        for (int atom : pickedAtom) {
            rows.load(atom, 1, loads);
        }
        for (int column : pickedColumn) {
            rows.load(reduced.atoms() + column, 1, loads);
        }
    }

    /** Marks the items that something cheaper than a limit can still take, after {@link #solve}. */
    boolean[] marginalsBelow(double limit) {
        boolean[] kept = new boolean[reduced.items()];
        Arrays.fill(marginal, Double.POSITIVE_INFINITY);
        for (int i = fromTheLeaves.length - 1; i >= 0; i--) {
            int lower = fromTheLeaves[i].lower();
            if (fromTheLeaves[i].leg() == null) {
                double rest = value - lists.cost(listEnd[pickedAtom[lower]] - 1);
                for (int atom : part.atomsOf(lower)) {
                    outerStart[atom] = lists.size();
                    lists.add(0, rest);
                    outerEnd[atom] = lists.size();
                }
            }
            for (int atom : part.atomsOf(lower)) {
                marginal[atom] = lists.leastPair(listStart[atom], listEnd[atom], outerStart[atom], outerEnd[atom]);
                kept[atom] = marginal[atom] < limit;
            }
            for (int leg : legsBelow[lower]) {
                sendDown(leg, limit, kept);
            }
        }
        for (int leg = 0; leg < reduced.legs(); leg++) {
            if (reduced.far(leg) < 0) {
                int start = messageStart[leg];
                for (int column : part.columnsOf(leg)) {
                    int near = reduced.nearAtom(column);
                    double rest = near < 0 ? value - message[start] : marginal[near] - message[start + near];
                    around[near < 0 ? start : start + near] = rest;
                    kept[reduced.atoms() + column] = rest + costs[reduced.atoms() + column] < limit;
                }
            }
        }
        return kept;
    }

    /** What all but the part below a leg costs, for the slot below it. */
    private void sendDown(int leg, double limit, boolean[] kept) {
        int slot = reduced.near(leg);
        int below = reduced.far(leg);
        int first = reduced.firstAtom(slot);
        int[] aroundStart = new int[reduced.firstAtom(slot + 1) - first];
        int[] aroundEnd = new int[aroundStart.length];
        for (int atom : part.atomsOf(slot)) {
            around[messageStart[leg] + atom] = Double.POSITIVE_INFINITY;
            if (own[atom] == Double.POSITIVE_INFINITY) {
                continue;
            }
            lists.begin();
            for (int entry = outerStart[atom]; entry < outerEnd[atom]; entry++) {
                if (lists.load(entry) + weight[atom] <= ParetoLists.FULL) {
                    lists.offer(lists.load(entry) + weight[atom], lists.cost(entry) + own[atom], entry, -1);
                }
            }
            int start = lists.size();
            lists.end();
            for (int other : legsBelow[slot]) {
                if (other != leg) {
                    int end = lists.size();
                    lists.begin();
                    offerBelow(other, atom, start, end);
                    lists.end();
                    start = end;
                }
            }
            aroundStart[atom - first] = start;
            aroundEnd[atom - first] = lists.size();
            around[messageStart[leg] + atom] =
                    lists.size() > start ? lists.cost(lists.size() - 1) : Double.POSITIVE_INFINITY;
        }
        double[] moved = new double[reduced.firstAtom(below + 1) - reduced.firstAtom(below)];
        int[] stayed = new int[moved.length];
        Arrays.fill(moved, Double.POSITIVE_INFINITY);
        Arrays.fill(stayed, -1);
        for (int column : part.columnsOf(leg)) {
            int near = reduced.nearAtom(column) - first;
            int far = reduced.farAtom(column);
            if (aroundEnd[near] == aroundStart[near] || listEnd[far] == listStart[far]) {
                continue;
            }
            double cost = costs[reduced.atoms() + column];
            double all;
            if (reduced.stays(column)) {
                stayed[far - reduced.firstAtom(below)] = column;
                all = cost + lists.leastPair(aroundStart[near], aroundEnd[near], listStart[far], listEnd[far]);
            } else {
                double before = lists.cost(aroundEnd[near] - 1) + cost;
                moved[far - reduced.firstAtom(below)] = Math.min(moved[far - reduced.firstAtom(below)], before);
                all = before + lists.cost(listEnd[far] - 1);
            }
            kept[reduced.atoms() + column] = all < limit;
        }
        for (int atom : part.atomsOf(below)) {
            int at = atom - reduced.firstAtom(below);
            lists.begin();
            if (moved[at] < Double.POSITIVE_INFINITY) {
                lists.offer(0, moved[at], -1, -1);
            }
            if (stayed[at] >= 0) {
                int near = reduced.nearAtom(stayed[at]) - first;
                lists.offerAll(aroundStart[near], aroundEnd[near], costs[reduced.atoms() + stayed[at]], -1);
            }
            outerStart[atom] = lists.size();
            lists.end();
            outerEnd[atom] = lists.size();
        }
    }

    /** What an item costs at the last prices. */
    double priced(int item) {
        return costs[item];
    }

    /**
     * What all but an atom and what is below it costs at least, if they take so much of the atom's region; after {@link #marginalsBelow}.
     */
    double outer(int atom, int load) {
        for (int entry = outerEnd[atom] - 1; entry >= outerStart[atom]; entry--) {
            if (lists.load(entry) + load <= ParetoLists.FULL) {
                return lists.cost(entry);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * What all but a leg and what is beyond it costs at least, if its near slot takes an atom, or -1 if it has none; after {@link
     * #marginalsBelow}.
     */
    double around(int leg, int atom) {
        return around[messageStart[leg] + Math.max(0, atom)];
    }

    /** What the last solution costs at its prices. */
    double value() {
        return value;
    }

    /** What the best of a tree costs, by its root, in the last solution. */
    double cheapest(int root) {
        return lists.cost(listEnd[pickedAtom[root]] - 1);
    }

    /** What the cheapest column of a leg costs that is in no tree and charged to no slot. */
    double cheapestAlone(int leg) {
        return message[messageStart[leg]];
    }

    /** What the best that takes an atom costs, after {@link #marginalsBelow}. */
    double marginal(int atom) {
        return marginal[atom];
    }
}
