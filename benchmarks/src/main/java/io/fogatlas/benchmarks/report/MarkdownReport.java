package io.fogatlas.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes the report's text. */
final class MarkdownReport {
    private static final Pattern NUMBER = Pattern.compile(
            "|∞|unproved|none|[-+]?[0-9][0-9,]*(\\.[0-9]+)?([–±] ?[0-9.]+| ± [0-9.]+)?( ?%| of [0-9]+)?");

    private final StringBuilder text = new StringBuilder();

    /**
     * Writes the report of the studies that have ended.
     *
     * @param facts what the figures depend on, as rows of a name and a value
     * @param sections what came of the studies
     */
    String of(List<List<String>> facts, List<Section> sections) {
        text.append("# Benchmark report\n\n## How it was run\n\n");
        rows(List.of("", ""), facts);
        text.append('\n');
        rows(
                List.of("study", "took s", "load before, after"),
                sections.stream()
                        .map(section -> List.of(
                                section.key(),
                                String.format(
                                        Locale.ROOT, "%.0f", section.took().toMillis() / 1e3),
                                section.load()))
                        .toList());
        text.append(
                "\nEvery figure was measured in this run, unless it is said to be published. The load is how many processes "
                        + "wanted a processor in the minute before: above the number of processors, times are longer than on an idle "
                        + "machine.\n");
        losses(sections);
        sections.forEach(this::section);
        return text.toString();
    }

    private void losses(List<Section> sections) {
        text.append("\n## Cases we lose\n\n");
        List<String> lines = new ArrayList<>();
        for (Section section : sections) {
            if (!section.failure().isEmpty()) {
                lines.add("- `" + section.key() + "`: failed. " + oneLine(section.failure()));
            }
            section.findings()
                    .ifPresent(findings -> findings.losses()
                            .forEach(loss -> lines.add("- `" + section.key() + "`: " + oneLine(loss))));
        }
        text.append(lines.isEmpty() ? "None in this run.\n" : String.join("\n", lines) + "\n");
    }

    private void section(Section section) {
        if (section.findings().isEmpty()) {
            text.append("\n## ")
                    .append(section.key())
                    .append("\n\nFailed: ")
                    .append(oneLine(section.failure()))
                    .append('\n');
            return;
        }
        Findings findings = section.findings().get();
        text.append("\n## ")
                .append(findings.title())
                .append("\n\n")
                .append(findings.text().strip())
                .append('\n');
        for (Table table : findings.tables()) {
            text.append("\n### ").append(table.title()).append("\n\n");
            rows(table.columns(), table.rows());
        }
        for (Chart chart : findings.charts()) {
            String file = ReportFiles.name(section.key(), chart.key());
            text.append("\n[![")
                    .append(chart.title())
                    .append("](")
                    .append(file)
                    .append(".png)](")
                    .append(file)
                    .append(".svg)\n");
        }
        text.append("\nFiles: ");
        text.append(String.join(
                ", ",
                ReportFiles.names(section.key(), findings).stream()
                        .map(name -> "[" + name + "](" + name + ")")
                        .toList()));
        text.append('\n');
    }

    private void rows(List<String> columns, List<List<String>> rows) {
        line(columns);
        StringBuilder under = new StringBuilder("|");
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            boolean numbers = !rows.isEmpty()
                    && rows.stream().allMatch(row -> NUMBER.matcher(row.get(at)).matches());
            under.append(numbers ? "--:|" : "---|");
        }
        text.append(under).append('\n');
        rows.forEach(this::line);
    }

    private void line(List<String> cells) {
        text.append('|');
        cells.forEach(cell ->
                text.append(' ').append(oneLine(cell).replace("|", "\\|")).append(" |"));
        text.append('\n');
    }

    private static String oneLine(String several) {
        return several.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
