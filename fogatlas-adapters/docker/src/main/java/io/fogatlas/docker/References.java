package io.fogatlas.docker;

import java.util.Map;

/** Puts the values of variables where Kubernetes does: {@code $(NAME)}, if there is such a variable; {@code $$} is a dollar sign. */
final class References {
    private References() {}

    /**
     * Expands the references in a text.
     *
     * @param text the text
     * @param values the variables that are known
     */
    static String expand(String text, Map<String, String> values) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '$' || at + 1 == text.length()) {
                expanded.append(c);
                at++;
            } else if (text.charAt(at + 1) == '$') {
                expanded.append('$');
                at += 2;
            } else {
                int end = text.charAt(at + 1) == '(' ? text.indexOf(')', at) : -1;
                String value = end < 0 ? null : values.get(text.substring(at + 2, end));
                if (value == null) {
                    expanded.append(c);
                    at++;
                } else {
                    expanded.append(value);
                    at = end + 1;
                }
            }
        }
        return expanded.toString();
    }
}
