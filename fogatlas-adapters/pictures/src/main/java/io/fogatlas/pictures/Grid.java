package io.fogatlas.pictures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Finds what is near a point among many that have been added, cell by cell. */
final class Grid {
    private final double cell;
    private final Map<Long, List<Integer>> members = new HashMap<>();

    /** Makes a grid of square cells; points at most that far apart find each other. */
    Grid(double cell) {
        this.cell = cell;
    }

    void add(int member, double x, double y) {
        members.computeIfAbsent(key(column(x), column(y)), ignored -> new ArrayList<>(4))
                .add(member);
    }

    /** Visits what is in the cell of a point and in the eight around it, in an order that depends on the points alone. */
    void near(double x, double y, IntConsumer visitor) {
        for (int across = -1; across <= 1; across++) {
            for (int down = -1; down <= 1; down++) {
                members.getOrDefault(key(column(x) + across, column(y) + down), List.of())
                        .forEach(visitor::accept);
            }
        }
    }

    private long column(double position) {
        return (long) Math.floor(position / cell);
    }

    private static long key(long column, long row) {
        return column * 0x9E3779B97F4A7C15L ^ row;
    }
}
