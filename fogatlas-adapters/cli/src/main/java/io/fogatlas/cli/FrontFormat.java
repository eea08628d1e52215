package io.fogatlas.cli;

import java.util.List;
import java.util.Locale;

/** How a front is written. */
enum FrontFormat {
    /** For people. */
    TABLE,
    /** For programs, and for {@code fogatlas verify}. */
    JSON,
    /** A page for a browser. */
    HTML,
    /** A drawing. */
    SVG;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a format by its name in lower case. */
    static final class Names extends Choice<FrontFormat> {
        Names() {
            super("format", List.of(values()), FrontFormat::toString);
        }
    }
}
