package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fogatlas.manifests.tree.ScalarType;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.model.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Reads and writes Kubernetes Quantities, such as {@code 5M}, {@code 400Mi}, {@code 100m} or {@code 1e3}. */
final class Quantities {
    /** The grammar of Kubernetes, with limits on the digits: no honest amount needs more, and others are made to eat memory. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "[-+]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]{1,2})?");

    /** The most digits of a number, before or after the point. */
    private static final int MAX_SCALE = 60;

    private static final String[] SUFFIXES = {"", "k", "M", "G", "T", "P", "E"};

    private Quantities() {}

    /**
     * Works out a Quantity that was written as a text or as a number.
     *
     * @param scalar the scalar
     * @return its exact value
     * @throws UnfitQuantityException if it is none
     */
    static BigDecimal parse(ScalarValue scalar) throws UnfitQuantityException {
        if (scalar.type() == ScalarType.NUMBER) {
            BigDecimal number = scalar.decimal();
            if (Math.abs(number.scale()) <= MAX_SCALE && number.precision() <= MAX_SCALE) {
                return number;
            }
        }
        return parse(scalar.text());
    }

    /**
     * Works out a Quantity.
     *
     * @param text the Quantity as written
     * @return its exact value
     * @throws UnfitQuantityException if it is none
     */
    static BigDecimal parse(String text) throws UnfitQuantityException {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new UnfitQuantityException("is '" + ScalarValue.shown(text)
                    + "', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3");
        }
        return Quantity.parse(text).getNumericalAmount();
    }

    /**
     * Rounds an amount to a whole number that the model can hold.
     *
     * @param amount the amount
     * @param written how it was written, for the message
     * @param rounding which way
     * @return the whole number, at least 0
     * @throws UnfitQuantityException if it is negative or too large
     */
    static long whole(BigDecimal amount, String written, RoundingMode rounding) throws UnfitQuantityException {
        if (amount.signum() < 0) {
            throw new UnfitQuantityException("must not be negative, but is " + ScalarValue.shown(written));
        }
        if (amount.compareTo(BigDecimal.valueOf(Problems.MAX_AMOUNT)) > 0) {
            throw new UnfitQuantityException(
                    "is too large with " + ScalarValue.shown(written) + "; the most is 2^53 = " + Problems.MAX_AMOUNT);
        }
        return amount.setScale(0, rounding).longValueExact();
    }

    /** Writes a whole amount as Kubernetes does: with the largest decimal suffix that leaves a whole number. */
    static String canonical(long amount) {
        int suffix = 0;
        long rest = amount;
        while (rest != 0 && rest % 1000 == 0 && suffix < SUFFIXES.length - 1) {
            rest /= 1000;
            suffix++;
        }
        return rest + SUFFIXES[suffix];
    }
}
