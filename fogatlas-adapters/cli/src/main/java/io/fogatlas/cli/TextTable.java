package io.fogatlas.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Lays rows of text out in columns. The last column takes what is left of the width and breaks at spaces into further lines; the others
 * are as wide as their widest cell.
 */
final class TextTable {
    private static final String GAP = "  ";
    private static final String RIGHT = ">";
    private static final int NARROWEST_LAST_COLUMN = 16;

    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** Starts with the names of the columns; one that begins with {@code >} is aligned to the right. */
    TextTable(String... columns) {
        right = Arrays.stream(columns).map(name -> name.startsWith(RIGHT)).toList();
        rows.add(Arrays.stream(columns)
                .map(name -> name.startsWith(RIGHT) ? name.substring(1) : name)
                .toList());
    }

    void add(String... cells) {
        rows.add(Arrays.stream(cells).map(Printable::line).toList());
    }

    /** Lays it out; the heading is decorated after it was measured. */
    List<String> lines(int width, UnaryOperator<String> heading) {
        int last = right.size() - 1;
        int[] widths = new int[last];
        for (List<String> row : rows) {
            for (int column = 0; column < last; column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        int room = Math.max(
                NARROWEST_LAST_COLUMN,
                width - Arrays.stream(widths).map(one -> one + GAP.length()).sum());
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> texts = laidOut(row, widths, room);
            boolean isHeading = lines.isEmpty();
            texts.forEach(text -> lines.add(isHeading ? heading.apply(text) : text));
        }
        return Collections.unmodifiableList(lines);
    }

    private List<String> laidOut(List<String> row, int[] widths, int room) {
        StringBuilder start = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String pad = " ".repeat(widths[column] - length(row.get(column)));
            start.append(right.get(column) ? pad + row.get(column) : row.get(column) + pad)
                    .append(GAP);
        }
        List<String> lines = new ArrayList<>();
        for (String part : broken(row.get(widths.length), room)) {
            String before = lines.isEmpty() ? start.toString() : " ".repeat(length(start.toString()));
            lines.add((before + part).stripTrailing());
        }
        return lines;
    }

    /** Breaks text at spaces into lines of at most a width; a longer word stays whole. */
    static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && length(line.toString()) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
