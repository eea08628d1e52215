package io.fogatlas.benchmarks.report;

import java.util.regex.Pattern;

/** Checks names that become names of files. */
final class Keys {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Keys() {}

    static String require(String key) {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "Cannot use the key '" + key + "'. Use lower-case letters and digits, joined by dashes.");
        }
        return key;
    }
}
