package io.fogatlas.placement.decomposition;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Looks for the prices of rows at which the tree program's value, a lower bound, is highest: steps along subgradients, each in part along
 * the last (P. Camerini, L. Fratta and F. Maffioli, 1975), as long as the distance to the limit suggests (B. Polyak, 1969). Choices met on
 * the way that keep all rows are offered as placements.
 */
final class Ascent {
    /** How much of the last direction the next one has. */
    private static final double INERTIA = 0.6;

    /** How much work of a load program takes as long as looking at one item. */
    private static final int LOAD_WORK_PER_ITEM = 4;

    private final Reduced reduced;
    private final TreeProgram tree;
    private final Realisation realisation;
    private final DoubleSupplier cutoff;
    private final BooleanSupplier isOver;
    private final double[] loads;
    private final double[] direction;
    private final int[] picks;
    private final boolean isLinear;
    private final BitSet unwatched = new BitSet();
    private long work;

    /**
     * Prepares ascents.
     *
     * @param reduced what is left of the problem
     * @param realisation makes placements of choices
     * @param cutoff what is not wanted any more if it costs so much
     * @param isOver whether to stop climbing
     */
    Ascent(Reduced reduced, Realisation realisation, DoubleSupplier cutoff, BooleanSupplier isOver) {
        this.reduced = reduced;
        this.realisation = realisation;
        this.cutoff = cutoff;
        this.isOver = isOver;
        tree = new TreeProgram(reduced);
        loads = new double[reduced.rows().count()];
        direction = new double[loads.length];
        picks = new int[reduced.items()];
        isLinear = reduced.problem().costs().perRegion() == 0
                && reduced.problem().costs().perUtilisation() == 0;
    }

    Reduced reduced() {
        return reduced;
    }

    TreeProgram tree() {
        return tree;
    }

    /** How often items were picked in the last ascent. */
    int picks(int item) {
        return picks[item];
    }

    /** How much work was done since this was last asked, in items looked at. */
    long takeWork() {
        long taken = work;
        work = 0;
        return taken;
    }

    /** The links that turned out to be short and are not watched: what is left must be written out anew with them. */
    BitSet unwatched() {
        return unwatched;
    }

    double[] pricesBy(Map<Rows.Key, Double> byRow) {
        double[] prices = new double[loads.length];
        for (int row = 0; row < prices.length; row++) {
            prices[row] = byRow.getOrDefault(reduced.rows().key(row), 0.0);
        }
        return prices;
    }

    Map<Rows.Key, Double> byRow(double[] prices) {
        Map<Rows.Key, Double> byRow = new HashMap<>();
        for (int row = 0; row < prices.length; row++) {
            byRow.put(reduced.rows().key(row), prices[row]);
        }
        return byRow;
    }

    /**
     * Raises the value of a part.
     *
     * @param part the part
     * @param prices where to start; afterwards the best prices found
     * @param factor the length of the first steps, as a part of what the distance suggests
     * @param mostSteps how many steps are made at most
     * @return the value at the best prices, or one that reaches the cutoff; minus infinity if it is over at once
     */
    double climb(Subproblem part, double[] prices, double factor, int mostSteps) {
        double best = Double.NEGATIVE_INFINITY;
        double[] bestPrices = prices.clone();
        double length = factor;
        int patience = Math.max(3, mostSteps / 20);
        int worse = 0;
        Arrays.fill(direction, 0);
        Arrays.fill(picks, 0);
        for (int step = 0; step < mostSteps && length > 0.01 && !isOver.getAsBoolean(); step++) {
            work += reduced.items();
            double value = tree.solve(part, prices);
            if (value >= cutoff.getAsDouble()) {
                return value;
            }
            tree.pick();
            countPicks();
            tree.load(loads);
            if (isWanted() && consider() == Realisation.Verdict.OFFERED && value >= cutoff.getAsDouble()) {
                return value;
            }
            worse = value > best + 1e-6 * Math.abs(best) ? 0 : worse + 1;
            if (value > best) {
                best = value;
                System.arraycopy(prices, 0, bestPrices, 0, prices.length);
            }
            if (worse >= patience) {
                worse = 0;
                length /= 2;
                System.arraycopy(bestPrices, 0, prices, 0, prices.length);
                Arrays.fill(direction, 0);
            } else {
                move(prices, length * (cutoff.getAsDouble() - value));
            }
        }
        System.arraycopy(bestPrices, 0, prices, 0, prices.length);
        return best;
    }

