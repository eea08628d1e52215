package io.fogatlas.manifests.networks;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives out distinct ids that Kubernetes takes both as the value of a label and as (a part of) the name of an object: lower case letters
 * and digits, with {@code -} or {@code .} between them, at most a given number of characters. Not thread-safe.
 */
final class LegalIds {
    /** The most characters of a label's value. */
    static final int MAX_LABEL = 63;

    private final int maxLength;
    private final String fallback;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> lastSuffix = new HashMap<>();

    LegalIds(int maxLength, String fallback) {
        this.maxLength = maxLength;
        this.fallback = fallback;
    }

    /** Makes an id of a text; one that was given before gets {@code -2}, {@code -3} and so on. */
    String idFor(String text) {
        return distinct(legal(text));
    }

    /** Makes an id of a text that is legal already. */
    String distinct(String base) {
        String id = base;
        while (!given.add(id)) {
            int suffix = lastSuffix.merge(base, 1, Integer::sum) + 1;
            id = shortened(base, maxLength - 1 - Integer.toString(suffix).length()) + "-" + suffix;
        }
        return id;
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
