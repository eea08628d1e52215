package io.fogatlas.cli;

import io.fogatlas.pictures.Picture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a picture is written as. */
enum PictureFormat {
    /** A page for a browser, with everything in it. */
    HTML,
    /** A drawing. */
    SVG,
    /** Pixels. */
    PNG;

    /** How wide pixels are drawn: sharp on paper and on any screen. */
    private static final int WIDTH = 2000;

    /**
     * Refuses, before any work is done, to write what nobody could read.
     *
     * @throws CommandException if pixels are to go to a terminal
     */
    void check(OutputFile output, Session session) {
        if (this == PNG && !output.isFile() && session.outIsTerminal()) {
            throw CommandException.badInput(
                    "a PNG cannot be shown on a terminal; write it to a file with --out FILE, or to another command with |");
        }
    }

    /** Draws a picture and writes it. */
    void write(Picture picture, OutputFile output, Session session) {
        output.write(
                switch (this) {
                    case HTML -> picture.html().getBytes(StandardCharsets.UTF_8);
                    case SVG -> picture.svg().getBytes(StandardCharsets.UTF_8);
                    case PNG -> picture.png(WIDTH);
                },
                session.standardOutput());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a format by its name in lower case. */
    static final class Names extends Choice<PictureFormat> {
        Names() {
            super("format", List.of(values()), PictureFormat::toString);
        }
    }
}
