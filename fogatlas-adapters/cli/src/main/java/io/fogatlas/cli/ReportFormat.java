package io.fogatlas.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a report is written. */
enum ReportFormat {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON,
    /** For a browser, with everything in it. */
    HTML(PictureFormat.HTML),
    /** A drawing. */
    SVG(PictureFormat.SVG),
    /** A drawing in pixels. */
    PNG(PictureFormat.PNG);

    private final Optional<PictureFormat> picture;

    ReportFormat() {
        picture = Optional.empty();
    }

    ReportFormat(PictureFormat picture) {
        this.picture = Optional.of(picture);
    }

    /** What kind of picture this is, if it is one. */
    Optional<PictureFormat> picture() {
        return picture;
    }

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
