package io.fogatlas.model.text;

/** Knows the characters that are safe to show: names come from untrusted files. */
public final class Characters {
    private Characters() {}

    /**
     * Says whether a character is seen and does nothing else: a control, format or separating character may steer a terminal, hide, or turn
     * what stands next to it around.
     *
     * @param codePoint the character
     * @return whether it can be shown as it is
     */
    public static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
