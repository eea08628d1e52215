package io.fogatlas.pictures;

import java.util.List;

/** Writes a table that the script of the page lets its reader sort. */
final class Table {
    private final Markup out;

    /** Starts a table; a column whose title starts with {@code >} holds numbers. */
    Table(Markup out, String caption, List<String> columns) {
        this.out = out;
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        out.open("table", "class", "sortable").line();
        out.element("caption", caption).line();
        out.open("thead").open("tr");
        for (String column : columns) {
            boolean number = column.startsWith(">");
            out.open("th", "scope", "col", "class", number ? "number" : "text", "aria-sort", "none");
            out.element("button", number ? column.substring(1) : column, "type", "button");
            out.close();
        }
        out.close().close().line().open("tbody").line();
    }

    /** Starts a row about something that the script can show elsewhere, such as {@code data-region="r3"}. */
    Table row(Object... attributes) {
        out.open("tr", attributes);
        return this;
    }

    /** A whole number. */
    Table count(long value) {
        return number(Long.toString(value), (double) value);
    }

    Table text(String text) {
        out.element("td", text, "dir", "auto");
        return this;
    }

    Table number(String text, double value) {
        out.element("td", text, "class", "number", "data-value", sortable(value));
        return this;
    }

    /** A cell with a button that shows what the row is about; for whoever has no pointer. */
    Table button(String text, Object... attributes) {
        out.open("td", "dir", "auto", "data-value", text);
        out.open("button", "type", "button", "class", "show");
        for (int i = 0; i < attributes.length; i += 2) {
            out.attribute(attributes[i].toString(), attributes[i + 1]);
        }
        out.text(text).close().close();
        return this;
    }

    /** A share as a number and a bar. */
    Table bar(double ratio) {
        out.open("td", "class", "number bar", "data-value", sortable(ratio));
        out.open("svg", "width", 60, "height", 9, "viewBox", "0 0 60 9", "aria-hidden", "true");
        out.empty("path", Ink.attributes("", List.of(Ink.TRACK), "stroke-width", 7, "d", "M0 4.5H60"));
        out.empty(
                "path",
                Ink.attributes(
                        "", List.of(Ink.load(Loads.step(ratio))), "stroke-width", 7, "d", "M0 4.5H" + barWidth(ratio)));
        out.close().element("span", Loads.percent(ratio)).close();
        return this;
    }

    /** How long the bar of a share is, up to 60. */
    static long barWidth(double ratio) {
        return Math.round(Math.min(1, Math.max(0, ratio)) * 60);
    }

    Table end() {
        out.close().line();
        return this;
    }

    void close() {
        out.close().close().close().line();
    }

    /** A number as the script of a page sorts it. */
    static String sortable(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "1e300";
    }
}
