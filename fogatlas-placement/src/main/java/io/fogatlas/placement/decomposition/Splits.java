package io.fogatlas.placement.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Ways to split a part in two: a slot or leg takes part in a row, or it does not. Where rows cause the gap, that tells more than the region
 * of a slot or the route of a leg, of which each leaves most of the others much as they were.
 */
final class Splits {
    private final Ascent ascent;
    private final Reduced reduced;
    private final boolean[] there;
    private final int[] itemsOf;
    private final int[] picksOf;

    private Splits(Ascent ascent, Subproblem part) {
        this.ascent = ascent;
        reduced = ascent.reduced();
        there = part.marks(reduced);
        itemsOf = new int[reduced.slots() + reduced.legs()];
        picksOf = new int[itemsOf.length];
        for (int item = 0; item < there.length; item++) {
            if (there[item]) {
                itemsOf[reduced.ownerOf(item)]++;
                picksOf[reduced.ownerOf(item)] += ascent.picks(item);
            }
        }
    }

    /**
     * A way to split.
     *
     * @param row the row
     * @param owner the slot or leg, as {@link Reduced#ownerOf} numbers them
     * @param share how often, of all times, the last ascent let it take part
     * @param weight how much is decided by it, as far as can be told
     */
    record Split(int row, int owner, double share, double weight) {}

    /**
     * Lists splits, the most promising first: by the price of what is split, and by how little the last ascent agreed about it.
     *
     * @param ascent has just climbed in the part
     * @param prices the prices of rows there
     * @param most how many are wanted
     */
    static List<Split> of(Ascent ascent, Subproblem part, double[] prices, int most) {
        List<Split> splits = new Splits(ascent, part).all(prices);
        splits.sort(Comparator.comparingDouble(Split::weight)
                .reversed()
                .thenComparing(Split::row)
                .thenComparing(Split::owner));
        return splits.subList(0, Math.min(most, splits.size()));
    }

    private List<Split> all(double[] prices) {
        List<Split> splits = new ArrayList<>();
        Rows rows = reduced.rows();
        int[] items = new int[itemsOf.length];
        int[] picks = new int[itemsOf.length];
        double[] amount = new double[itemsOf.length];
        BitSet met = new BitSet();
        for (int row = 0; row < prices.length; row++) {
            if (prices[row] <= 0) {
                continue;
            }
            Arrays.fill(items, 0);
            Arrays.fill(picks, 0);
            met.clear();
            for (int entry = rows.start(row); entry < rows.start(row + 1); entry++) {
                int item = rows.item(entry);
                if (there[item]) {
                    int owner = reduced.ownerOf(item);
                    items[owner]++;
                    picks[owner] += ascent.picks(item);
                    amount[owner] = Math.abs(rows.coefficient(entry));
                    met.set(owner);
                }
            }
            for (int owner = met.nextSetBit(0); owner >= 0; owner = met.nextSetBit(owner + 1)) {
                if (items[owner] < itemsOf[owner] && picks[owner] > 0 && picks[owner] < picksOf[owner]) {
                    double share = (double) picks[owner] / picksOf[owner];
                    double weight = prices[row] * amount[owner] * Math.min(share, 1 - share);
                    splits.add(new Split(row, owner, share, weight));
                }
            }
        }
        return splits;
    }

    /** The part in which the owner takes part in the row, or the one in which it does not. */
    static Subproblem side(Reduced reduced, Subproblem part, Split split, boolean takesPart) {
        boolean[] kept = part.marks(reduced);
        Rows rows = reduced.rows();
        BitSet members = new BitSet();
        for (int entry = rows.start(split.row()); entry < rows.start(split.row() + 1); entry++) {
            members.set(rows.item(entry));
        }
        for (int item = 0; item < kept.length; item++) {
            kept[item] &= reduced.ownerOf(item) != split.owner() || members.get(item) == takesPart;
        }
        return part.keeping(reduced, kept);
    }
}
