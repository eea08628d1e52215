package io.fogatlas.placement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a placement is worth under an {@link Objective}; less is better.
 *
 * @param value the weighted sum
 * @param terms the amount of each term that weighs, in the term's unit and not yet weighted
 */
public record Score(double value, Map<Term, Double> terms) {
    /**
     * Copies the map.
     *
     * @param value the weighted sum
     * @param terms the amount of each term
     */
    public Score {
        Map<Term, Double> copy = new EnumMap<>(Term.class);
        copy.putAll(terms);
        terms = Collections.unmodifiableMap(copy);
    }
}