    private void move(double[] prices, double distance) {
        double square = 0;
        for (int row = 0; row < loads.length; row++) {
            double over = loads[row] - reduced.rows().limit(row);
            direction[row] = INERTIA * direction[row] + over;
            if (prices[row] <= 0 && direction[row] < 0) {
                direction[row] = 0;
            }
            square += direction[row] * direction[row];
        }
        if (square > 0 && distance < Double.POSITIVE_INFINITY) {
            double stretch = distance / square;
            for (int row = 0; row < loads.length; row++) {
                prices[row] = Math.max(0, prices[row] + stretch * direction[row]);
            }
        }
    }

    /** Drops what the marginals at some prices show to cost too much. */
    Subproblem drop(Subproblem part, double[] prices) {
        double value = tree.solve(part, prices);
        if (value == Double.POSITIVE_INFINITY) {
            return Subproblem.NOTHING;
        }
        tree.pick();
        return part.keeping(reduced, tree.marginalsBelow(cutoff.getAsDouble()));
    }

    /** Decides about a part in which every slot and leg has just one thing left; says whether it is clear what comes of it. */
    boolean decide(Subproblem single) {
        if (tree.solve(single, new double[loads.length]) == Double.POSITIVE_INFINITY) {
            return true;
        }
        tree.pick();
        tree.load(loads);
        return !isWanted() || consider() != Realisation.Verdict.UNCLEAR;
    }

    private void countPicks() {
        for (int slot = 0; slot < reduced.slots(); slot++) {
            picks[tree.pickedAtom(slot)]++;
        }
        for (int leg = 0; leg < reduced.legs(); leg++) {
            picks[reduced.atoms() + tree.pickedColumn(leg)]++;
        }
    }

    /** Says whether what is picked keeps the rows and is below the cutoff, as far as its items tell. */
    private boolean isWanted() {
        return tree.pickedCost() < cutoff.getAsDouble() && keepsRows();
    }

    private boolean keepsRows() {
        for (int row = 0; row < loads.length; row++) {
            if (loads[row] > reduced.rows().limit(row) + 1e-9) {
                return false;
            }
        }
        return true;
    }

    /**
     * Finds the cheapest below the cutoff that is in a part, and offers it.
     *
     * @param part the part
     * @param prices prices of rows; the better, the less work it is
     * @param mostWork after how much work it is given up
     * @param isOver whether to give up at once
     * @return whether it is clear that nothing else in the part is wanted
     */
    boolean exhaust(Subproblem part, double[] prices, long mostWork, BooleanSupplier isOver) {
        if (tree.solve(part, prices) == Double.POSITIVE_INFINITY) {
            return true;
        }
        tree.marginalsBelow(cutoff.getAsDouble());
        LoadProgram program = new LoadProgram(reduced, tree, part, cutoff.getAsDouble(), mostWork, isOver);
        LoadProgram.Ending ending = program.solve();
        work += program.work() / LOAD_WORK_PER_ITEM;
        return switch (ending) {
            case GIVEN_UP -> false;
            case NOTHING -> true;
            case FOUND -> consider(program.choice()) == Realisation.Verdict.OFFERED && isLinear;
        };
    }

    private Realisation.Verdict consider() {
        int[] atoms = IntStream.range(0, reduced.slots()).map(tree::pickedAtom).toArray();
        int[] columns =
                IntStream.range(0, reduced.legs()).map(tree::pickedColumn).toArray();
        return consider(reduced.choice(atoms, columns));
    }

    /** Offers a choice. Links that it takes too much of are to be watched. */
    private Realisation.Verdict consider(Choice choice) {
        for (int link : realisation.overloaded(choice)) {
            unwatched.set(link, !reduced.scarce().get(link));
        }
        return realisation.offer(choice);
    }
}
