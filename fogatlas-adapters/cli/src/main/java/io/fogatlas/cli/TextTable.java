package io.fogatlas.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Lays rows of text out in columns. The last column takes what is left of the width and breaks at spaces into further lines; the others
 * are as wide as their widest cell. Where that is too wide, the widest columns of text are narrowed and what is in them shortened;
 * numbers, which are aligned to the right, never are.
 */
final class TextTable {
    /** What people see is to fit a terminal of the oldest width. */
    static final int WIDTH = 80;

    private static final String GAP = "  ";
    private static final String RIGHT = ">";
    private static final int NARROWEST_LAST_COLUMN = 16;
    private static final int WIDEST_WORD = 24;
    private static final int NARROWEST_COLUMN = 6;

    private final List<Boolean> right;
    private final List<Row> rows = new ArrayList<>();

    /** Starts with the names of the columns; one that begins with {@code >} is aligned to the right. */
    TextTable(String... columns) {
        right = Arrays.stream(columns).map(name -> name.startsWith(RIGHT)).toList();
        rows.add(new Row(
                Arrays.stream(columns)
                        .map(name -> name.startsWith(RIGHT) ? name.substring(1) : name)
                        .toList(),
                /* spans= */ false));
    }

    /**
     * A row.
     *
     * @param cells a cell for each column
     * @param spans whether there are two only, the second of which takes the room of all further columns and is not broken
     */
    private record Row(List<String> cells, boolean spans) {}

    void add(String... cells) {
        rows.add(new Row(Arrays.stream(cells).map(Printable::line).toList(), /* spans= */ false));
    }

    /** Adds a row whose second cell takes the room of all further columns. */
    void addSpanning(String first, String rest) {
        rows.add(new Row(List.of(Printable.line(first), Printable.line(rest)), /* spans= */ true));
    }

    /** Lays it out; the heading is decorated after it was measured. */
    List<String> lines(int width, UnaryOperator<String> heading) {
        int[] widths = widths(width);
        int room = Math.max(
                lastColumn(),
                width - Arrays.stream(widths).map(one -> one + GAP.length()).sum());
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            List<String> texts = row.spans ? List.of(spanning(row, widths[0])) : laidOut(row.cells, widths, room);
            boolean isHeading = lines.isEmpty();
            texts.forEach(text -> lines.add(isHeading ? heading.apply(text) : text));
        }
        return Collections.unmodifiableList(lines);
    }

    /** How wide all columns but the last are. */
    private int[] widths(int width) {
        int last = right.size() - 1;
        int[] widths = new int[last];
        int spanned = 0;
        for (Row row : rows) {
            widths[0] = Math.max(widths[0], TextWidth.of(row.cells.get(0)));
            for (int column = 1; column < last && !row.spans; column++) {
                widths[column] = Math.max(widths[column], TextWidth.of(row.cells.get(column)));
            }
            spanned = row.spans ? Math.max(spanned, TextWidth.of(row.cells.get(1))) : spanned;
        }
        int room = width - lastColumn() - last * GAP.length();
        boolean narrower = true;
        while (narrower && Arrays.stream(widths).sum() > room) {
            narrower = narrow(widths);
        }
        if (spanned > 0) {
            widths[0] = Math.min(widths[0], Math.max(NARROWEST_COLUMN, width - GAP.length() - spanned));
        }
        return widths;
    }

    /** Takes one from the widest column of text, unless all are as narrow as they can be. */
    private boolean narrow(int[] widths) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            if (!right.get(column)
                    && widths[column] > NARROWEST_COLUMN
                    && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        if (widest >= 0) {
            widths[widest]--;
        }
        return widest >= 0;
    }

    /** How much the last column needs: room for its words, unless they are very long. */
    private int lastColumn() {
        int last = right.size() - 1;
        int widest = 0;
        int word = 0;
        for (Row row : rows) {
            if (!row.spans) {
                String cell = row.cells.get(last);
                widest = Math.max(widest, TextWidth.of(cell));
                word = Math.max(
                        word,
                        Arrays.stream(cell.split(" ", -1))
                                .mapToInt(TextWidth::of)
                                .max()
                                .orElse(0));
            }
        }
        return Math.min(widest, Math.max(NARROWEST_LAST_COLUMN, Math.min(word, WIDEST_WORD)));
    }

    private static String spanning(Row row, int width) {
        String first = TextWidth.shortened(row.cells.get(0), width);
        return (first + padding(first, width) + GAP + row.cells.get(1)).stripTrailing();
    }

    private List<String> laidOut(List<String> row, int[] widths, int room) {
        StringBuilder start = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = TextWidth.shortened(row.get(column), widths[column]);
            String pad = padding(cell, widths[column]);
            start.append(right.get(column) ? pad + cell : cell + pad).append(GAP);
        }
        List<String> lines = new ArrayList<>();
        for (String part : broken(row.get(widths.length), room)) {
            String before = lines.isEmpty() ? start.toString() : " ".repeat(TextWidth.of(start.toString()));
            lines.add((before + part).stripTrailing());
        }
        return lines;
    }

    private static String padding(String cell, int width) {
        return " ".repeat(Math.max(0, width - TextWidth.of(cell)));
    }

    /** Breaks text at spaces into lines of at most a width, and a word that is longer by itself wherever it has to. */
    static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String whole : text.split(" ", -1)) {
            String word = whole;
            if (line.length() > 0 && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (line.length() == 0 && TextWidth.of(word) > width) {
                int end = Math.max(Character.charCount(word.codePointAt(0)), TextWidth.fitting(word, width));
                if (end == word.length()) {
                    break;
                }
                lines.add(word.substring(0, end));
                word = word.substring(end);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
