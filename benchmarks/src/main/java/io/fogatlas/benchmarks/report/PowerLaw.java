package io.fogatlas.benchmarks.report;

import java.util.Locale;

/**
 * A power law {@code y = factor × x^exponent} through points, fitted by least squares of the logarithms.
 *
 * @param exponent the slope on a plot whose axes are logarithmic
 * @param standardError the standard error of the exponent; not a number of fewer than three points
 * @param factor the height at {@code x} = 1
 */
public record PowerLaw(double exponent, double standardError, double factor) {
    /**
     * Fits the law.
     *
     * @param x where the points are, above 0 and not all the same
     * @param y their heights, above 0
     * @return the law
     * @throws IllegalArgumentException if there are fewer than two different {@code x}, or a coordinate is not above 0
     */
    public static PowerLaw through(double[] x, double[] y) {
        int count = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int point = 0; point < count; point++) {
            if (!(x[point] > 0 && y[point] > 0)) {
                throw new IllegalArgumentException(
                        "A power law cannot go through " + x[point] + ", " + y[point] + ". Give points above 0.");
            }
            meanX += Math.log(x[point]) / count;
            meanY += Math.log(y[point]) / count;
        }
        double squaresX = 0;
        double products = 0;
        for (int point = 0; point < count; point++) {
            double dx = Math.log(x[point]) - meanX;
            squaresX += dx * dx;
            products += dx * (Math.log(y[point]) - meanY);
        }
        if (!(squaresX > 1e-12)) {
            throw new IllegalArgumentException("A power law needs points at two different sizes.");
        }
        double exponent = products / squaresX;
        double residuals = 0;
        for (int point = 0; point < count; point++) {
            double off = Math.log(y[point]) - meanY - exponent * (Math.log(x[point]) - meanX);
            residuals += off * off;
        }
        double standardError = count < 3 ? Double.NaN : Math.sqrt(residuals / (count - 2) / squaresX);
        return new PowerLaw(exponent, standardError, Math.exp(meanY - exponent * meanX));
    }

    /**
     * Gives the height of the law.
     *
     * @param x where
     * @return the height there
     */
    public double at(double x) {
        return factor * Math.pow(x, exponent);
    }

    /**
     * Gives the exponent as the cell of a table.
     *
     * @return it with its standard error, such as {@code 1.04 ± 0.02}
     */
    public String text() {
        // Adding 0 makes nothing of a negative zero.
        String slope = String.format(Locale.ROOT, "%.2f", Math.round(100 * exponent) / 100.0 + 0.0);
        return Double.isNaN(standardError) ? slope : slope + String.format(Locale.ROOT, " ± %.2f", standardError);
    }
}
