package io.fogatlas.benchmarks.admission;

import java.util.Locale;

/**
 * A mean of several seeds with its confidence interval of 95 %, by Student's t distribution.
 *
 * @param value the mean
 * @param halfWidth how far the interval reaches to both sides; infinite of a single seed
 */
record Mean(double value, double halfWidth) {
    /** The quantiles 0.975 of Student's t distribution by degrees of freedom, from 1. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093
    };

    static Mean of(double[] values) {
        int count = values.length;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        // Of more seeds than the table knows, its last entry is a little too careful.
        double half = count < 2
                ? Double.POSITIVE_INFINITY
                : T[Math.min(count - 2, T.length - 1)] * Math.sqrt(squares / (count - 1) / count);
        return new Mean(mean, half);
    }

    String text(int decimals) {
        String format = "%." + decimals + "f";
        return String.format(Locale.ROOT, format, value)
                + (Double.isInfinite(halfWidth) ? "" : " ± " + String.format(Locale.ROOT, format, halfWidth));
    }
}
