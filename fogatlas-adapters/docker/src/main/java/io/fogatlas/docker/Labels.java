package io.fogatlas.docker;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Checks the labels that a Pod template brings along. */
final class Labels {
    private static final int MAX_KEY = 317;
    private static final int MAX_VALUE = 1024;

    /** As long as Kubernetes lets names be. */
    private static final int MAX_NAME = 253;

    private Labels() {}

    /**
     * Checks a name that becomes the value of a label as it is.
     *
     * @param name the name of an application or a part of it
     * @param refuse takes what is wrong
     */
    static void requireFit(String name, Consumer<String> refuse) {
        if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            String shown = Texts.oneLine(name.substring(0, Math.min(name.length(), MAX_NAME)));
            refuse.accept("the name '" + shown + "' must have at most " + MAX_NAME
                    + " characters, none of which steers a terminal");
        }
    }

    /**
     * Checks labels.
     *
     * @param labels the labels of a Pod template
     * @param refuse takes what is wrong: keys by which this or other programs know what is theirs, and what is too long
     * @return the labels, sorted
     */
    static Map<String, String> checked(Map<String, String> labels, Consumer<String> refuse) {
        Map<String, String> checked = new TreeMap<>();
        labels.forEach((key, value) -> {
            String shown = Texts.oneLine(key.length() > MAX_KEY ? key.substring(0, MAX_KEY) : key);
            if (key.startsWith("io.fogatlas.") || key.startsWith("com.docker.")) {
                refuse.accept("the label '" + shown + "' is one by which objects are known; use another prefix");
            } else if (key.isBlank() || key.length() > MAX_KEY || !key.matches("[!-~]+")) {
                refuse.accept("the label '" + shown + "' must have 1 to " + MAX_KEY + " visible ASCII characters");
            } else if (value != null && value.length() > MAX_VALUE) {
                refuse.accept("the value of the label '" + shown + "' is longer than " + MAX_VALUE + " characters");
            } else {
                checked.put(key, value == null ? "" : value);
            }
        });
        return checked;
    }
}
