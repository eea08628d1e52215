package io.fogatlas.benchmarks.report;

import java.util.List;

/**
 * Rows of text under names. The report writes it as Markdown and as a file of comma-separated values.
 *
 * @param key how its file is called, of lower-case letters, digits and dashes
 * @param title what it shows, as a short sentence or heading
 * @param columns the names of its columns, with units
 * @param rows its rows, each with a cell for every column
 */
public record Table(String key, String title, List<String> columns, List<List<String>> rows) {
    /**
     * Makes a table.
     *
     * @param key how its file is called, of lower-case letters, digits and dashes
     * @param title what it shows, as a short sentence or heading
     * @param columns the names of its columns, with units
     * @param rows its rows, each with a cell for every column
     * @throws IllegalArgumentException if the key is of another form, or a row has another number of cells than there are columns
     */
    public Table {
        Keys.require(key);
        columns = List.copyOf(columns);
        rows = rows.stream().<List<String>>map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of table '%s' has %d cells, but there are %d columns: %s"
                        .formatted(key, row.size(), columns.size(), row));
            }
        }
    }
}
