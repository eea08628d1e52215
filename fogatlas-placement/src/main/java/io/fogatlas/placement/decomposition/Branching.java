package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.Search;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Searches what is left of a problem for placements below a limit, by branch and bound. The bound of a node is what an {@link Ascent} from
 * its parent's prices reaches; what the marginals show to cost too much is dropped (A. Geoffrion, "Lagrangean relaxation for integer
 * programming", 1974). It branches on the slot, and then the leg, that the solutions of the ascent agreed least about: one child for each
 * thing it can still take, the cheapest first.
 */
final class Branching {
    private static final int STEPS_AT_ROOT = 300;
    private static final int STEPS_AT_NODE = 40;

    /** What is left is written out anew when less than this part of it is still left. */
    private static final double WORTH_REWRITING = 0.8;

    private final Search search;
    private final Realisation realisation;
    private final double limit;
    private final long mostNodes;
    private Ascent ascent;
    private Map<Rows.Key, Double> rootPrices = Map.of();
    private Ending ending = Ending.STOPPED;
    private boolean undecided;
    private long nodes;

    /** How a search ended. */
    enum Ending {
        /** Whatever is below the limit was offered. */
        DONE,
        /** So it was, but for some choices of which it is not clear whether they keep all rules. */
        UNDECIDED,
        /** Links were short that are not watched. */
        UNWATCHED,
        /** It was too much work. */
        GIVEN_UP,
        /** The search is over. */
        STOPPED
    }

    /** A part that is still to be searched, with its parent's prices. */
    private static final class Node {
        private final Subproblem part;
        private final double[] prices;

        Node(Subproblem part, double[] prices) {
            this.part = part;
            this.prices = prices;
        }
    }

    /**
     * Prepares a search.
     *
     * @param reduced what is left of the problem
     * @param search what is known; hears of placements
     * @param limit placements that cost so much or more are not wanted
     * @param mostNodes after how many nodes it gives up
     */
    Branching(Reduced reduced, Search search, Realisation realisation, double limit, long mostNodes) {
        this.search = search;
        this.realisation = realisation;
        this.limit = limit;
        this.mostNodes = mostNodes;
        ascent = new Ascent(reduced, realisation, this::cutoff);
    }

    /** What is not cheaper is not looked at. */
    private double cutoff() {
        double wanted = Math.min(limit, search.score());
        return wanted < Double.POSITIVE_INFINITY ? wanted - 5e-10 * Math.max(1, Math.abs(wanted)) : wanted;
    }

    /** The links that turned out to be short and are not watched. */
    BitSet unwatched() {
        return ascent.unwatched();
    }

    /** The prices at the root, by the keys of their rows. */
    Map<Rows.Key, Double> rootPrices() {
        return rootPrices;
    }

    /** The regions that a slot can still be in below the limit. */
    BitSet regionsLeft(int slot) {
        Reduced reduced = ascent.reduced();
        BitSet regions = new BitSet();
        for (int atom = reduced.firstAtom(slot); atom < reduced.firstAtom(slot + 1); atom++) {
            regions.set(reduced.region(atom));
        }
        return regions;
    }

    /** Searches; the placements go to the search. */
    Ending run(Map<Rows.Key, Double> startPrices) {
        ending = searchAll(startPrices);
        return ending;
    }

    /** How many nodes below the root were searched. */
    long nodes() {
        return nodes;
    }

    /** How the search ended. */
    Ending ending() {
        return ending;
    }

    private Ending searchAll(Map<Rows.Key, Double> startPrices) {
        rootPrices = startPrices;
        Subproblem part = Subproblem.all(ascent.reduced());
        double[] prices;
        boolean rewritten;
        do {
            prices = ascent.pricesBy(rootPrices);
            double bound = part.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : ascent.climb(part, prices, /* factor= */ 1, STEPS_AT_ROOT);
            spend();
            rootPrices = ascent.byRow(prices);
            if (bound >= cutoff()) {
                return Ending.DONE;
            }
            if (search.isOver() || !unwatched().isEmpty()) {
                return endingNow();
            }
            long before = part.size();
            part = ascent.drop(part, prices);
            rewritten = !part.isEmpty() && part.size() < WORTH_REWRITING * before;
            if (rewritten) {
                Reduced less = ascent.reduced().keeping(part.marks(ascent.reduced()));
                ascent = new Ascent(less, realisation, this::cutoff);
                part = Subproblem.all(less);
            }
        } while (rewritten);
        return search(part, prices);
    }

    private Ending search(Subproblem root, double[] rootNodePrices) {
        Deque<Node> open = new ArrayDeque<>();
        follow(root, rootNodePrices, open);
        while (!open.isEmpty()) {
            if (search.isOver() || !unwatched().isEmpty() || nodes >= mostNodes) {
                return endingNow();
            }
            nodes++;
            Node node = open.pop();
            double[] prices = node.prices.clone();
            Subproblem part = node.part;
            if (!part.isEmpty() && ascent.climb(part, prices, /* factor= */ 0.5, STEPS_AT_NODE) < cutoff()) {
                part = ascent.drop(part, prices);
                follow(part, prices, open);
            }
            spend();
        }
        return endingNow();
    }

    private void follow(Subproblem part, double[] prices, Deque<Node> open) {
        if (part.isSingle()) {
            undecided |= !ascent.decide(part);
        } else if (!part.isEmpty()) {
            expand(part, prices, open);
        }
    }

    private Ending endingNow() {
        if (!unwatched().isEmpty()) {
            return Ending.UNWATCHED;
        }
        if (search.isOver()) {
            return Ending.STOPPED;
        }
        if (nodes >= mostNodes) {
            return Ending.GIVEN_UP;
        }
        return undecided ? Ending.UNDECIDED : Ending.DONE;
    }

    private void spend() {
        search.spend((long) ascent.reduced().items() * ascent.takeSteps());
    }

    private void expand(Subproblem part, double[] prices, Deque<Node> open) {
        Reduced reduced = ascent.reduced();
        int slot = leastAgreed(reduced.slots(), part::atomsOf, atom -> atom);
        int leg = slot >= 0 ? -1 : leastAgreed(reduced.legs(), part::columnsOf, column -> reduced.atoms() + column);
        List<Integer> items = new ArrayList<>();
        for (int choice : slot >= 0 ? part.atomsOf(slot) : part.columnsOf(leg)) {
            items.add(slot >= 0 ? choice : reduced.atoms() + choice);
        }
        if (slot >= 0) {
            items.sort(Comparator.comparingDouble(ascent.tree()::marginal).thenComparing(item -> item));
        }
        for (int i = items.size() - 1; i >= 0; i--) {
            boolean[] kept = part.marks(reduced);
            items.forEach(item -> kept[item] = false);
            kept[items.get(i)] = true;
            open.push(new Node(part.keeping(reduced, kept), prices));
        }
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
