package io.fogatlas.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers, and refuses others in words that are not Java's. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** Makes a command read the numbers of its options so. */
    static CommandLine readBy(CommandLine command) {
        return command.registerConverter(long.class, text -> read(text, Long::valueOf))
                .registerConverter(Long.class, text -> read(text, Long::valueOf))
                .registerConverter(Integer.class, text -> read(text, Integer::valueOf));
    }

    private static <N> N read(String text, Function<String, N> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException("'" + text + "' is not a whole number, or too large");
        }
    }
}
