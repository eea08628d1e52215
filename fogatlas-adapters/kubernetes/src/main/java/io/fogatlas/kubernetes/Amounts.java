package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Bandwidths in bit/s, as whole numbers and as Quantities. */
final class Amounts {
    private static final String[] UNITS = {"", "k", "M", "G", "T", "P", "E"};

    private Amounts() {}

    /** Reads a Quantity; what is missing, negative or none counts as 0, fractions are rounded up. */
    static long of(JsonNode quantity) {
        if (!quantity.isValueNode() || quantity.isNull() || quantity.asText().isBlank()) {
            return 0;
        }
        try {
            BigDecimal amount = Quantity.getAmountInBytes(Quantity.parse(quantity.asText()));
            return amount.setScale(0, RoundingMode.CEILING)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(Long.MAX_VALUE / 4))
                    .longValueExact();
        } catch (IllegalArgumentException | ArithmeticException none) {
            return 0;
        }
    }

    /** Writes a Quantity with the largest unit that leaves a whole number, as Kubernetes does. */
    static String quantity(long amount) {
        long number = amount;
        int unit = 0;
        while (number != 0 && number % 1000 == 0 && unit < UNITS.length - 1) {
            number /= 1000;
            unit++;
        }
        return number + UNITS[unit];
    }
}
