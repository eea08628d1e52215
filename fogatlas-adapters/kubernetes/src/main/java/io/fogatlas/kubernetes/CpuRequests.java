package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Divides the CPU of a replica among its containers. */
final class CpuRequests {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private CpuRequests() {}

    /**
     * Lets containers request so much CPU together: in proportion to what they requested, evenly if none did.
     *
     * @param containers the containers, which are changed
     * @param millis the CPU of the replica in millicores
     * @return what contradicts it; empty if nothing does
     */
    static Optional<String> set(List<ObjectNode> containers, long millis) {
        List<BigInteger> shares =
                containers.stream().map(CpuRequests::requested).toList();
        BigInteger sum = shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
        long left = millis;
        for (int i = 0; i < containers.size(); i++) {
            int further = containers.size() - i - 1;
            long part = sum.signum() == 0
                    ? left / (further + 1)
                    : shares.get(i)
                            .multiply(BigInteger.valueOf(millis))
                            .divide(sum)
                            .longValueExact();
            part = further == 0 ? left : part;
            left -= part;
            Trees.inner(Trees.inner(containers.get(i), "resources"), "requests").put("cpu", part + "m");
            Optional<String> limit = limitBelow(containers.get(i), part);
            if (limit.isPresent()) {
                return Optional.of(
                        "container '" + containers.get(i).path("name").asText() + "' is limited to " + limit.get()
                                + "; raise or drop its limits.cpu");
            }
        }
        return Optional.empty();
    }

    private static BigInteger requested(ObjectNode container) {
        return millis(container.path("resources").path("requests").path("cpu"));
    }

    private static Optional<String> limitBelow(ObjectNode container, long millis) {
        JsonNode limit = container.path("resources").path("limits").path("cpu");
        return limit.isValueNode() && !limit.isNull() && millis(limit).compareTo(BigInteger.valueOf(millis)) < 0
                ? Optional.of(limit.asText())
                : Optional.empty();
    }

    /** A CPU Quantity in millicores, rounded up; the manifest was read, so it is one. */
    private static BigInteger millis(JsonNode quantity) {
        if (!quantity.isValueNode() || quantity.isNull()) {
            return BigInteger.ZERO;
        }
        return Quantity.getAmountInBytes(Quantity.parse(quantity.asText()))
                .multiply(THOUSAND)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger();
    }
}
