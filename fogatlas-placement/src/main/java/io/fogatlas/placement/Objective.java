package io.fogatlas.placement;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What makes one placement better than another: the sum of weighted {@link Term}s, to be as small as possible.
 *
 * @param weights the weight of each term; terms that are missing weigh nothing
 */
public record Objective(Map<Term, Double> weights) {
    /** Network 1, latency 0.001. */
    public static final Objective DEFAULT = new Objective(Map.of(Term.NETWORK, 1.0, Term.LATENCY, 0.001));

    /**
     * Checks the weights and drops those that are 0.
     *
     * @param weights the weight of each term
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public Objective {
        Map<Term, Double> positive = new EnumMap<>(Term.class);
        weights.forEach((term, weight) -> {
            if (!(weight >= 0 && weight <= 1e12)) {
                throw new IllegalArgumentException(
                        "The weight of '%s' must be from 0 to 1e12, but is %s.".formatted(term.key(), weight));
            }
            if (weight > 0) {
                positive.put(term, weight);
            }
        });
        weights = Collections.unmodifiableMap(positive);
    }

    /**
     * Reads an objective from text such as {@code network=1,latency=0.001}.
     *
     * @param text terms and weights, separated by commas
     * @return the objective
     * @throws IllegalArgumentException if a term is unknown or given twice, or a weight is missing, negative or no number
     */
    public static Objective parse(String text) {
        Map<Term, Double> weights = new EnumMap<>(Term.class);
        for (String part : text.split(",", -1)) {
            String[] sides = part.strip().split("=", -1);
            Term term = Term.ofKey(sides[0].strip())
                    .orElseThrow(() -> refused(text, "there is no term '" + sides[0] + "'"));
            if (sides.length != 2) {
                throw refused(text, "'" + part + "' is not of the form term=weight");
            }
            double weight;
            try {
                weight = Double.parseDouble(sides[1].strip());
            } catch (NumberFormatException notANumber) {
                throw refused(text, "'" + sides[1] + "' is not a number");
            }
            if (weights.put(term, weight) != null) {
                throw refused(text, "'" + term.key() + "' is given twice");
            }
        }
        return new Objective(weights);
    }

    private static IllegalArgumentException refused(String text, String why) {
        String terms = Arrays.stream(Term.values()).map(Term::key).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "Cannot read the objective '%s': %s. Write e.g. network=1,latency=0.001; the terms are %s."
                        .formatted(text, why, terms));
    }

    /**
     * Says what a term weighs.
     *
     * @param term the term
     * @return its weight; 0 if it does not count
     */
    public double weight(Term term) {
        return weights.getOrDefault(term, 0.0);
    }

    /**
     * Weighs the amounts of the terms.
     *
     * @param amounts the amount of each term in its unit, at least of those that weigh
     * @return the score
     */
    public Score score(Map<Term, Double> amounts) {
        double value = 0;
        Map<Term, Double> weighed = new EnumMap<>(Term.class);
        for (Map.Entry<Term, Double> entry : weights.entrySet()) {
            double amount = amounts.getOrDefault(entry.getKey(), 0.0);
            weighed.put(entry.getKey(), amount);
            value += entry.getValue() * amount;
        }
        return new Score(value, weighed);
    }

    @Override
    public String toString() {
        return weights.entrySet().stream()
                .map(entry -> entry.getKey().key() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
