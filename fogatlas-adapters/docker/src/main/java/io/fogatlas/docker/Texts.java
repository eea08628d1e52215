package io.fogatlas.docker;

/** Makes texts of others safe to show. */
final class Texts {
    private static final int MAX_LENGTH = 400;

    private Texts() {}

    /** One line without characters that steer a terminal, and not endless. */
    static String oneLine(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length() && safe.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            boolean steers = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == '\u2028'
                    || c == '\u2029';
            safe.append(steers ? ' ' : c);
        }
        if (safe.length() == MAX_LENGTH) {
            safe.append('…');
        }
        return safe.toString().strip();
    }
}
