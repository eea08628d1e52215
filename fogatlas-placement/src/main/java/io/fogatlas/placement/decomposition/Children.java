package io.fogatlas.placement.decomposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Divides a node. Of a few promising {@link Splits} it takes the one both sides of which have the best bounds after a few steps. Where no
 * row tells, it divides by the slot, and then the leg, that the solutions of the last ascent agreed least about: one child for each thing
 * it can still take.
 */
final class Children {
    private static final int STEPS_AT_TRIAL = 6;

    /** How many splits are tried. */
    private static final int TRIALS = 4;

    /** A gain of less, as a part of the bound, counts as so much. */
    private static final double LEAST_GAIN = 1e-6;

    private final Ascent ascent;
    private final Reduced reduced;
    private final double cutoff;

    /** A part that is still to be searched, with prices from which to climb. */
    static final class Node {
        private final Subproblem part;
        private final double[] prices;

        Node(Subproblem part, double[] prices) {
            this.part = part;
            this.prices = prices;
        }

        Subproblem part() {
            return part;
        }

        /** To be read, never changed. */
        double[] prices() {
            return prices;
        }
    }

    /** One side of a split, after a few steps. */
    private record Side(Node node, double bound) {}

    /**
     * Prepares to divide nodes.
     *
     * @param ascent has just climbed in the node to be divided
     * @param cutoff what is not cheaper is not wanted
     */
    Children(Ascent ascent, double cutoff) {
        this.ascent = ascent;
        this.cutoff = cutoff;
        reduced = ascent.reduced();
    }

    /** Lists the children of a node with a bound, the most promising last; none if nothing below the cutoff is left. */
    List<Node> of(Node node, double bound) {
        List<Splits.Split> splits = Splits.of(ascent, node.part(), node.prices(), TRIALS);
        return splits.isEmpty() ? byChoice(node) : byRow(node, bound, splits);
    }

    private List<Node> byRow(Node node, double bound, List<Splits.Split> splits) {
        List<Side> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        double least = LEAST_GAIN * Math.max(1, Math.abs(bound));
        for (Splits.Split split : splits) {
            Side with = tried(Splits.side(reduced, node.part(), split, true), node.prices());
            Side without = tried(Splits.side(reduced, node.part(), split, false), node.prices());
            double gain = Math.max(with.bound() - bound, least) * Math.max(without.bound() - bound, least);
            if (gain > most) {
                most = gain;
                best = List.of(with, without);
            }
        }
        return best.stream()
                .filter(side -> side.bound() < cutoff)
                .sorted(Comparator.comparingDouble(Side::bound).reversed())
                .map(Side::node)
                .toList();
    }

    private Side tried(Subproblem part, double[] prices) {
        double[] better = prices.clone();
        double bound = part.isEmpty()
                ? Double.POSITIVE_INFINITY
                : ascent.climb(part, better, /* factor= */ 0.5, STEPS_AT_TRIAL);
        return new Side(new Node(part, better), Math.min(bound, cutoff));
    }

    private List<Node> byChoice(Node node) {
        Subproblem part = node.part();
        int slot = leastAgreed(reduced.slots(), part::atomsOf, atom -> atom);
        int leg = slot >= 0 ? -1 : leastAgreed(reduced.legs(), part::columnsOf, column -> reduced.atoms() + column);
        List<Integer> items = new ArrayList<>();
        for (int choice : slot >= 0 ? part.atomsOf(slot) : part.columnsOf(leg)) {
            items.add(slot >= 0 ? choice : reduced.atoms() + choice);
        }
        if (slot >= 0) {
            items.sort(Comparator.comparingDouble(ascent.tree()::marginal).thenComparing(item -> item));
        }
        List<Node> children = new ArrayList<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            boolean[] kept = part.marks(reduced);
            items.forEach(item -> kept[item] = false);
            kept[items.get(i)] = true;
            children.add(new Node(part.keeping(reduced, kept), node.prices()));
        }
        return children;
    }

    /** Finds the slot or leg whose most frequent pick had the smallest share of all; -1 if none has a choice. */
    private int leastAgreed(int count, IntFunction<int[]> choicesOf, IntUnaryOperator itemOf) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int number = 0; number < count; number++) {
            int[] choices = choicesOf.apply(number);
            if (choices.length > 1) {
                int most = 0;
                int sum = 0;
                for (int choice : choices) {
                    int picks = ascent.picks(itemOf.applyAsInt(choice));
                    most = Math.max(most, picks);
                    sum += picks;
                }
                double share = sum == 0 ? 1 : (double) most / sum;
                if (share < least) {
                    least = share;
                    best = number;
                }
            }
        }
        return best;
    }
}
