package io.fogatlas.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory of a report. What is in it is never written over by another report. */
final class ReportFiles {
    private static final String REPORT = "report.md";

    private final Path directory;

    private ReportFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes an empty directory for a report.
     *
     * @throws IllegalArgumentException if there is something of that name that is not an empty directory
     */
    static ReportFiles in(Path directory) throws IOException {
        if (Files.exists(directory)) {
            if (!Files.isDirectory(directory)) {
                throw new IllegalArgumentException("Cannot write the report to '" + directory
                        + "': that is not a directory. Give another by --out.");
            }
            try (Stream<Path> held = Files.list(directory)) {
                if (held.findAny().isPresent()) {
                    throw new IllegalArgumentException("Cannot write the report to '" + directory
                            + "': there is something in it already. Give another directory by --out, or move it away.");
                }
            }
        }
        Files.createDirectories(directory);
        return new ReportFiles(directory);
    }

    /** The name of the file of a table or chart, without its ending. */
    static String name(String study, String key) {
        return key.equals(study) || key.startsWith(study + "-") ? key : study + "-" + key;
    }

    /** The names of all files of a study. */
    static List<String> names(String study, Findings findings) {
        List<String> names = new ArrayList<>();
        Stream.concat(findings.tables().stream(), findings.data().stream())
                .forEach(table -> names.add(name(study, table.key()) + ".csv"));
        for (Chart chart : findings.charts()) {
            names.add(name(study, chart.key()) + ".svg");
            names.add(name(study, chart.key()) + ".png");
        }
        findings.attachments().forEach(attachment -> names.add(attachment.name()));
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalStateException("Two files of study '" + study + "' are called the same: " + names);
        }
        return names;
    }

    /** Writes tables, charts and other files of a study. */
    void write(String study, Findings findings) throws IOException {
        names(study, findings);
        for (Table table : Stream.concat(findings.tables().stream(), findings.data().stream())
                .toList()) {
            Files.writeString(directory.resolve(name(study, table.key()) + ".csv"), csv(table));
        }
        for (Chart chart : findings.charts()) {
            ChartDrawing drawing = new ChartDrawing(chart);
            drawing.writeSvg(directory.resolve(name(study, chart.key()) + ".svg"));
            drawing.writePng(directory.resolve(name(study, chart.key()) + ".png"));
        }
        for (Findings.Attachment attachment : findings.attachments()) {
            Files.writeString(directory.resolve(attachment.name()), attachment.text());
        }
    }

    /** Writes the text of the report, in place of what this report said before. */
    void writeText(String text) throws IOException {
        Files.writeString(directory.resolve(REPORT), text);
    }

    Path report() {
        return directory.resolve(REPORT);
    }

    /** Comma-separated values as in RFC 4180, with line feeds alone. */
    static String csv(Table table) {
        return Stream.concat(Stream.of(table.columns()), table.rows().stream())
                .map(row -> row.stream().map(ReportFiles::cell).collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
