package io.fogatlas.placement.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Linear rules over numbered items: the sum of coefficients of what is chosen is at most 1, or at most 0. Grows, then is read. */
final class Rows {
    private int count;
    private int entries;
    private int[] start = new int[64];
    private int[] item = new int[256];
    private double[] coefficient = new double[256];
    private double[] limit = new double[64];
    private final List<Key> keys = new ArrayList<>();
    private int[] ofItemStart = {};
    private int[] ofItem = {};
    private double[] ofItemCoefficient = {};

    /** What a row is about. */
    enum Kind {
        HOST,
        HOST_COUNT,
        LINK,
        LINK_COUNT,
        EXCLUSION,
        END,
        AFFINITY,
        CHAIN
    }

    /** Names a row, so that its price is found again when the rows are written anew. */
    record Key(Kind kind, int about, int detail) {}

    /** Begins a row that entries are added to. */
    void begin(double mostSum, Key rowKey) {
        if (count + 2 > start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
            limit = Arrays.copyOf(limit, 2 * limit.length);
        }
        keys.add(rowKey);
        limit[count++] = mostSum;
        start[count] = entries;
    }

    void add(int itemNumber, double itemCoefficient) {
        if (entries == item.length) {
            item = Arrays.copyOf(item, 2 * entries);
            coefficient = Arrays.copyOf(coefficient, 2 * entries);
        }
        item[entries] = itemNumber;
        coefficient[entries++] = itemCoefficient;
        start[count] = entries;
    }

    /** Makes the rows readable by item. */
    void finish(int items) {
        ofItemStart = new int[items + 1];
        for (int entry = 0; entry < entries; entry++) {
            ofItemStart[item[entry] + 1]++;
        }
        for (int i = 0; i < items; i++) {
            ofItemStart[i + 1] += ofItemStart[i];
        }
        int[] next = ofItemStart.clone();
        ofItem = new int[entries];
        ofItemCoefficient = new double[entries];
        for (int row = 0; row < count; row++) {
            for (int entry = start[row]; entry < start[row + 1]; entry++) {
                int at = next[item[entry]]++;
                ofItem[at] = row;
                ofItemCoefficient[at] = coefficient[entry];
            }
        }
    }

    /** The first entry of a row. */
    int start(int row) {
        return start[row];
    }

    int item(int entry) {
        return item[entry];
    }

    double coefficient(int entry) {
        return coefficient[entry];
    }

    int count() {
        return count;
    }

    Key key(int row) {
        return keys.get(row);
    }

    double limit(int row) {
        return limit[row];
    }

    /** Adds to the costs of items what they pay by the prices of rows. */
    void charge(double[] prices, double[] costs) {
        for (int row = 0; row < count; row++) {
            double price = prices[row];
            if (price > 0) {
                for (int entry = start[row]; entry < start[row + 1]; entry++) {
                    costs[item[entry]] += price * coefficient[entry];
                }
            }
        }
    }

    /** Adds what an item, taken so often, brings into the rows. */
    void load(int itemNumber, double amount, double[] loads) {
        for (int at = ofItemStart[itemNumber]; at < ofItemStart[itemNumber + 1]; at++) {
            loads[ofItem[at]] += amount * ofItemCoefficient[at];
        }
    }
}
