package io.fogatlas.pictures;

/** Writes coordinates: with one decimal, the same on every machine and in every language. */
final class Decimals {
    private Decimals() {}

    static String of(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
