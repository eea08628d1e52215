package io.fogatlas.cli;

import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.pareto.OpenBox;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws the first two terms of a front in characters: the first to the right, the second upwards. Of two terms it also shows the steps
 * beyond which everything is worse than some point, and where better placements may be.
 */
final class FrontPlot {
    private static final int COLUMNS = 60;
    private static final int ROWS = 14;
    private static final char PROVED = '●';
    private static final char NOT_PROVED = '○';
    private static final char OPEN = '░';
    private static final char STEP = '·';

    private final ParetoFront front;
    private final List<Integer> shown;
    private final Axis across;
    private final Axis upwards;
    private final char[][] cells = new char[ROWS][COLUMNS];

    private FrontPlot(ParetoFront front, List<Integer> shown) {
        this.front = front;
        this.shown = shown;
        across = Axis.of(front, 0, COLUMNS);
        upwards = Axis.of(front, 1, ROWS);
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
    }

    /** An axis: which amounts lie at its ends. */
    private record Axis(Term term, double low, double high, int cells) {
        static Axis of(ParetoFront front, int number, int cells) {
            Term term = front.terms().get(number);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (ParetoPoint point : front.points()) {
                low = Math.min(low, point.value(term));
                high = Math.max(high, point.value(term));
            }
            for (OpenBox box : front.open()) {
                low = Math.min(low, box.least().get(number));
            }
            return new Axis(term, low, high, cells);
        }

        int cell(double amount) {
            return high > low
                    ? (int) Math.round((Math.min(amount, high) - low) / (high - low) * (cells - 1))
                    : cells / 2;
        }
    }

    /** Draws; marks with their numbers the points at these places. */
    static List<String> lines(ParetoFront front, List<Integer> shown) {
        FrontPlot plot = new FrontPlot(front, shown);
        if (front.terms().size() == 2) {
            front.open().forEach(plot::shade);
            plot.steps();
        }
        front.points().forEach(point -> plot.mark(point));
        plot.number();
        return plot.framed();
    }

    private void shade(OpenBox box) {
        int left = across.cell(box.least().get(0));
        int right = across.cell(box.most().get(0));
        for (int row = upwards.cell(box.least().get(1));
                row <= upwards.cell(box.most().get(1));
                row++) {
            Arrays.fill(cells[row], left, right + 1, OPEN);
        }
    }

    /** From each point to the right, and up to the one before: what lies above is worse than one of them. */
    private void steps() {
        List<ParetoPoint> points = front.points();
        for (int place = 0; place + 1 < points.size(); place++) {
            int row = row(points.get(place));
            int next = column(points.get(place + 1));
            for (int column = column(points.get(place)); column <= next; column++) {
                step(row, column);
            }
            for (int below = row(points.get(place + 1)); below < row; below++) {
                step(below, next);
            }
        }
    }

    private void step(int row, int column) {
        cells[row][column] = STEP;
    }

    private int column(ParetoPoint point) {
        return across.cell(point.value(across.term));
    }

    private int row(ParetoPoint point) {
        return upwards.cell(point.value(upwards.term));
    }

    private void mark(ParetoPoint point) {
        cells[row(point)][column(point)] = point.proved() ? PROVED : NOT_PROVED;
    }

    /** Writes numbers behind points or before them, where nothing else is. */
    private void number() {
        for (int place : shown) {
            ParetoPoint point = front.points().get(place);
            String number = Integer.toString(place + 1);
            char[] row = cells[row(point)];
            if (!write(row, column(point) + 1, number)) {
                write(row, column(point) - number.length(), number);
            }
        }
    }

    private static boolean write(char[] row, int start, String text) {
        boolean free = start >= 0 && start + text.length() <= row.length;
        for (int column = start; free && column < start + text.length(); column++) {
            free = row[column] == ' ' || row[column] == STEP || row[column] == OPEN;
        }
        if (free) {
            text.getChars(0, text.length(), row, start);
        }
        return free;
    }

    private List<String> framed() {
        String high = Amounts.number(upwards.high);
        String low = Amounts.number(upwards.low);
        int margin = Math.max(high.length(), low.length());
        List<String> lines = new ArrayList<>();
        lines.add(upwards.term().heading());
        for (int row = ROWS - 1; row >= 0; row--) {
            String label = row == ROWS - 1 ? high : row == 0 ? low : "";
            String axis = label.isEmpty() ? " │" : " ┤";
            lines.add((" ".repeat(margin - label.length()) + label + axis + new String(cells[row])).stripTrailing());
        }
        lines.add(" ".repeat(margin + 1) + "└" + "─".repeat(COLUMNS));
        String left = Amounts.number(across.low);
        String right = Amounts.number(across.high);
        String name = across.term().heading();
        int gap = Math.max(1, (COLUMNS - left.length() - name.length() - right.length()) / 2);
        lines.add(" ".repeat(margin + 2)
                + left
                + " ".repeat(gap)
                + name
                + " ".repeat(Math.max(1, COLUMNS - left.length() - gap - name.length() - right.length()))
                + right);
        return lines;
    }
}
