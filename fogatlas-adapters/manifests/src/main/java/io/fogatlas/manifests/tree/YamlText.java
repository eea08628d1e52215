package io.fogatlas.manifests.tree;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes trees as YAML in the way of {@code kubectl}: blocks indented by two, lists on the level of their key, quotes only where a text
 * could be taken for something else by a reader of YAML 1.1 or 1.2.
 */
public final class YamlText {
    /** Texts of several lines that stand as they are in a literal block. */
    private static final Pattern LITERAL = Pattern.compile(
            "[!-~][\\t\\n -~\\x{A0}-\\x{2027}\\x{202A}-\\x{D7FF}\\x{E000}-\\x{FEFE}\\x{FF00}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*+");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /**
     * Writes one document, without a separator.
     *
     * @param value the document
     * @return its text, ending with a line feed
     */
    public static String of(Value value) {
        YamlText text = new YamlText();
        text.top(value);
        return text.out.toString();
    }

    private void top(Value value) {
        if (value instanceof ObjectValue object && !object.fields().isEmpty()) {
            fields(object, 0);
        } else if (value instanceof ListValue list && !list.items().isEmpty()) {
            items(list, 0);
        } else {
            flow(value, 0);
            out.append('\n');
        }
    }

    private void fields(ObjectValue object, int indent) {
        Iterator<Map.Entry<String, Value>> entries = object.fields().entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Value> entry = entries.next();
            out.append(key(entry.getKey())).append(':');
            Value value = entry.getValue();
            if (value instanceof ObjectValue inner && !inner.fields().isEmpty()) {
                out.append('\n').append(" ".repeat(indent + 2));
                fields(inner, indent + 2);
            } else if (value instanceof ListValue list && !list.items().isEmpty()) {
                out.append('\n').append(" ".repeat(indent));
                items(list, indent);
            } else {
                out.append(' ');
                flow(value, indent);
                out.append('\n');
            }
            if (entries.hasNext()) {
                out.append(" ".repeat(indent));
            }
        }
    }

    private void items(ListValue list, int indent) {
        Iterator<Value> items = list.items().iterator();
        while (items.hasNext()) {
            Value value = items.next();
            out.append("- ");
            if (value instanceof ObjectValue inner && !inner.fields().isEmpty()) {
                fields(inner, indent + 2);
            } else if (value instanceof ListValue inner && !inner.items().isEmpty()) {
                items(inner, indent + 2);
            } else {
                flow(value, indent);
                out.append('\n');
            }
            if (items.hasNext()) {
                out.append(" ".repeat(indent));
            }
        }
    }

    /** Writes what stands on one line, or in a literal block. */
    private void flow(Value value, int indent) {
        if (value instanceof ObjectValue) {
            out.append("{}");
        } else if (value instanceof ListValue) {
            out.append("[]");
        } else if (value instanceof ScalarValue scalar) {
            if (scalar.type() == ScalarType.BOOLEAN) {
                out.append(scalar.isTrue());
            } else if (scalar.type() != ScalarType.TEXT) {
                out.append(scalar.text());
            } else if (isLiteral(scalar.text())) {
                literal(scalar.text(), indent + 2);
            } else {
                out.append(key(scalar.text()));
            }
        }
    }

    private static boolean isLiteral(String text) {
        return text.indexOf('\n') > 0
                && !text.endsWith("\n\n")
                && LITERAL.matcher(text).matches()
                && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank());
    }

    private void literal(String text, int indent) {
        out.append(text.endsWith("\n") ? "|" : "|-");
        text.lines().forEach(line -> {
            out.append('\n');
            if (!line.isEmpty()) {
                out.append(" ".repeat(indent)).append(line);
            }
        });
    }

    private static String key(String text) {
        return PlainScalars.needsNoQuotes(text) ? text : quoted(text);
    }

    /** A JSON string is a double-quoted scalar of YAML, but for what YAML does not let stand unescaped. */
    private static String quoted(String text) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        StringBuilder quoted = new StringBuilder(escaped.length() + 2).append('"');
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            boolean allowed =
                    (c >= ' ' && c < 0x7F) || (c >= 0xA0 && c < 0xFFFE && c != 0xFEFF && c != 0x2028 && c != 0x2029);
            if (allowed) {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04X", (int) c));
            }
        }
        return quoted.append('"').toString();
    }
}
