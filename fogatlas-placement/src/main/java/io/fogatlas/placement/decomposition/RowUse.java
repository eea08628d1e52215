package io.fogatlas.placement.decomposition;

import java.util.Arrays;

/**
 * What the owners of a part, its slots and then its legs, can take of its rows. Rows that nothing within the part can break are left out;
 * deep in a search most are.
 *
 * <p>Amounts are whole parts of a row, rounded down and cut off where nothing else fits: what keeps a row keeps it in these numbers, too.
 */
final class RowUse {
    /** What a row of limit 1 permits. */
    private static final int WHOLE = 1 << 19;

    /** With more owners, sums might not fit. */
    private static final int MOST_OWNERS = 1_000;

    private final Rows rows;
    private final boolean[] there;
    private final int[] ownerOf;
    private final int[] itemsOf;
    private final int[] limit;
    private final int[] start;
    private final int[] row;
    private final int[] amount;
    private final Range[] ranges;
    private final Range total;

    /** How much some owners take of each row at least and at most. */
    static final class Range {
        private final int[] least;
        private final int[] most;

        private Range(int rows) {
            least = new int[rows];
            most = new int[rows];
        }

        /** What these and other owners take. */
        Range plus(Range other) {
            Range sum = new Range(least.length);
            for (int number = 0; number < least.length; number++) {
                sum.least[number] = least[number] + other.least[number];
                sum.most[number] = most[number] + other.most[number];
            }
            return sum;
        }
    }

    RowUse(Reduced reduced, Subproblem part) {
        rows = reduced.rows();
        there = part.marks(reduced);
        ownerOf = new int[there.length];
        int owners = reduced.slots() + reduced.legs();
        itemsOf = new int[owners];
        for (int item = 0; item < there.length; item++) {
            ownerOf[item] = reduced.ownerOf(item);
            itemsOf[ownerOf[item]] += there[item] ? 1 : 0;
        }
        int[] kept = new int[rows.count()];
        Range[] byRow = new Range[kept.length];
        int count = 0;
        for (int each = 0; each < rows.count(); each++) {
            byRow[count] = rangeByOwner(each);
            if (Arrays.stream(byRow[count].most).asLongStream().sum() > whole(rows.limit(each))) {
                kept[count++] = each;
            }
        }
        limit = new int[count];
        ranges = new Range[owners];
        Range all = new Range(count);
        for (int owner = 0; owner < owners; owner++) {
            ranges[owner] = new Range(count);
            for (int number = 0; number < count; number++) {
                ranges[owner].least[number] = byRow[number].least[owner];
                ranges[owner].most[number] = byRow[number].most[owner];
            }
            all = all.plus(ranges[owner]);
        }
        total = all;
        start = new int[there.length + 1];
        for (int number = 0; number < count; number++) {
            limit[number] = whole(rows.limit(kept[number]));
            for (int entry = rows.start(kept[number]); entry < rows.start(kept[number] + 1); entry++) {
                start[rows.item(entry) + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        row = new int[start[there.length]];
        amount = new int[row.length];
        int[] next = start.clone();
        for (int number = 0; number < count; number++) {
            for (int entry = rows.start(kept[number]); entry < rows.start(kept[number] + 1); entry++) {
                int at = next[rows.item(entry)]++;
                row[at] = number;
                amount[at] = whole(rows.coefficient(entry));
            }
        }
    }

    private static int whole(double part) {
        return (int) Math.min(Math.floor(part * WHOLE), 2.0 * WHOLE);
    }

    /** What each owner takes of one row. */
    private Range rangeByOwner(int each) {
        Range range = new Range(itemsOf.length);
        int[] met = new int[itemsOf.length];
        for (int entry = rows.start(each); entry < rows.start(each + 1); entry++) {
            if (there[rows.item(entry)]) {
                int taken = whole(rows.coefficient(entry));
                int owner = ownerOf[rows.item(entry)];
                range.least[owner] = met[owner] == 0 ? taken : Math.min(range.least[owner], taken);
                range.most[owner] = met[owner] == 0 ? taken : Math.max(range.most[owner], taken);
                met[owner]++;
            }
        }
        for (int owner = 0; owner < met.length; owner++) {
            if (met[owner] < itemsOf[owner]) {
                range.least[owner] = Math.min(0, range.least[owner]);
                range.most[owner] = Math.max(0, range.most[owner]);
            }
        }
        return range;
    }

    /** Says whether sums are sure to fit. */
    boolean fits() {
        return itemsOf.length <= MOST_OWNERS;
    }

    /** How many rows there are. */
    int count() {
        return limit.length;
    }

    Range of(int owner) {
        return ranges[owner];
    }

    Range ofNothing() {
        return new Range(limit.length);
    }

    /** What some owners may take of each row without any danger that all together break it. */
    int[] harmless(Range some) {
        int[] loads = new int[limit.length];
        for (int number = 0; number < loads.length; number++) {
            loads[number] = limit[number] - (total.most[number] - some.most[number]);
        }
        return loads;
    }

    /** What some owners may take of each row at all, given what the others take at least. */
    int[] highest(Range some) {
        int[] loads = new int[limit.length];
        for (int number = 0; number < loads.length; number++) {
            loads[number] = limit[number] - (total.least[number] - some.least[number]);
        }
        return loads;
    }

    /** Adds what an item takes to loads that begin somewhere. */
    void add(int item, int[] loads, int at) {
        for (int i = start[item]; i < start[item + 1]; i++) {
            loads[at + row[i]] += amount[i];
        }
    }
}
