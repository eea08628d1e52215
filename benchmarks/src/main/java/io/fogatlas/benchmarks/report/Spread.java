package io.fogatlas.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * What repeated measurements say together.
 *
 * @param count how many there are
 * @param median the middle one, or the mean of the two in the middle
 * @param least the least
 * @param most the most
 */
public record Spread(int count, double median, double least, double most) {
    /**
     * Sums measurements up.
     *
     * @param values the measurements, at least one
     * @return what they say together
     * @throws IllegalArgumentException if there is none
     */
    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("There is no measurement to sum up. Give one at least.");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(sorted.length, median, sorted[0], sorted[sorted.length - 1]);
    }

    /**
     * Gives the spread as the cell of a table.
     *
     * @return the least and the most with a dash between, or nothing of a single measurement
     */
    public String range() {
        return count == 1 ? "" : text(least) + "–" + text(most);
    }

    /**
     * Gives the median as the cell of a table.
     *
     * @return the median with three significant digits
     */
    public String middle() {
        return text(median);
    }

    /**
     * Gives a number as the cell of a table.
     *
     * @param value the number
     * @return it with three significant digits, or all before the point if there are more
     */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "" : value > 0 ? "∞" : "-∞";
        }
        int before = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return String.format(Locale.ROOT, "%." + Math.min(9, Math.max(0, 3 - before)) + "f", value);
    }
}
