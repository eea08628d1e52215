package io.fogatlas.cli;

import java.util.List;
import java.util.Locale;

/** How a report is written. */
enum ReportFormat {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a format by its name in lower case. */
    static final class Names extends Choice<ReportFormat> {
        Names() {
            super("format", List.of(values()), ReportFormat::toString);
        }
    }
}
