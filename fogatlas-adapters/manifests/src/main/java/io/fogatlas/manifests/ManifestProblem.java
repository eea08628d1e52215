package io.fogatlas.manifests;

import java.util.Objects;

/**
 * One thing that is wrong with, or to be known about, one object of one file.
 *
 * @param file the name of the {@link Source}; empty if it is about all of them together
 * @param line the line in it, from 1; 0 if it is about the file as a whole
 * @param kind the kind of the object, such as {@code Link}; empty if it is about no object
 * @param name the id or name of the object; empty if that is what is missing
 * @param text what is wrong, with the value, what is allowed and, where it helps, the remedy
 */
public record ManifestProblem(String file, int line, String kind, String name, String text) {
    /**
     * Checks that nothing is missing.
     *
     * @param file the name of the source
     * @param line the line in it
     * @param kind the kind of the object
     * @param name its id or name
     * @param text what is wrong
     */
    public ManifestProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Writes the problem as one line, such as {@code examples/link.yaml:12: Link 'link3': names region '004', but there is no such
     * Region}. Characters that would steer a terminal are written as {@code \\u} and their number.
     *
     * @return one line of text
     */
    @Override
    public String toString() {
        StringBuilder message = new StringBuilder();
        if (!file.isEmpty()) {
            message.append(file).append(line > 0 ? ":" + line : "").append(": ");
        }
        if (!kind.isEmpty()) {
            message.append(kind).append(" '").append(name).append("': ");
        }
        message.append(text);
        for (int i = message.length() - 1; i >= 0; i--) {
            char c = message.charAt(i);
            if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == '\u2028'
                    || c == '\u2029') {
                message.replace(i, i + 1, String.format("\\u%04x", (int) c));
            }
        }
        return message.toString();
    }
}
