package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads Quantities of a Pod template, which have been checked when it was read. */
final class Amounts {
    private Amounts() {}

    /**
     * Reads what a container asks for.
     *
     * @param container the container
     * @param requested whether the request is meant, or the limit
     * @param resource such as {@code cpu}
     */
    static Optional<BigDecimal> of(Container container, boolean requested, String resource) {
        if (container.getResources() == null) {
            return Optional.empty();
        }
        Map<String, Quantity> amounts = requested
                ? container.getResources().getRequests()
                : container.getResources().getLimits();
        return amounts == null
                ? Optional.empty()
                : Optional.ofNullable(amounts.get(resource)).map(Quantity::getNumericalAmount);
    }

    /** Reads bytes, rounded up. */
    static OptionalLong bytes(Container container, boolean requested) {
        return whole(of(container, requested, "memory"), BigDecimal.ONE);
    }

    /** Multiplies and rounds up; nothing and 0 mean no bound. */
    static OptionalLong whole(Optional<BigDecimal> amount, BigDecimal factor) {
        return amount.filter(value -> value.signum() > 0)
                .map(value -> OptionalLong.of(
                        value.multiply(factor).setScale(0, RoundingMode.CEILING).longValueExact()))
                .orElse(OptionalLong.empty());
    }
}
