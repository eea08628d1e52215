package io.fogatlas.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How {@code fogatlas place} writes its decisions. */
enum OutputFormat {
    /** For people. */
    TABLE,
    /** For programs, and for {@code fogatlas verify}. */
    JSON,
    /** The FADepls with their status, as FogAtlas's controller would write it. */
    YAML,
    /** For a browser, with everything in it. */
    HTML(PictureFormat.HTML),
    /** A drawing. */
    SVG(PictureFormat.SVG),
    /** A drawing in pixels. */
    PNG(PictureFormat.PNG);

    private final Optional<PictureFormat> picture;

    OutputFormat() {
        picture = Optional.empty();
    }

    OutputFormat(PictureFormat picture) {
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
    static final class Names extends Choice<OutputFormat> {
        Names() {
            super("format", List.of(values()), OutputFormat::toString);
        }
    }
}
