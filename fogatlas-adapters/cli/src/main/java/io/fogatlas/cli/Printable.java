package io.fogatlas.cli;

import io.fogatlas.model.text.Characters;
import java.util.Locale;

/** Makes text from files safe to show: a name must not steer the terminal, hide, or turn what stands next to it around. */
final class Printable {
    private Printable() {}

    /** Shows control and format characters as {@code \\u001b}; keeps line feeds. */
    static String lines(String text) {
        return escaped(text, true);
    }

    /** Shows control and format characters, line feeds included. */
    static String line(String text) {
        return escaped(text, false);
    }

    private static String escaped(String text, boolean keepLineFeeds) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (Characters.isShown(codePoint) || (keepLineFeeds && codePoint == '\n')) {
                safe.appendCodePoint(codePoint);
            } else {
                safe.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
            }
        });
        return safe.toString();
    }
}
