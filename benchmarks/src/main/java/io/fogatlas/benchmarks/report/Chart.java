package io.fogatlas.benchmarks.report;

import java.util.List;
import java.util.Objects;

/**
 * Series of points over two axes. The report draws it as SVG and PNG.
 *
 * @param key how its files are called, of lower-case letters, digits and dashes
 * @param title what it shows
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, in the order of the legend
 */
public record Chart(String key, String title, Axis x, Axis y, List<Series> series) {
    /**
     * Makes a chart.
     *
     * @param key how its files are called, of lower-case letters, digits and dashes
     * @param title what it shows
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param series what is drawn, in the order of the legend
     * @throws IllegalArgumentException if the key is of another form, or a coordinate on a logarithmic axis is not above 0
     */
    public Chart {
        Keys.require(key);
        series = List.copyOf(series);
        for (Series each : series) {
            for (Point point : each.points()) {
                require(key, x, point.x());
                require(key, y, point.y());
                require(key, y, point.low());
                require(key, y, point.high());
            }
        }
    }

    private static void require(String key, Axis axis, double coordinate) {
        if (!Double.isFinite(coordinate) || (axis.logarithmic() && coordinate <= 0)) {
            throw new IllegalArgumentException("Cannot draw %s on the %s axis '%s' of chart '%s'."
                    .formatted(coordinate, axis.logarithmic() ? "logarithmic" : "linear", axis.name(), key));
        }
    }

    /**
     * An axis.
     *
     * @param name what it shows, with its unit
     * @param logarithmic whether equal distances mean equal ratios
     */
    public record Axis(String name, boolean logarithmic) {
        /**
         * Makes an axis on which equal distances mean equal differences.
         *
         * @param name what it shows, with its unit
         * @return the axis
         */
        public static Axis linear(String name) {
            return new Axis(name, false);
        }

        /**
         * Makes an axis on which equal distances mean equal ratios.
         *
         * @param name what it shows, with its unit
         * @return the axis
         */
        public static Axis logarithmic(String name) {
            return new Axis(name, true);
        }
    }

    /** How the points of a series are drawn. */
    public enum Style {
        /** A marker at each point, and a line from each to the next. */
        MARKED_LINE,
        /** A line alone. */
        LINE,
        /** A line that keeps its height until the next point. */
        STEPS,
        /** A marker at each point alone. */
        MARKERS
    }

    /**
     * A series.
     *
     * @param name its name in the legend, different from those of the others
     * @param style how its points are drawn
     * @param points its points, in the order in which they are joined
     */
    public record Series(String name, Style style, List<Point> points) {
        /**
         * Makes a series.
         *
         * @param name its name in the legend, different from those of the others
         * @param style how its points are drawn
         * @param points its points, in the order in which they are joined
         */
        public Series {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(style, "style");
            points = List.copyOf(points);
        }
    }

    /**
     * A point, with the ends of its error bar.
     *
     * @param x where it is on the horizontal axis
     * @param y where it is on the vertical axis
     * @param low where its error bar begins, {@code y} for none
     * @param high where its error bar ends, {@code y} for none
     */
    public record Point(double x, double y, double low, double high) {
        /**
         * Makes a point without an error bar.
         *
         * @param x where it is on the horizontal axis
         * @param y where it is on the vertical axis
         * @return the point
         */
        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }
    }
}
