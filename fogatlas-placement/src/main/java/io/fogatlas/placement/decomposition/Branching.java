package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.Search;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;

/**
 * Searches what is left of a problem for placements below a limit, by branch and bound. The bound of a node is what an {@link Ascent} from
 * its parent's prices reaches; what the marginals show to cost too much is dropped (A. Geoffrion, "Lagrangean relaxation for integer
 * programming", 1974). Then a {@link LoadProgram} tries to settle the node at once.
 *
 * <p>How it branches: see {@link Children}.
 */
final class Branching {
    private static final int STEPS_AT_ROOT = 300;
    private static final int STEPS_AT_NODE = 40;

    /** How much work a load program may be that settles a node; and after how many nodes it may be twice as much. */
    private static final long WORK_AT_NODE = 20_000;

    private static final long NODES_TO_DOUBLE_WORK = 200;

    /** How much work the first attempt to settle the root may be. */
    private static final long WORK_AT_ROOT = 200_000;

    /**
     * Up to so many rows, for a nearer cutoff first and then for farther ones, it may be so many times as much as the last, but no more
     * than the most: there are fewer states then, where branching gains little.
     */
    private static final int FEW_ROWS = 24;

    private static final long WORK_GROWTH = 500;
    private static final long MOST_WORK = 50_000_000;

    /** The parts of the way from the root's bound to the cutoff at which it is tried. */
    private static final double[] APPROACH = {0.125, 0.25, 0.5, 1};

    /** What is left is written out anew when less than this part of it is still left. */
    private static final double WORTH_REWRITING = 0.8;

    private final Search search;
    private final Realisation realisation;
    private final double limit;
    private double reach;
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
        reach = limit;
        this.mostNodes = mostNodes;
        ascent = new Ascent(reduced, realisation, this::cutoff, search::isOver);
    }

    /** What is not cheaper is not looked at. */
    private double cutoff() {
        double wanted = Math.min(reach, search.score());
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
        double bound;
        boolean rewritten;
        do {
            prices = ascent.pricesBy(rootPrices);
            bound = part.isEmpty()
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
                ascent = new Ascent(less, realisation, this::cutoff, search::isOver);
                part = Subproblem.all(less);
            }
        } while (rewritten);
        return settle(part, prices, bound) ? endingNow() : search(new Children.Node(part, prices), bound);
    }

    /** Tries to settle the root at once; with few rows, with higher and higher cutoffs. */
    private boolean settle(Subproblem root, double[] prices, double bound) {
        long work = WORK_AT_ROOT;
        boolean settled = true;
        boolean few = ascent.reduced().rows().count() <= FEW_ROWS && limit < Double.POSITIVE_INFINITY;
        for (double share : few ? APPROACH : new double[] {1}) {
            reach = share < 1 ? bound + share * (limit - bound) : limit;
            Subproblem part = ascent.drop(root, prices);
            if (!part.isEmpty()) {
                settled = ascent.exhaust(part, prices, work, search::isOver);
                work = Math.min(Math.max(work, WORK_GROWTH * spend()), MOST_WORK);
            }
            if (!settled || search.isOver() || !unwatched().isEmpty() || search.score() <= reach) {
                break;
            }
        }
        reach = limit;
        return settled;
    }

    private Ending search(Children.Node root, double rootBound) {
        Deque<Children.Node> open = new ArrayDeque<>();
        follow(root, rootBound, open);
        while (!open.isEmpty()) {
            if (search.isOver() || !unwatched().isEmpty() || nodes >= mostNodes) {
                return endingNow();
            }
            nodes++;
            Subproblem part = open.element().part();
            double[] prices = open.pop().prices().clone();
            double bound = part.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : ascent.climb(part, prices, /* factor= */ 0.5, STEPS_AT_NODE);
            if (bound < cutoff() && !search.isOver()) {
                part = ascent.drop(part, prices);
                if (!part.isEmpty() && !ascent.exhaust(part, prices, workAtNode(), search::isOver)) {
                    follow(new Children.Node(part, prices), bound, open);
                }
            }
            spend();
        }
        return endingNow();
    }

    private long workAtNode() {
        return (long) Math.min(WORK_AT_NODE * Math.pow(2, (double) nodes / NODES_TO_DOUBLE_WORK), MOST_WORK);
    }

    private void follow(Children.Node node, double bound, Deque<Children.Node> open) {
        if (node.part().isSingle()) {
            undecided |= !ascent.decide(node.part());
        } else if (!node.part().isEmpty()) {
            new Children(ascent, cutoff()).of(node, bound).forEach(open::push);
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

    private long spend() {
        long work = ascent.takeWork();
        search.spend(work);
        return work;
    }
}
