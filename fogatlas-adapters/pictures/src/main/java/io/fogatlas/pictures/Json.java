package io.fogatlas.pictures;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes values as JSON that may stand inside a script element of HTML: nothing in it can end that element. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /**
     * Writes maps, lists, numbers, truth values and text.
     *
     * @throws IllegalArgumentException if there is anything else
     */
    static String of(Object value) {
        Json json = new Json();
        json.write(value);
        return json.out.toString();
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                text(entry.getKey().toString());
                out.append(':');
                write(entry.getValue());
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                out.append(separator);
                write(element);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Double number) {
            out.append(Decimals.of(number));
        } else if (value instanceof String text) {
            text(ShownText.of(text));
        } else {
            throw new IllegalArgumentException("There is no JSON of " + value.getClass() + ".");
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
