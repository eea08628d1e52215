package io.fogatlas.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How {@code fogatlas place} writes its decisions. */
enum OutputFormat {
    /** For people. */
    TABLE,
    /** For programs, and for {@code fogatlas verify}. */
    JSON,
    /** The FADepls with their status, for {@code kubectl apply}. */
    YAML;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a format by its name in lower case. */
    static final class Converter implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no format '" + text + "'; use one of " + Arrays.toString(values())));
        }
    }
}
