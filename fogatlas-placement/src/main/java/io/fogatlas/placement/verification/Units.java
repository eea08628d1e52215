package io.fogatlas.placement.verification;

import java.math.BigDecimal;

/** Writes amounts for people, without loss: the unit is the largest in which few digits remain. */
final class Units {
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final String[] DECIMAL = {"", "k", "M", "G", "T", "P", "E"};

    private Units() {}

    static String amount(String resource, long amount) {
        return switch (resource) {
            case "cpu" -> amount + "m CPU";
            case "memory", "ephemeral-storage" -> bytes(amount) + " " + resource;
            default -> amount + " " + resource;
        };
    }

    static String bandwidth(long bps) {
        int unit = 0;
        long whole = bps;
        while (whole >= 1000 && unit < DECIMAL.length - 1) {
            whole /= 1000;
            unit++;
        }
        return plain(BigDecimal.valueOf(bps).movePointLeft(3 * unit)) + " " + DECIMAL[unit] + "bit/s";
    }

    static String time(long micros) {
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
