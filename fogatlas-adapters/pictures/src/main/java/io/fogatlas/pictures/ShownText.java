package io.fogatlas.pictures;

import io.fogatlas.model.text.Characters;

/** Makes text of any origin fit to be shown: nothing in it acts on what surrounds it. */
final class ShownText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int ELLIPSIS = '…';

    private ShownText() {}

    /** Replaces each control, format and surrogate character: XML forbids some of them, others turn the text around them. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(codePoint -> shown.appendCodePoint(Characters.isShown(codePoint) ? codePoint : REPLACEMENT));
        return shown.toString();
    }

    /** Shortens text that is wider than a width in ems, by an estimate that needs no font. */
    static String of(String text, double ems) {
        String shown = of(text);
        if (ems(shown) <= ems) {
            return shown;
        }
        StringBuilder start = new StringBuilder();
        double width = 1;
        for (int codePoint : shown.codePoints().toArray()) {
            width += ems(codePoint);
            if (width > ems) {
                break;
            }
            start.appendCodePoint(codePoint);
        }
        return start.appendCodePoint(ELLIPSIS).toString();
    }

    /** Estimates how wide text is in a sans-serif font, in ems; rather too wide than too narrow. */
    static double ems(String text) {
        return text.codePoints().mapToDouble(ShownText::ems).sum();
    }

    private static double ems(int codePoint) {
        if (codePoint >= 0x2E80) {
            return 1.05;
        }
        if (Character.isUpperCase(codePoint)) {
            return 0.7;
        }
        return switch (codePoint) {
            case 'i', 'j', 'l', 't', 'f', 'r', '.', ',', ':', ';', '\'', '|', ' ', '(', ')', '/', '-' -> 0.38;
            case 'm', 'w', '%', '@' -> 0.96;
            default -> 0.61;
        };
    }
}
