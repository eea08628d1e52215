package io.fogatlas.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a gap such as {@code 5%} or {@code 0.05}. */
final class GapConverter implements ITypeConverter<Double> {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,15})?%?");

    @Override
    public Double convert(String text) {
        if (FORM.matcher(text).matches()) {
            boolean percent = text.endsWith("%");
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            double gap = percent ? number / 100 : number;
            if (gap <= 1) {
                return gap;
            }
        }
        throw new TypeConversionException("'" + text + "' is not a gap from 0 to 1; write e.g. 0, 5% or 0.05");
    }
}
