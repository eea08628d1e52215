package io.fogatlas.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a study found, as values; how they are written and drawn is the report's business.
 *
 * @param title the heading of the study in the report
 * @param text what was asked and how it was measured, as Markdown without headings
 * @param tables what the report shows, and writes to files too
 * @param data what the report writes to files alone, such as every single measurement
 * @param charts what the report draws
 * @param losses the cases in which others were better or a goal was missed, a sentence each
 * @param attachments files of other forms
 */
public record Findings(
        String title,
        String text,
        List<Table> tables,
        List<Table> data,
        List<Chart> charts,
        List<String> losses,
        List<Attachment> attachments) {
    /**
     * Makes findings.
     *
     * @param title the heading of the study in the report
     * @param text what was asked and how it was measured, as Markdown without headings
     * @param tables what the report shows, and writes to files too
     * @param data what the report writes to files alone, such as every single measurement
     * @param charts what the report draws
     * @param losses the cases in which others were better or a goal was missed, a sentence each
     * @param attachments files of other forms
     */
    public Findings {
        tables = List.copyOf(tables);
        data = List.copyOf(data);
        charts = List.copyOf(charts);
        losses = List.copyOf(losses);
        attachments = List.copyOf(attachments);
    }

    /**
     * A file of another form.
     *
     * @param name its name, a key with an ending
     * @param text what is in it
     */
    public record Attachment(String name, String text) {}

    /**
     * Starts findings.
     *
     * @param title the heading of the study in the report
     * @param text what was asked and how it was measured, as Markdown without headings
     * @return a builder without tables
     */
    public static Builder builder(String title, String text) {
        return new Builder(title, text);
    }

    /** Collects what was found. Not thread-safe. */
    public static final class Builder {
        private final String title;
        private final String text;
        private final List<Table> tables = new ArrayList<>();
        private final List<Table> data = new ArrayList<>();
        private final List<Chart> charts = new ArrayList<>();
        private final List<String> losses = new ArrayList<>();
        private final List<Attachment> attachments = new ArrayList<>();

        private Builder(String title, String text) {
            this.title = title;
            this.text = text;
        }

        /**
         * Adds a table that the report shows.
         *
         * @param table the table
         * @return this
         */
        public Builder add(Table table) {
            tables.add(table);
            return this;
        }

        /**
         * Adds a table that the report writes to a file alone.
         *
         * @param table the table
         * @return this
         */
        public Builder addData(Table table) {
            data.add(table);
            return this;
        }

        /**
         * Adds a chart.
         *
         * @param chart the chart
         * @return this
         */
        public Builder add(Chart chart) {
            charts.add(chart);
            return this;
        }

        /**
         * Adds a case in which others were better or a goal was missed.
         *
         * @param sentence a sentence that names the case and says by how much
         * @return this
         */
        public Builder addLoss(String sentence) {
            losses.add(sentence);
            return this;
        }

        /**
         * Adds a file of another form.
         *
         * @param attachment the file
         * @return this
         */
        public Builder add(Attachment attachment) {
            attachments.add(attachment);
            return this;
        }

        /**
         * Makes the findings.
         *
         * @return what was collected
         */
        public Findings build() {
            return new Findings(title, text, tables, data, charts, losses, attachments);
        }
    }
}
