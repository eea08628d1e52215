package io.fogatlas.manifests.tree;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes trees as JSON, indented by two. Numbers stay as they were written where JSON lets them. */
public final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /**
     * Writes one document.
     *
     * @param value the document
     * @return its text, ending with a line feed
     */
    public static String of(Value value) {
        JsonText text = new JsonText();
        text.write(value, "\n");
        return text.out.append('\n').toString();
    }

    private void write(Value value, String newLine) {
        String inner = newLine + "  ";
        String before = inner;
        if (value instanceof ObjectValue object) {
            out.append('{');
            for (Map.Entry<String, Value> entry : object.fields().entrySet()) {
                out.append(before).append(quoted(entry.getKey())).append(": ");
                write(entry.getValue(), inner);
                before = "," + inner;
            }
            out.append(object.fields().isEmpty() ? "}" : newLine + "}");
        } else if (value instanceof ListValue list) {
            out.append('[');
            for (Value item : list.items()) {
                out.append(before);
                write(item, inner);
                before = "," + inner;
            }
            out.append(list.items().isEmpty() ? "]" : newLine + "]");
        } else if (value instanceof ScalarValue scalar) {
            out.append(scalar(scalar));
        }
    }

    private static String scalar(ScalarValue scalar) {
        return switch (scalar.type()) {
            case TEXT -> quoted(scalar.text());
            case BOOLEAN -> Boolean.toString(scalar.isTrue());
            case NULL -> scalar.text();
            case NUMBER ->
                NUMBER.matcher(scalar.text()).matches()
                        ? scalar.text()
                        : scalar.decimal().toString();
        };
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
