package io.fogatlas.placement.verification;

import java.math.BigDecimal;

/** Writes amounts for people, without loss: the unit is the largest in which few digits remain. */
public final class Units {
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final String[] DECIMAL = {"", "k", "M", "G", "T", "P", "E"};

    private Units() {}

    /**
     * Writes an amount of a resource.
     *
     * @param resource its name in Kubernetes
     * @param amount millicores of {@code cpu}, bytes of {@code memory} and {@code ephemeral-storage}, otherwise a count
     * @return the amount with its unit and the resource
     */
    public static String amount(String resource, long amount) {
        return switch (resource) {
            case "cpu" -> amount + "m CPU";
            case "memory", "ephemeral-storage" -> bytes(amount) + " " + resource;
            default -> amount + " " + resource;
        };
    }

    /**
     * Writes a bandwidth.
     *
     * @param bps bit/s
     * @return the bandwidth with its unit
     */
    public static String bandwidth(long bps) {
        int unit = 0;
        long whole = bps;
        while (whole >= 1000 && unit < DECIMAL.length - 1) {
            whole /= 1000;
            unit++;
        }
        return plain(BigDecimal.valueOf(bps).movePointLeft(3 * unit)) + " " + DECIMAL[unit] + "bit/s";
    }

    /**
     * Writes a latency.
     *
     * @param micros microseconds
     * @return the latency in ms
     */
    public static String time(long micros) {
        return plain(BigDecimal.valueOf(micros).movePointLeft(3)) + " ms";
    }

    private static String bytes(long bytes) {
        int unit = 0;
        long whole = bytes;
        while (whole != 0 && whole % 1024 == 0 && unit < BINARY.length - 1) {
            whole /= 1024;
            unit++;
        }
        return whole + BINARY[unit];
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
