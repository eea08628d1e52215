package io.fogatlas.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Passes text on to a terminal that knows no more than ASCII: bars, branches and signs become characters that look like them, every other
 * character a question mark for each of its columns, so that columns stay aligned.
 */
final class AsciiWriter extends FilterWriter {
    private static final String SIGNS = "█▒░├└│─┤–→×…·•µ’●○";
    private static final String ASCII = "#=.|`|-|->x~.*u'*o";

    AsciiWriter(Writer target) {
        super(target);
    }

    /** Says whether a locale, as LC_ALL or LANG names it, has no more than ASCII or some other charset that is not UTF-8. */
    static boolean suits(String locale) {
        String charset = locale.replace("-", "").toLowerCase(Locale.ROOT);
        return !locale.isEmpty() && !charset.contains("utf8");
    }

    @Override
    public void write(int character) throws IOException {
        out.write(text(String.valueOf((char) character)));
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        out.write(text(new String(characters, offset, length)));
    }

    @Override
    public void write(String string, int offset, int length) throws IOException {
        out.write(text(string.substring(offset, offset + length)));
    }

    private static String text(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            int sign = SIGNS.indexOf(codePoint);
            if (codePoint < 128) {
                ascii.append((char) codePoint);
            } else if (sign >= 0) {
                ascii.append(ASCII.charAt(sign));
            } else {
                ascii.append("?".repeat(TextWidth.of(codePoint)));
            }
        });
        return ascii.toString();
    }
}
