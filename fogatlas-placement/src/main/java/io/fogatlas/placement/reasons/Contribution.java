package io.fogatlas.placement.reasons;

import io.fogatlas.placement.Term;
import java.util.Locale;
import java.util.Objects;

/**
 * What one part of an application adds to the score by one term.
 *
 * @param term the term
 * @param part the kind of the part
 * @param name the name of the part; empty for the whole application
 * @param amount how much of the term it has, in the term's unit
 * @param value the amount times the weight of the term
 */
public record Contribution(Term term, Part part, String name, double amount, double value) {
    /** What a contribution can be of. */
    public enum Part {
        /** A microservice. */
        MICROSERVICE,
        /** A data flow. */
        FLOW,
        /** A region that is used. */
        REGION,
        /** The application as a whole. */
        WHOLE;

        /**
         * Says how the part is called in output.
         *
         * @return its name in lower case
         */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks that nothing is missing.
     *
     * @param term the term
     * @param part the kind of the part
     * @param name the name of the part
     * @param amount how much of the term
     * @param value what it adds
     */
    public Contribution {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(name, "name");
    }
}
