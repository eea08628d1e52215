package io.fogatlas.model.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** Writes amounts for people: short, with their unit, rounded where exact would be long. */
public final class Amounts {
    private static final List<String> BIT_UNITS =
            List.of("bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s", "Pbit/s", "Ebit/s");
    private static final List<String> BYTE_UNITS = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Amounts() {}

    /**
     * Writes a bandwidth.
     *
     * @param bitsPerSecond bit/s, not negative
     * @return the bandwidth in the largest decimal unit of which it is at least 1, to three decimals
     */
    public static String bandwidth(long bitsPerSecond) {
        int unit = 0;
        for (long rest = bitsPerSecond; rest >= 1000; rest /= 1000) {
            unit++;
        }
        return plain(BigDecimal.valueOf(bitsPerSecond, 3 * unit)) + " " + BIT_UNITS.get(unit);
    }

    /**
     * Writes a latency.
     *
     * @param micros microseconds
     * @return the latency in ms
     */
    public static String latency(long micros) {
        return plain(BigDecimal.valueOf(micros, 3)) + " ms";
    }

    /**
     * Writes a latency with its bound, if it has one.
     *
     * @param micros microseconds
     * @param bounded whether there is a bound
     * @param boundMicros the bound in microseconds
     * @return such as {@code 10 of 500 ms}
     */
    public static String latency(long micros, boolean bounded, long boundMicros) {
        return bounded ? plain(BigDecimal.valueOf(micros, 3)) + " of " + latency(boundMicros) : latency(micros);
    }

    /**
     * Writes an amount of CPU.
     *
     * @param millicores millicores
     * @return the millicores, as Kubernetes writes them
     */
    public static String cpu(long millicores) {
        return millicores + "m";
    }

    /**
     * Writes an amount of memory or storage.
     *
     * @param bytes bytes, not negative
     * @return the amount in the largest binary unit of which it is at least 1, to three decimals
     */
    public static String bytes(long bytes) {
        int unit = 0;
        for (long rest = bytes; rest >= 1024; rest /= 1024) {
            unit++;
        }
        return plain(BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1L << (10 * unit)), 3, RoundingMode.HALF_UP))
                + BYTE_UNITS.get(unit);
    }

    /**
     * Writes a plain number, such as a score.
     *
     * @param value the number
     * @return the number, rounded to six significant digits, without zeros at the end of its decimals
     */
    public static String number(double value) {
        return Double.isFinite(value) ? trimmed(BigDecimal.valueOf(value).round(SIX_DIGITS)) : Double.toString(value);
    }

    /**
     * Writes how long something took.
     *
     * @param duration the time
     * @return whole milliseconds
     */
    public static String time(Duration duration) {
        return duration.toMillis() + " ms";
    }

    private static String plain(BigDecimal value) {
        return trimmed(value.scale() > 3 ? value.setScale(3, RoundingMode.HALF_UP) : value);
    }

    private static String trimmed(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
