package io.fogatlas.pictures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Writes amounts for people: short, with their unit. */
final class Amounts {
    private static final List<String> BIT_UNITS = List.of("bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s", "Pbit/s");
    private static final List<String> BYTE_UNITS = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi");
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Amounts() {}

    static String bandwidth(long bitsPerSecond) {
        int unit = 0;
        for (long rest = bitsPerSecond; rest >= 1000; rest /= 1000) {
            unit++;
        }
        return plain(BigDecimal.valueOf(bitsPerSecond, 3 * unit)) + " " + BIT_UNITS.get(unit);
    }

    static String latency(long micros) {
        return plain(BigDecimal.valueOf(micros, 3)) + " ms";
    }

    static String bytes(long bytes) {
        int unit = 0;
        for (long rest = bytes; rest >= 1024; rest /= 1024) {
            unit++;
        }
        return plain(BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1L << (10 * unit)), 3, RoundingMode.HALF_UP))
                + BYTE_UNITS.get(unit);
    }

    /** Writes an amount of a resource as the inventory counts it. */
    static String of(String resource, long amount) {
        return switch (resource) {
            case "bandwidth" -> bandwidth(amount);
            case "cpu" -> amount % 1000 == 0 ? amount / 1000 + " cores" : amount + "m";
            case "memory", "ephemeral-storage" -> bytes(amount);
            default -> Long.toString(amount);
        };
    }

    static String percent(double ratio) {
        return Double.isFinite(ratio) ? Math.round(100 * ratio) + " %" : "more than there is";
    }

    static String number(double value) {
        return Double.isFinite(value) ? trimmed(BigDecimal.valueOf(value).round(SIX_DIGITS)) : Double.toString(value);
    }

    private static String plain(BigDecimal value) {
        return trimmed(value.scale() > 3 ? value.setScale(3, RoundingMode.HALF_UP) : value);
    }

    private static String trimmed(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
