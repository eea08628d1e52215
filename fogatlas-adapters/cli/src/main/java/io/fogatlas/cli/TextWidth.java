package io.fogatlas.cli;

/**
 * Measures text by the columns it takes on a terminal, and shortens it: combining marks take none, East Asian wide characters and
 * emoji two.
 *
 * <p>The ranges are the blocks that Unicode Standard Annex #11 (East Asian Width) gives as wide.
 */
final class TextWidth {
    private static final String ELLIPSIS = "…";

    /** First and last code points of wide characters, in pairs. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x2705, 0x2705,
        0x270A, 0x270B, 0x274C, 0x274C, 0x2753, 0x2755, 0x2795, 0x2797, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2E80, 0x303E,
        0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60,
        0xFFE0, 0xFFE6, 0x16FE0, 0x18AFF, 0x1B000, 0x1B2FF, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF,
        0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private TextWidth() {}

    /** The columns that text takes. */
    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The columns that a character takes. */
    static int of(int codePoint) {
        int type = Character.getType(codePoint);
        boolean medial = codePoint >= 0x1160 && codePoint <= 0x11FF;
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || medial) {
            return 0;
        }
        for (int range = 0; range < WIDE.length; range += 2) {
            if (codePoint >= WIDE[range] && codePoint <= WIDE[range + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** Takes so much out of the middle of text that it fits into a number of columns: names often differ in their last characters. */
    static String shortened(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int left = Math.max(0, columns / 2);
        int right = Math.max(0, columns - 1 - left);
        return text.substring(0, fitting(text, left)) + ELLIPSIS + text.substring(fittingAtEnd(text, right));
    }

    /** How many chars at the start of text fit into a number of columns. */
    static int fitting(String text, int columns) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            taken += of(codePoint);
            if (taken > columns) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** Where the part at the end of text begins that fits into a number of columns; not with a combining mark. */
    private static int fittingAtEnd(String text, int columns) {
        int start = text.length();
        int best = start;
        int taken = 0;
        while (start > 0) {
            int codePoint = text.codePointBefore(start);
            taken += of(codePoint);
            if (taken > columns) {
                break;
            }
            start -= Character.charCount(codePoint);
            if (of(codePoint) > 0) {
                best = start;
            }
        }
        return best;
    }
}
