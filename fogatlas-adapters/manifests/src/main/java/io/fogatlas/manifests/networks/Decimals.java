package io.fogatlas.manifests.networks;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fogatlas.model.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads decimal numbers exactly; what is not finite, hexadecimal or absurdly long is none. */
final class Decimals {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?");

    private static final Pattern QUANTITY = Pattern.compile(
            "[-+]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]{1,2})?");

    private static final BigDecimal MAX = BigDecimal.valueOf(Problems.MAX_AMOUNT);

    private Decimals() {}

    static Optional<BigDecimal> parse(String text) {
        String trimmed = text.strip();
        return DECIMAL.matcher(trimmed).matches() ? Optional.of(new BigDecimal(trimmed)) : Optional.empty();
    }

    /** Reads a Quantity of Kubernetes. */
    static Optional<BigDecimal> quantity(String text) {
        return QUANTITY.matcher(text).matches()
                ? Optional.of(Quantity.parse(text).getNumericalAmount())
                : Optional.empty();
    }

    /**
     * Converts to a whole amount of the model.
     *
     * @param value the number
     * @param unit what a value of 1 is
     * @param rounding how a fraction is rounded
     * @return the product, if it is from 0 to {@link Problems#MAX_AMOUNT}
     */
    static OptionalLong amount(BigDecimal value, long unit, RoundingMode rounding) {
        BigDecimal product = value.multiply(BigDecimal.valueOf(unit));
        boolean fits = product.signum() >= 0 && product.compareTo(MAX) <= 0;
        return fits ? OptionalLong.of(product.setScale(0, rounding).longValueExact()) : OptionalLong.empty();
    }
}
