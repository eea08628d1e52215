package io.fogatlas.pictures;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements that are well-formed as XML and as HTML alike. All text and all values of attributes are escaped here, so that no caller
 * can forget to; the names of elements and attributes come from the code alone.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Starts an element with attributes, given as names and values in turn; an attribute with an empty value is kept. */
    Markup open(String element, Object... attributes) {
        endTag();
        out.append('<').append(element);
        open.push(element);
        inTag = true;
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i].toString(), attributes[i + 1]);
        }
        return this;
    }

    /** Adds an attribute to the element that was opened just now. */
    Markup attribute(String name, Object value) {
        if (!inTag) {
            throw new IllegalStateException("An attribute '" + name + "' must follow the start of its element.");
        }
        String text = value instanceof Double number ? Decimals.of(number) : ShownText.of(value.toString());
        out.append(' ').append(name).append("=\"");
        escape(text, true);
        out.append('"');
        return this;
    }

    /** Adds text. */
    Markup text(String text) {
        endTag();
        escape(ShownText.of(text), false);
        return this;
    }

    /** Ends the element that is open. */
    Markup close() {
        endTag();
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Adds an element without content. */
    Markup empty(String element, Object... attributes) {
        open(element, attributes);
        out.append("/>");
        open.pop();
        inTag = false;
        return this;
    }

    /** Adds an element that contains text alone. */
    Markup element(String element, String text, Object... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** Adds a style sheet of our own: unlike text it keeps its line ends, without which browsers read no rule of it. */
    Markup style(String sheet) {
        return open("style").raw(sheet).close();
    }

    /** Adds what is markup already. */
    Markup raw(String markup) {
        endTag();
        out.append(markup);
        return this;
    }

    /** Starts a new line; only where white space means nothing. */
    Markup line() {
        endTag();
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
        return out.toString();
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '\'' -> out.append(quoted ? "&#39;" : "'");
                default -> out.append(c);
            }
        }
    }
}
