package io.fogatlas.cli;

import java.util.List;
import java.util.Locale;

/** How {@code fogatlas place} writes its decisions. */
enum OutputFormat {
    /** For people. */
    TABLE,
    /** For programs, and for {@code fogatlas verify}. */
    JSON,
    /** The FADepls with their status, as FogAtlas's controller would write it. */
    YAML;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a format by its name in lower case. */
    static final class Names extends Choice<OutputFormat> {
        Names() {
            super("format", List.of(values()), OutputFormat::toString);
        }
    }
}
