package io.fogatlas.benchmarks.textbook;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Binary columns, each with a cost, and rows that bound weighted sums of them; the sum of the costs of chosen columns is to be as small as
 * possible. All numbers are integers, so that every solver is given the same. Not thread-safe.
 */
final class IntegerProgram {
    static final long NO_LEAST = Long.MIN_VALUE;

    private final List<Long> costs = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** A bounded sum: {@code least} ≤ Σ weight × column ≤ {@code most}. */
    record Row(List<Integer> columns, List<Long> weights, long least, long most) {}

    /** Collects the terms of a row. */
    static final class Sum {
        private final List<Integer> columns = new ArrayList<>();
        private final List<Long> weights = new ArrayList<>();

        void add(long weight, int column) {
            if (weight != 0) {
                columns.add(column);
                weights.add(weight);
            }
        }
    }

    /** One sum for each name. */
    static final class Sums {
        private final Map<String, Sum> byName = new HashMap<>();

        Sum of(String name) {
            return byName.computeIfAbsent(name, unknown -> new Sum());
        }
    }

    int addColumn(long cost) {
        costs.add(cost);
        return costs.size() - 1;
    }

    /** Adds a row; {@link #NO_LEAST} bounds nothing. */
    void addRow(Sum sum, long least, long most) {
        if (!sum.columns.isEmpty()) {
            long common = greatestDivisor(sum.weights);
            rows.add(new Row(
                    List.copyOf(sum.columns),
                    sum.weights.stream().map(weight -> weight / common).toList(),
                    least == NO_LEAST ? least : -Math.floorDiv(-least, common),
                    Math.floorDiv(most, common)));
        } else if (least > 0 || most < 0) {
            // A sum of nothing is out of bounds. A binary that would have to be 2 says so to every solver.
            rows.add(new Row(List.of(addColumn(0)), List.of(1L), 2, 2));
        }
    }

    /** The largest number by which all costs can be divided. */
    long costUnit() {
        return Math.max(1, greatestDivisor(costs));
    }

    int columns() {
        return costs.size();
    }

    /** The cost of a column, in {@link #costUnit}s. */
    long[] costs() {
        long unit = costUnit();
        return costs.stream().mapToLong(cost -> cost / unit).toArray();
    }

    List<Row> rows() {
        return rows;
    }

    private static long greatestDivisor(List<Long> numbers) {
        BigInteger divisor = BigInteger.ZERO;
        for (long number : numbers) {
            divisor = divisor.gcd(BigInteger.valueOf(number));
        }
        return divisor.longValueExact();
    }
}
