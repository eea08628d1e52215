package io.fogatlas.cli;

import io.fogatlas.placement.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads two or three terms, such as {@code network,latency}. */
final class TermsConverter implements ITypeConverter<TermsConverter.Terms> {
    /**
     * Terms to be traded.
     *
     * @param list the terms, none twice
     */
    record Terms(List<Term> list) {
        Terms {
            list = List.copyOf(list);
        }

        @Override
        public String toString() {
            return list.stream().map(Term::key).collect(Collectors.joining(","));
        }
    }

    @Override
    public Terms convert(String text) {
        List<Term> terms = new ArrayList<>();
        for (String key : text.split(",", -1)) {
            Term term = Term.ofKey(key.strip()).orElseThrow(() -> refused(text, "there is no term '" + key + "'"));
            if (terms.contains(term)) {
                throw refused(text, "'" + term.key() + "' is given twice");
            }
            terms.add(term);
        }
        if (terms.size() < 2 || terms.size() > 3) {
            throw refused(text, "a trade-off is between two or three terms");
        }
        return new Terms(terms);
    }

    private static TypeConversionException refused(String text, String why) {
        String known = Arrays.stream(Term.values()).map(Term::key).collect(Collectors.joining(", "));
        return new TypeConversionException(
                "'%s': %s; write e.g. network,latency; the terms are %s".formatted(text, why, known));
    }
}
