package io.fogatlas.cli;

import io.fogatlas.model.Problems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a bandwidth in bit/s such as {@code 500k}, {@code 10M} or {@code 1G}. */
final class BandwidthConverter implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kMGT]?)");
    private static final String UNITS = "kMGT";

    @Override
    public Long convert(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not a bandwidth; write e.g. 500k, 10M or 1G, in bit/s");
        }
        long bps = Long.parseLong(parts.group(1));
        for (int unit = parts.group(2).isEmpty() ? -1 : UNITS.indexOf(parts.group(2)); unit >= 0; unit--) {
            bps = Math.min(bps, Problems.MAX_AMOUNT) * 1000;
        }
        if (bps > Problems.MAX_AMOUNT) {
            throw new TypeConversionException("'" + text + "' is too large; use at most 9007T");
        }
        return bps;
    }
}
