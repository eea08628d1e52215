package io.fogatlas.manifests;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Gives out distinct names that Kubernetes takes both as the name of an object (or a part of one) and, up to {@link #MAX_LABEL}
 * characters, as the value of a label: lower case letters and digits, with {@code -} or {@code .} between them.
 *
 * <p>Not thread-safe; one instance serves one kind of object.
 */
public final class KubernetesNames {
    /** The most characters of the value of a label. */
    public static final int MAX_LABEL = 63;

    /** The most characters of the name of an object. */
    public static final int MAX_NAME = 253;

    private final int maxLength;
    private final String fallback;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> lastSuffix = new HashMap<>();

    /**
     * Starts with no name given out.
     *
     * @param maxLength the most characters of a name; at least 20
     * @param fallback the name of what has no letter or digit; legal itself
     */
    public KubernetesNames(int maxLength, String fallback) {
        this.maxLength = maxLength;
        this.fallback = Objects.requireNonNull(fallback, "fallback");
    }

    /**
     * Makes a name of a text: accents are dropped, and what is no letter or digit becomes {@code -}. A name that was given out before
     * gets {@code -2}, {@code -3} and so on.
     *
     * @param text any text
     * @return a legal name that was not given out before
     */
    public String of(String text) {
        return distinct(legal(text));
    }

    /**
     * Makes a name of a text that is legal already, as it is.
     *
     * @param name a legal name
     * @return the name, with a number if it was given out before
     */
    public String distinct(String name) {
        String result = name;
        while (!given.add(result)) {
            int suffix = lastSuffix.merge(name, 1, Integer::sum) + 1;
            result = shortened(name, maxLength - 1 - Integer.toString(suffix).length()) + "-" + suffix;
        }
        return result;
    }

    private String legal(String text) {
        String start = text.substring(0, Math.min(text.length(), 4 * maxLength));
        String plain = Normalizer.normalize(start, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("-?\\.[-.]*", ".")
                .replaceAll("^[-.]+|[-.]+$", "");
        return plain.isEmpty() ? fallback : shortened(plain, maxLength);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).replaceAll("[-.]+$", "");
    }
}
